import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

import {run} from './children.mjs';
import {temporaryFolder} from './temporary-folder.ts';

const node = (code: string, options: Parameters<typeof run>[2] = {}) =>
  run(process.execPath, ['-e', code], {quiet: true, ...options});

test('a program tells how it went', async () => {
  expect(await Promise.all([node(''), node('process.exit(3)'), run('/nowhere/program', [], {quiet: true})])).toEqual([
    {code: 0, cutShort: false, errors: ''},
    {code: 3, cutShort: false, errors: ''},
    {code: 1, cutShort: false, errors: ''},
  ]);
});

test.each([
  [true, 'heard'],
  [false, ''],
])('a program hears what is piped into its command where it listens (%s), and else nothing', (listens, heard) => {
  const echo = 'process.stdin.pipe(process.stdout)';
  const command = `
    const {run} = await import(${JSON.stringify(new URL('children.mjs', import.meta.url).href)});
    await run(process.execPath, ['-e', ${JSON.stringify(echo)}], {listens: ${listens}});
  `;
  const {stdout} = spawnSync(process.execPath, ['--input-type=module', '-e', command], {
    encoding: 'utf8',
    input: 'heard',
  });

  expect(stdout).toBe(heard);
});

test('a program that says nothing is ended', async () => {
  const silent = await node('setInterval(() => {}, 1000)', {silenceMs: 100});
  expect(silent).toEqual({code: 1, cutShort: true, errors: ''});
});

test('an interrupted command leaves no program behind and starts no other', async () => {
  const pidFile = path.join(temporaryFolder(), 'pid');
  const waiting = `require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000)`;
  const command = `
    import {existsSync, readFileSync} from 'node:fs';
    const {endChildren, run} = await import(${JSON.stringify(new URL('children.mjs', import.meta.url).href)});
    void run(process.execPath, ['-e', ${JSON.stringify(waiting)}], {quiet: true}).then(() => process.exit(9));
    while (!existsSync(${JSON.stringify(pidFile)}) || readFileSync(${JSON.stringify(pidFile)}, 'utf8') === '') {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await endChildren();
    process.exit(7);
  `;
  const {code} = await run(process.execPath, ['--input-type=module', '-e', command], {quiet: true});
  expect(code).toBe(7);
  expect(() => process.kill(Number(readFileSync(pidFile, 'utf8')), 0)).toThrow('ESRCH');
});
