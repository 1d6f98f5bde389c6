import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

import {digestOf} from './digest.mjs';
import {temporaryFolder} from './temporary-folder.ts';

function project() {
  const base = temporaryFolder();
  mkdirSync(path.join(base, 'core', 'money'), {recursive: true});
  writeFileSync(path.join(base, 'core', 'money', 'money.ts'), 'one');
  writeFileSync(path.join(base, 'core', 'money', 'money.test.ts'), 'test');
  writeFileSync(path.join(base, 'package.json'), '{}');
  const file = (...names: string[]) => path.join(base, ...names);
  const digest = (texts: string[] = []) =>
    digestOf({base, places: ['core', 'package.json', 'assets'], leaveOut: (name) => name.endsWith('.test.ts'), texts});
  return {file, digest};
}

test.each<[string, (file: (...names: string[]) => string) => void]>([
  ['a file has other words', (file) => writeFileSync(file('core', 'money', 'money.ts'), 'two')],
  ['a file has another name', (file) => renameSync(file('core', 'money', 'money.ts'), file('core', 'money', 'm.ts'))],
  ['a file is new', (file) => writeFileSync(file('core', 'money', 'rate.ts'), '')],
  ['a file is gone', (file) => rmSync(file('package.json'))],
  ['a folder is new', (file) => (mkdirSync(file('assets')), writeFileSync(file('assets', 'icon.svg'), ''))],
])('the program is built again when %s', (_what, change) => {
  const {file, digest} = project();
  const before = digest();
  change(file);
  expect(digest()).not.toBe(before);
});

test('a change of a test builds nothing', () => {
  const {file, digest} = project();
  const before = digest();
  writeFileSync(file('core', 'money', 'money.test.ts'), 'another test');
  expect(digest()).toBe(before);
});

test('packages are installed again for another system', () => {
  const {digest} = project();
  expect(digest(['linux', 'x64'])).not.toBe(digest(['linux', 'arm64']));
});
