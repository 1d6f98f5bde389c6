/**
 * Plants small faults into core/sync, one at a time, and asks its unit tests and a short simulation whether they find each:
 * `npm run mutation`. With names (`-- lines session`) only into those files; `--incremental` takes what was found before where
 * neither the file nor the test has changed. Exit code 1 where fewer than 85 of 100 are found, where one survives that
 * `survivors.ts` does not explain, or where it explains one that does not.
 */
import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism, constants, setPriority} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

import {run} from '../run/children.mjs';
import {killers} from './killers.ts';
import {survivors} from './survivors.ts';
import {type Escaped, type Report, type Verdict, verdictOf} from './verdict.ts';

const leastPercent = 85;

const root = fileURLToPath(new URL('../../', import.meta.url));
const inHere = (...names: readonly string[]): string => path.join(root, 'tools', 'mutation', ...names);
const results = path.join(root, 'test-results', 'mutation');

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {incremental: {type: 'boolean', default: false}, concurrency: {type: 'string'}},
});

process.exitCode = (await plant()) ? tell(verdictOf(reported(), {ledger: survivors, killers: killers(root)})) : 1;

async function plant(): Promise<boolean> {
  // It takes long, and whoever waits for it does something else meanwhile.
  setPriority(constants.priority.PRIORITY_LOW);
  mkdirSync(results, {recursive: true});
  rmSync(path.join(results, 'report.json'), {force: true});
  const stryker = inHere('packages', 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const files = positionals.map((name) => `core/sync/${name}.ts`);
  const {code} = await run(
    process.execPath,
    [
      stryker,
      'run',
      inHere('stryker.json'),
      '--concurrency',
      values.concurrency ?? String(availableParallelism()),
      ...(values.incremental ? ['--incremental'] : []),
      ...(files.length > 0 ? ['--mutate', files.join()] : []),
    ],
    {cwd: root},
  );
  return code === 0;
}

function reported(): Report {
  return JSON.parse(readFileSync(path.join(results, 'report.json'), 'utf8')) as Report;
}

function tell({scores, found, of, explained, unexplained, stale, silent}: Verdict): number {
  for (const {file, ...score} of scores) console.log(`${file.padEnd(34)} ${percentOf(score)}`);
  for (const one of unexplained) console.log(`\n${lineOf(one)}`);
  for (const one of stale) console.log(`\nExplained, and found or gone: ${one}`);
  for (const file of silent) console.log(`\nNo test of ${file} was run.`);
  const kinds = [...explained].map(([kind, count]) => `${count} ${kind}`).join(', ');
  console.log(`\n${'all'.padEnd(34)} ${percentOf({found, of})}`);
  console.log(`${of - found} survived: ${kinds || 'none explained'}; ${unexplained.length} without a reason`);
  const isWhole = unexplained.length + stale.length + silent.length === 0;
  return isWhole && found * 100 >= of * leastPercent ? 0 : 1;
}

function percentOf({found, of}: {readonly found: number; readonly of: number}): string {
  const percent = of === 0 ? 100 : (found * 100) / of;
  return `${percent.toFixed(1).padStart(5)} %  ${String(found).padStart(4)} of ${of}`;
}

function lineOf({file, line, mutator, was, is}: Escaped): string {
  return `${file}:${line} ${mutator}\n- ${was}\n+ ${is}`;
}
