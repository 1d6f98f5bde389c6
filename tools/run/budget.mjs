import {readFileSync} from 'node:fs';

/**
 * Seconds each part of `npm test` is meant to take at most, on two cores that do `machine-work.mjs` in the time `machine.mjs` says.
 * On slower ones it has as much longer as they are slower.
 * @returns {Readonly<Record<string, number>>}
 */
export function readBudgets() {
  return JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8')).budget;
}

/** A part fails when it takes longer than its budget and half of it again: less is the machine's mood. */
const overrunFactor = 1.5;

/**
 * @param {number} seconds
 * @param {number | undefined} budget undefined: no limit
 * @returns {'kept' | 'late' | 'overrun'} `late` is over the budget, but not yet a failure
 */
export function budgetVerdict(seconds, budget) {
  if (budget === undefined || seconds <= budget) return 'kept';
  return seconds <= budget * overrunFactor ? 'late' : 'overrun';
}
