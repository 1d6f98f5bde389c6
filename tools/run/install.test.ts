import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

import {ensureInstalled, installDigest, installFailure} from './install.mjs';
import {inRoot} from './places.mjs';
import {temporaryFolder} from './temporary-folder.ts';

test.each([
  ['npm error code ENOTFOUND\nnpm error network request failed', /registry cannot be reached.*\(ENOTFOUND\)$/],
  ['npm error code EAI_AGAIN\n', /registry cannot be reached/],
  ['npm error code EUSAGE\nnpm error `npm ci` can only install', /do not agree/],
  ['npm error code ENOSPC\n', /disk is full/],
  ['npm ERR! code EACCES\nnpm ERR! syscall mkdir', /may not be written to/],
  ['npm warn old lockfile\nnpm error code EODD\nnpm error something odd\n', /^something odd$/],
  ['', /npm could not be started/],
])('a failed installation names its cause in one sentence: %j', (errors, sentence) => {
  expect(installFailure(errors)).toMatch(sentence);
});

test('a folder whose packages are installed is left alone', async () => {
  const folder = temporaryFolder();
  // Not a lock file that npm could read: the test fails if npm is asked.
  writeFileSync(path.join(folder, 'package-lock.json'), 'locked');
  mkdirSync(path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'node_modules', '.installed'), installDigest(folder));
  await expect(ensureInstalled(folder)).resolves.toBeUndefined();
});

test('a folder without a lock file is not a checkout', async () => {
  await expect(ensureInstalled(temporaryFolder())).rejects.toThrow('this is not a whole checkout');
});

test('what installing says leaves stdout to the command', () => {
  const folder = temporaryFolder();
  const nothing = {name: 'a', lockfileVersion: 3, packages: {'': {name: 'a'}}};
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({name: 'a'}));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(nothing));
  const install = `import(process.argv[1]).then(({ensureInstalled}) => ensureInstalled(process.argv[2]))`;

  const file = inRoot('tools', 'run', 'install.mjs');
  const {status, stdout, stderr} = spawnSync(process.execPath, ['-e', install, file, folder], {encoding: 'utf8'});

  expect([status, stdout, stderr.includes('Installing packages')]).toEqual([0, '', true]);
});
