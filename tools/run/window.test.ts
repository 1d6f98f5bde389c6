import path from 'node:path';
import {expect, test} from 'vitest';

import {personalFolder} from './places.mjs';
import {hasDisplay, profileFolder, windowArguments} from './window.mjs';

test.each([
  ['linux', {}, false],
  ['linux', {DISPLAY: ''}, false],
  ['linux', {DISPLAY: ':0'}, true],
  ['linux', {WAYLAND_DISPLAY: 'wayland-0'}, true],
  ['darwin', {}, true],
  ['win32', {}, true],
])('on %s with %j a window can be shown: %s', (platform, env, shown) => {
  expect(hasDisplay({platform, env})).toBe(shown);
});

test.each([
  ['linux', {}, path.join('/home/ana', '.local', 'share', 'tradewind')],
  ['linux', {XDG_DATA_HOME: '/data'}, path.join('/data', 'tradewind')],
  ['darwin', {}, path.join('/home/ana', 'Library', 'Application Support', 'tradewind')],
  ['win32', {LOCALAPPDATA: '/local'}, path.join('/local', 'tradewind')],
])('what belongs to a person stands where %s with %j keeps such things', (platform, env, folder) => {
  expect(personalFolder({platform, env, home: '/home/ana'})).toBe(folder);
});

test.each([
  ['/usr/bin/chromium', undefined, path.join('/personal', 'profile')],
  ['/usr/bin/chromium', '/chosen', '/chosen'],
  ['/snap/bin/chromium', undefined, path.join('/home/ana', 'snap', 'chromium', 'common', 'tradewind', 'profile')],
])('the window of %s with the chosen folder %s keeps its data in %s', (browser, chosen, folder) => {
  expect(profileFolder({browser, chosen, home: '/home/ana', personal: '/personal'})).toBe(folder);
});

test('the sandbox of the browser is given up only where the superuser leaves no choice', () => {
  const sandboxed = windowArguments({url: 'http://127.0.0.1:4780/', profile: '/p', superuser: false});
  const unboxed = windowArguments({url: 'http://127.0.0.1:4780/', profile: '/p', superuser: true});
  expect(sandboxed.slice(0, 2)).toEqual(['--app=http://127.0.0.1:4780/', '--user-data-dir=/p']);
  expect(unboxed).toEqual([...sandboxed, '--no-sandbox']);
});
