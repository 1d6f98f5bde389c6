import {expect, test} from 'vitest';

import {budgetVerdict} from './budget.mjs';
import {tableOf, verdictOf} from './verdict.mjs';

const unit = {name: 'unit', tally: {passed: 10, failed: 0, skips: []}, seconds: 12.34, budget: 60};

test('a run that went well is the sum of its parts', () => {
  const e2e = {name: 'e2e', tally: {passed: 5, failed: 0, skips: [{name: 'a window', reason: 'no Electron'}]}};
  expect(verdictOf([unit, {...e2e, seconds: 40, budget: 300}])).toEqual({
    passed: 15,
    failed: 0,
    skipped: 1,
    complaints: [],
  });
});

test.each([
  ['no Electron', 0],
  ['no shared data', 0],
  ['skipped: no shared data', 0],
  ['no Debian package', 0],
  ['no time', 1],
  ['no Electron today', 1],
  ['', 1],
  [undefined, 1],
])('a test skipped for %j: %i failures', (reason, failed) => {
  const verdict = verdictOf([{...unit, tally: {passed: 1, failed: 0, skips: [{name: 'a label', reason}]}}]);
  expect([verdict.failed, verdict.skipped, verdict.complaints.length]).toEqual([failed, 1 - failed, failed]);
});

test('a skip nobody agreed to is named', () => {
  const tally = {passed: 1, failed: 0, skips: [{name: 'orders.test.ts > a hold', reason: undefined}]};
  expect(verdictOf([{...unit, tally}]).complaints).toEqual(['orders.test.ts > a hold: skipped without a reason']);
});

test('whoever asks for some tests only may leave out the others', () => {
  const tally = {passed: 1, failed: 0, skips: [{name: 'orders.test.ts > a hold', reason: undefined}]};
  expect(verdictOf([{...unit, tally}], {chosen: true})).toEqual({passed: 1, failed: 0, skipped: 1, complaints: []});
});

test.each([
  [59, 'kept'],
  [60, 'kept'],
  [61, 'late'],
  [90, 'late'],
  [91, 'overrun'],
])('%i seconds of a budget of 60 are %s', (seconds, verdict) => {
  expect(budgetVerdict(seconds, 60)).toBe(verdict);
});

test('a part that overran its budget fails, one that was late does not', () => {
  const late = {...unit, seconds: 70};
  const overrun = {...unit, seconds: 100};
  expect([verdictOf([late]).failed, verdictOf([overrun]).failed, verdictOf([overrun]).complaints]).toEqual([
    0,
    1,
    ['unit: took 100 s, its budget is 60 s'],
  ]);
});

test('the table shows every part, also the one that could not run', () => {
  const e2e = {name: 'e2e', tally: {passed: 0, failed: 1, skips: []}, seconds: undefined, budget: 300};
  expect(tableOf([unit, {...unit, name: 'build', seconds: 61}, e2e])).toEqual([
    'unit        12.3 s of   60 s  10 passed, 0 failed, 0 skipped',
    'build       61.0 s of   60 s  10 passed, 0 failed, 0 skipped  over its budget',
    'e2e      not run',
  ]);
});

test('what failed is named again at the end, where somebody looks who did not watch', () => {
  const tally = {passed: 1, failed: 1, skips: [], failures: ['orders.test.ts > a hold']};
  expect(verdictOf([{...unit, tally}]).complaints).toEqual(['failed: orders.test.ts > a hold']);
});
