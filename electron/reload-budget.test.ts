import {expect, it} from 'vitest';
import {reloadBudget} from './reload-budget.ts';

it('a page that stops is started again three times in a minute, then left to the person', () => {
  const budget = reloadBudget();

  expect([0, 1_000, 2_000, 3_000, 59_999].map((now) => budget.spend(now))).toEqual([true, true, true, false, false]);
  expect([60_000, 60_500, 61_000, 62_000].map((now) => budget.spend(now))).toEqual([true, false, true, true]);
});
