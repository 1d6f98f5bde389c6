import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

import {inRoot} from './places.mjs';

const run = promisify(execFile);

/**
 * Milliseconds of `machine-work.mjs`, two at once, on the two cores for which the budgets were written: 300, and 7 for its new memory at
 * 1.2 microseconds a page. There are rented machines on which a page takes 20, at the same arithmetic: the whole run then takes 1.4 times
 * as long.
 */
const referenceMs = 307;

/**
 * How many times slower this machine is, just now, than the one for which the budgets were written; 1 where it is as fast or
 * faster. Cores of rented machines differ by twice, and a neighbour comes and goes: a number of seconds alone says as much
 * about them as about the tests.
 * @returns {Promise<number>}
 */
export async function machineSlowness() {
  const times = await Promise.all([workMs(), workMs()]);
  return slownessOf(times);
}

/**
 * @param {readonly number[]} times milliseconds of the fixed work, one for each core
 */
export function slownessOf(times) {
  const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
  return Math.max(1, mean / referenceMs);
}

async function workMs() {
  const {stdout} = await run(process.execPath, [inRoot('tools', 'run', 'machine-work.mjs')]);
  return Number(stdout);
}
