/**
 * Runs a share of the seeds over one copy of the tree, and tells each on a line of stdout: before it `seed N`, and where it
 * fails the promise that it broke. Arguments: the folder of the tree, the first seed, how many to go on by, how many, `stop`
 * to end at the first failure. POSTGRES_URL names the PostgreSQL where the stores are those that are shipped, and not memory.
 */
import path from 'node:path';
import {pathToFileURL} from 'node:url';

import type {Failure} from './failure.ts';

type Steps = typeof import('#core/testing/simulation/steps.ts');
type Runs = typeof import('#core/testing/simulation/run-plan.ts');
type Shrinks = typeof import('#core/testing/simulation/shrink.ts');
type Memory = typeof import('#core/testing/simulation/databases.ts');

const [folder = '', first = '1', stride = '1', count = '1', then = ''] = process.argv.slice(2);
const simulation = path.join(folder, 'core', 'testing', 'simulation');
const load = (file: string): Promise<unknown> => import(pathToFileURL(path.join(simulation, file)).href);
const {planOf} = (await load('steps.ts')) as Steps;
const {runPlan} = (await load('run-plan.ts')) as Runs;
const {shrink} = (await load('shrink.ts')) as Shrinks;
const {inMemory} = (await load('databases.ts')) as Memory;
const postgresUrl = process.env['POSTGRES_URL'];
// Loaded only where it is asked for: the simulation in memory begins without a database's programs.
const real =
  postgresUrl === undefined
    ? undefined
    : await (await import('./real-databases.ts')).realDatabases(folder, postgresUrl);
const databases = real ?? inMemory;

for (let nth = 0; nth < Number(count); nth += 1) {
  const seed = Number(first) + nth * Number(stride);
  console.log(`seed ${seed}`);
  const plan = planOf(seed);
  const {failed} = await runPlan(plan, databases);
  if (failed === undefined) continue;
  const isAsked = then !== 'stop';
  const shortest = isAsked ? await shrink(plan, {databases}) : plan;
  const {trace} = await runPlan(shortest, databases);
  const failure: Failure = {
    seed,
    failed,
    steps: shortest.steps.length,
    of: plan.steps.length,
    desks: plan.desks,
    trace,
  };
  console.log(`failed ${JSON.stringify(failure)}`);
  if (!isAsked) break;
}
await real?.end();
console.log('done');
