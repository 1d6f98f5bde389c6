import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {SortedNumbers} from './sorted-numbers.ts';

test('numbers stand in their order, once each, whichever come and go', () => {
  const step = fc.record({add: fc.boolean(), n: fc.nat({max: 30})});
  fc.assert(
    fc.property(fc.array(step, {maxLength: 60}), fc.nat({max: 31}), (steps, behind) => {
      const [numbers, plain] = [new SortedNumbers(), new Set<number>()];
      for (const {add, n} of steps) {
        if (add) {
          numbers.add(n);
          plain.add(n);
        } else {
          numbers.delete(n);
          plain.delete(n);
        }
      }
      const sorted = [...plain].toSorted((a, b) => a - b);
      expect([numbers.isEmpty, numbers.firstBehind(behind), [...numbers.all], numbers.isEmpty]).toEqual([
        sorted.length === 0,
        sorted.find((n) => n > behind),
        sorted,
        sorted.length === 0,
      ]);
    }),
  );
});

test('thousands that come at the end and go from the beginning leave what is between them', () => {
  const numbers = new SortedNumbers();
  for (let n = 1; n <= 3_000; n += 1) numbers.add(n);
  for (let n = 1; n <= 2_500; n += 1) numbers.delete(n);
  const left = [numbers.firstBehind(0), numbers.firstBehind(2_999), numbers.firstBehind(3_000), numbers.all.length];
  for (let n = 2_501; n <= 3_000; n += 1) numbers.delete(n);
  expect([left, numbers.isEmpty, numbers.firstBehind(0)]).toEqual([[2_501, 3_000, undefined, 500], true, undefined]);
});
