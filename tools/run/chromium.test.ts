import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

import {findChromium, findHeadlessShell, playwrightBrowsers, systemBrowsers} from './chromium.mjs';
import {temporaryFolder} from './temporary-folder.ts';

test('the browser that CHROMIUM_PATH names comes before all others', () => {
  const chosen = path.join(temporaryFolder(), 'chrome');
  writeFileSync(chosen, '');
  expect(findChromium({platform: 'linux', env: {CHROMIUM_PATH: chosen}, home: '/nowhere'})).toBe(chosen);
});

test('a CHROMIUM_PATH that names nothing is said, not passed over', () => {
  const host = {platform: 'linux', env: {CHROMIUM_PATH: '/nowhere/chrome'}, home: '/nowhere'};
  expect(() => findChromium(host)).toThrow('CHROMIUM_PATH names /nowhere/chrome, which does not exist.');
});

test.each([
  ['win32', {PROGRAMFILES: 'C:\\Programs'}, 'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe'],
  ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['linux', {}, '/usr/bin/chromium'],
])('browsers are looked for where %s has them', (platform, env, expected) => {
  expect(systemBrowsers({platform, env, home: '/home/ana'})).toContain(expected);
});

test("of Playwright's browsers the newest comes first, and those that cannot show a window last", () => {
  const cache = temporaryFolder();
  for (const name of ['chromium-999', 'chromium-1255', 'chromium_headless_shell-1300', 'firefox-2000']) {
    mkdirSync(path.join(cache, name));
  }
  const found = playwrightBrowsers({platform: 'linux', env: {PLAYWRIGHT_BROWSERS_PATH: cache}, home: '/home/ana'});
  const folders = found.map((file) => path.relative(cache, file).split(path.sep)[0]);
  expect([...new Set(folders)]).toEqual(['chromium-1255', 'chromium-999', 'chromium_headless_shell-1300']);
});

test('a shell is taken from among the browsers that Playwright fetched, the newest, and is no whole browser', () => {
  const cache = temporaryFolder();
  const shellIn = (name: string): string =>
    path.join(cache, name, 'chrome-headless-shell-linux64/chrome-headless-shell');
  for (const name of ['chromium_headless_shell-1254', 'chromium_headless_shell-1255']) {
    mkdirSync(path.dirname(shellIn(name)), {recursive: true});
    writeFileSync(shellIn(name), '');
  }
  mkdirSync(path.join(cache, 'chromium-1300/chrome-linux64'), {recursive: true});
  writeFileSync(path.join(cache, 'chromium-1300/chrome-linux64/chrome'), '');
  const host = {platform: 'linux', env: {PLAYWRIGHT_BROWSERS_PATH: cache}, home: '/home/ana'};
  expect(findHeadlessShell(host)).toBe(shellIn('chromium_headless_shell-1255'));
});

test('who chose a browser by CHROMIUM_PATH has that one for everything', () => {
  expect(
    findHeadlessShell({platform: 'linux', env: {CHROMIUM_PATH: '/some/chrome'}, home: '/home/ana'}),
  ).toBeUndefined();
});
