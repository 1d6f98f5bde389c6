import {budgetVerdict} from './budget.mjs';
import {forbiddenSkips} from './skips.mjs';
import {sumOf} from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * One part that was run, or was not because another failed.
 * @typedef {object} Ran
 * @property {string} name
 * @property {Tally} tally
 * @property {number | undefined} seconds undefined: not run
 * @property {number | undefined} budget in seconds of this machine
 * @property {number} [slowness] how many times slower this machine was meanwhile than the one budgets are written for
 */

/**
 * What a whole run comes to.
 * @param {readonly Ran[]} parts
 * @param {{chosen?: boolean}} [options] `chosen`: only some tests were asked for; the others show as skipped, which is
 * nobody's fault then
 * @returns {{passed: number, failed: number, skipped: number, complaints: readonly string[]}} `complaints` names what
 * failed, so that the end of a long output is enough to know: tests, overrun budgets and skips nobody agreed to
 */
export function verdictOf(parts, {chosen = false} = {}) {
  const {passed, failed, skips, failures = []} = sumOf(parts.map(({tally}) => tally));
  const forbidden = chosen ? [] : forbiddenSkips(skips);
  const overruns = parts.flatMap(({name, seconds, budget}) =>
    seconds !== undefined && budgetVerdict(seconds, budget) === 'overrun'
      ? [`${name}: took ${seconds.toFixed(0)} s, its budget is ${budget} s`]
      : [],
  );
  return {
    passed,
    failed: failed + forbidden.length + overruns.length,
    skipped: skips.length - forbidden.length,
    complaints: [...failures.map((name) => `failed: ${name}`), ...overruns, ...forbidden],
  };
}

/**
 * The parts as lines of a table.
 * @param {readonly Ran[]} parts
 */
export function tableOf(parts) {
  return parts.map(({name, tally, seconds, budget, slowness = 1}) => {
    const counts = `${tally.passed} passed, ${tally.failed} failed, ${tally.skips.length} skipped`;
    if (seconds === undefined) return `${name.padEnd(8)} not run`;
    const late = budgetVerdict(seconds, budget) === 'kept' ? '' : '  over its budget';
    const machine = slowness > 1 ? `  (a machine ${slowness.toFixed(1)} times slower)` : '';
    return `${name.padEnd(8)} ${seconds.toFixed(1).padStart(7)} s of ${String(budget ?? '-').padStart(4)} s${machine}  ${counts}${late}`;
  });
}
