import {mkdirSync, writeFileSync} from 'node:fs';

import {readBudgets} from './budget.mjs';
import {machineSlowness} from './machine.mjs';
import {inRoot} from './places.mjs';
import {Refusal} from './refusal.mjs';
import {oneFailed} from './tally.mjs';
import {tableOf, verdictOf} from './verdict.mjs';

/**
 * @typedef {import('./parts.mjs').Part} Part
 * @typedef {import('./verdict.mjs').Ran} Ran
 */

/**
 * Runs parts one after another, whatever fails, except those that need what has failed. Then says what it came to: a
 * table, and as the last line `N passed, N failed, N skipped`.
 * @param {readonly Part[]} parts
 * @param {readonly string[]} [extra] further arguments for the last part's runner
 * @returns {Promise<number>} exit code
 */
export async function testParts(parts, extra = []) {
  const budgets = readBudgets();
  /** @type {Ran[]} */
  const ran = [];
  let before = await machineSlowness();
  for (const part of parts) {
    const blocked = ran.some(({name, tally}) => name === part.needs && tally.failed > 0);
    const further = part === parts.at(-1) ? extra : [];
    const outcome = blocked ? {tally: oneFailed, seconds: undefined} : await timed(part, further);
    const after = await machineSlowness();
    const slowness = (before + after) / 2;
    before = after;
    ran.push({name: part.name, slowness, budget: scaled(budgets[part.name], slowness), ...outcome});
  }

  const {complaints, ...counts} = verdictOf(ran, {chosen: extra.length > 0});
  keep({at: new Date().toISOString(), ...counts, parts: ran});
  console.log(`\n${[...tableOf(ran), ...complaints].join('\n')}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

/**
 * @param {number | undefined} budget seconds on the machine the budgets are written for
 * @param {number} slowness
 */
function scaled(budget, slowness) {
  return budget === undefined ? undefined : Math.round(budget * slowness);
}

/**
 * @param {Part} part
 * @param {readonly string[]} extra
 */
async function timed(part, extra) {
  console.log(`\n== ${part.name}`);
  try {
    await part.prepare?.();
    const started = performance.now();
    const tally = await part.run(extra).catch(failedWithSentence);
    return {tally, seconds: Math.round((performance.now() - started) / 100) / 10};
  } catch (error) {
    return {tally: failedWithSentence(error), seconds: undefined};
  }
}

/** @param {unknown} error */
function failedWithSentence(error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  return oneFailed;
}

/** @param {object} times */
function keep(times) {
  mkdirSync(inRoot('.budgets'), {recursive: true});
  writeFileSync(inRoot('.budgets', 'last.json'), `${JSON.stringify(times, undefined, 2)}\n`);
}
