import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

import {findElectron} from './desktop.mjs';
import {temporaryFolder} from './temporary-folder.ts';

test('the desktop program is there only when all of it is', () => {
  const folder = temporaryFolder();
  const seen = [findElectron(folder, {})];
  writeFileSync(path.join(folder, 'path.txt'), 'electron');
  seen.push(findElectron(folder, {}));
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'dist', 'electron'), '');
  seen.push(findElectron(folder, {}));
  expect(seen).toEqual([undefined, undefined, path.join(folder, 'dist', 'electron')]);
});

test('a program kept elsewhere is found', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'electron'), '');
  expect(findElectron(temporaryFolder(), {ELECTRON_OVERRIDE_DIST_PATH: folder})).toBe(path.join(folder, 'electron'));
});
