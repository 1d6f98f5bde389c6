/**
 * Simulates replication: `npm run sim -- --seeds 1000 --from 1`, `--trace` with everything that happened, `--mutants` to see
 * that deliberate faults are missed by no run of 300 seeds (100 over real stores), `--mutant TEXT` for those whose name has it. `--stores real` does
 * the same over Dexie, on a stand-in for IndexedDB, and a real PostgreSQL; its deliberate faults are in those stores. Exit
 * code 1 where a promise was broken or a fault was not found.
 */
import {availableParallelism} from 'node:os';
import {parseArgs} from 'node:util';

import type {Failure} from './failure.ts';
import {copyWith} from './mutant-copy.ts';
import {type Mutant, mutants} from './mutants.ts';
import {root, runSeeds} from './run-seeds.ts';
import {storeMutants} from './store-mutants.ts';
import {withPostgres} from './with-postgres.ts';

const seedsPerMutant = {memory: 300, real: 100};
const budgeted = {seeds: 60, mutants: 3, realSeeds: 3};
const seedsAsked = {memory: 1_000, real: 50};
const traceLinesMost = 120;

const {values} = parseArgs({
  options: {
    seeds: {type: 'string'},
    from: {type: 'string', default: '1'},
    stores: {type: 'string', default: 'memory'},
    trace: {type: 'boolean', default: false},
    mutants: {type: 'boolean', default: false},
    mutant: {type: 'string'},
    budgeted: {type: 'boolean', default: false},
  },
});

/** What is asked of one kind of stores. */
interface Asked {
  readonly seeds: number;
  readonly mutants: readonly Mutant[];
  readonly postgresUrl?: string;
}

const from = Number(values.from);
const isReal = values.stores === 'real';
const runs = values.budgeted
  ? [
      () => run({seeds: budgeted.seeds, mutants: mutants.slice(0, budgeted.mutants)}),
      () => withPostgres((postgresUrl) => run({seeds: budgeted.realSeeds, mutants: [], postgresUrl})),
    ]
  : [() => (isReal ? withPostgres((postgresUrl) => run({...asked(), postgresUrl})) : run(asked()))];

let broken = 0;
for (const one of runs) broken += await one();
process.exitCode = broken === 0 ? 0 : 1;

function asked(): Asked {
  const all = isReal ? storeMutants : mutants;
  const chosen = all.filter(
    ({name}) => values.mutants || (values.mutant !== undefined && name.includes(values.mutant)),
  );
  const isAboutMutants = values.mutants || values.mutant !== undefined;
  const usual = isReal ? seedsAsked.real : seedsAsked.memory;
  return {seeds: Number(values.seeds ?? (isAboutMutants ? 0 : usual)), mutants: chosen};
}

/** Answers how many promises were broken and how many deliberate faults were not found. */
async function run(one: Asked): Promise<number> {
  return (await simulate(one)) + (await tryMutants(one));
}

async function simulate({seeds, postgresUrl}: Asked): Promise<number> {
  if (seeds === 0) return 0;
  const started = performance.now();
  const found = await runSeeds({folder: root, from, seeds, postgresUrl});
  for (const failure of found) tell(failure, postgresUrl !== undefined);
  const where = postgresUrl === undefined ? '' : ' over Dexie (on a stand-in for IndexedDB) and real PostgreSQL';
  console.log(`${seeds - found.length} of ${seeds} seeds kept every promise${where} (${secondsSince(started)} s)`);
  return found.length;
}

function tell({seed, failed, steps, of, desks, trace}: Failure, real: boolean): void {
  console.log(`\nSeed ${seed} (${desks} desks; ${steps} of ${of} steps are enough): ${failed}`);
  const lines = values.trace ? trace : trace.slice(-traceLinesMost);
  for (const line of lines) console.log(`  ${line}`);
  console.log(`Again: npm run sim -- --seeds 1 --from ${seed}${real ? ' --stores real' : ''} --trace`);
}

/** As many at once as there are cores, one process each. */
async function tryMutants({mutants: tried, postgresUrl}: Asked): Promise<number> {
  const waiting = [...tried];
  let escapes = 0;
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) if (!(await isFound(one, postgresUrl))) escapes += 1;
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
  if (tried.length > 0) console.log(`${tried.length - escapes} of ${tried.length} deliberate faults were found`);
  return escapes;
}

async function isFound(mutant: Mutant, postgresUrl: string | undefined): Promise<boolean> {
  const started = performance.now();
  const {folder, remove} = copyWith(mutant);
  try {
    const seeds = postgresUrl === undefined ? seedsPerMutant.memory : seedsPerMutant.real;
    const [failure] = await runSeeds({folder, from, seeds, stopsAtFirst: true, postgresUrl}, 1);
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
