import {expect, test} from 'vitest';
import {runPlan} from '#core/testing/simulation/run-plan.ts';
import {planOf} from '#core/testing/simulation/steps.ts';

/** Few: the unit tests find nearly all, and whatever they do not find has to go through every seed. */
const count = 12;

test.each(Array.from({length: count}, (_, at) => at + 1))('seed %i keeps every promise', async (seed) => {
  const {failed} = await runPlan(planOf(seed));
  expect(failed).toBeUndefined();
});
