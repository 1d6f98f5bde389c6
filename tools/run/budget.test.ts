import {expect, test} from 'vitest';

import {readBudgets} from './budget.mjs';

test('the parts of `npm test` are meant to take less than ten minutes together', () => {
  const seconds = Object.values(readBudgets()).reduce((sum, budget) => sum + budget, 0);
  expect(seconds).toBeLessThan(600);
});
