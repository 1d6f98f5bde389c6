/**
 * Simulates replication: `npm run sim -- --seeds 1000 --from 1`, `--trace` with everything that happened, `--mutants` to see
 * that deliberate faults are missed by no run of 300 seeds, `--mutant TEXT` for those whose name has it. Exit code 1 where a
 * promise was broken or a fault was not found.
 */
import {availableParallelism} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';

import type {Failure} from './failure.ts';
import {copyWith} from './mutant-copy.ts';
import {type Mutant, mutants} from './mutants.ts';
import {root, runSeeds} from './run-seeds.ts';

const seedsPerMutant = 300;
const budgeted = {seeds: 60, mutants: 3};
const traceLinesMost = 120;

const {values} = parseArgs({
  options: {
    seeds: {type: 'string'},
    from: {type: 'string', default: '1'},
    trace: {type: 'boolean', default: false},
    mutants: {type: 'boolean', default: false},
    mutant: {type: 'string'},
    budgeted: {type: 'boolean', default: false},
  },
});
const from = Number(values.from);
const chosen = mutants.filter(({name}) => values.mutant !== undefined && name.includes(values.mutant));
const asked = values.budgeted ? mutants.slice(0, budgeted.mutants) : values.mutants ? mutants : chosen;
const isAboutMutants = values.mutants || values.mutant !== undefined;
const seeds = Number(values.seeds ?? (values.budgeted ? budgeted.seeds : isAboutMutants ? 0 : 1_000));

const failures = await simulate();
const escaped = await tryMutants();
process.exitCode = failures === 0 && escaped === 0 ? 0 : 1;

async function simulate(): Promise<number> {
  if (seeds === 0) return 0;
  const started = performance.now();
  const found = await runSeeds({core: path.join(root, 'core'), from, seeds});
  for (const failure of found) tell(failure);
  console.log(`${seeds - found.length} of ${seeds} seeds kept every promise (${secondsSince(started)} s)`);
  return found.length;
}

function tell({seed, failed, steps, of, desks, trace}: Failure): void {
  console.log(`\nSeed ${seed} (${desks} desks; ${steps} of ${of} steps are enough): ${failed}`);
  const lines = values.trace ? trace : trace.slice(-traceLinesMost);
  for (const line of lines) console.log(`  ${line}`);
  console.log(`Again: npm run sim -- --seeds 1 --from ${seed} --trace`);
}

/** As many at once as there are cores, one process each. */
async function tryMutants(): Promise<number> {
  const waiting = [...asked];
  let escapes = 0;
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) if (!(await isFound(one))) escapes += 1;
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
  if (asked.length > 0) console.log(`${asked.length - escapes} of ${asked.length} deliberate faults were found`);
  return escapes;
}

async function isFound(mutant: Mutant): Promise<boolean> {
  const started = performance.now();
  const {core, remove} = copyWith(mutant);
  try {
    const [failure] = await runSeeds({core, from, seeds: seedsPerMutant, stopsAtFirst: true}, 1);
    const how = failure ? `seed ${failure.seed}`.padEnd(10) + firstLineOf(failure.failed) : 'ESCAPED';
    console.log(`${mutant.name.padEnd(46)} ${secondsSince(started).padStart(5)} s  ${how}`);
    return failure !== undefined;
  } finally {
    remove();
  }
}

function firstLineOf(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 90);
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1_000).toFixed(1);
}
