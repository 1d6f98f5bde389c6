import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {canonical} from './canonical.ts';
import {isSameValue} from './same-value.ts';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    {maxDepth: 3},
    fc.constantFrom('', 'a', 0, 1, true, false, null),
    fc.array(tie('any'), {maxLength: 3}),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.option(tie('any'), {nil: undefined}), {noNullPrototype: true}),
  ),
})).any;

test('two values are the same where their canonical texts are', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      const same = [
        isSameValue(one, other),
        isSameValue(one, structuredClone(one)),
        isSameValue([one, other], [other, one]),
      ];
      expect(same).toEqual([
        canonical(one) === canonical(other),
        true,
        canonical([one, other]) === canonical([other, one]),
      ]);
    }),
    {numRuns: 2_000},
  );
});

test('a field that is undefined is none, and the order of fields tells nothing', () => {
  expect([
    isSameValue({a: 1, b: undefined, c: [{d: 2}]}, {c: [{d: 2, e: undefined}], a: 1}),
    isSameValue({a: 1}, {a: 1, b: null}),
    isSameValue([], {}),
    isSameValue(undefined, null),
  ]).toEqual([true, false, false, false]);
});
