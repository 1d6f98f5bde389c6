import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {appendRotated} from './rotated-file.ts';

it('a log keeps what happened last and never fills the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rotated-'));
  const path = join(folder, 'logs', 'main.log');

  for (const text of ['first\n', 'second\n', 'third\n', 'fourth, which is long\n', 'fifth\n']) {
    appendRotated(path, text, 20);
  }

  const files = readdirSync(join(folder, 'logs')).map((name) => [
    name,
    readFileSync(join(folder, 'logs', name), 'utf8'),
  ]);
  expect(Object.fromEntries(files)).toEqual({'main.log': 'fifth\n', 'main.log.1': 'fourth, which is long\n'});
  rmSync(folder, {recursive: true});
});
