import {expect, test} from 'vitest';

import {machineSlowness, slownessOf} from './machine.mjs';

test.each([
  [[307, 307], 1],
  [[460.5, 460.5], 1.5],
  [[307, 921], 2],
  [[100, 200], 1],
])('cores that take %j ms for the fixed work are %f times as slow as meant', (times, slowness) => {
  expect(slownessOf(times)).toBe(slowness);
});

test('this machine does the work, and is not told to be faster than the budgets mean', async () => {
  expect(await machineSlowness()).toBeGreaterThanOrEqual(1);
});
