import fc from 'fast-check';
import {expect, test} from 'vitest';
import {allocate} from './allocate.ts';
import type {CurrencyCode} from './currency.ts';

const eur = 'EUR' as CurrencyCode;
const inEur = (minor: number) => ({minor, currency: eur});
const minorsOf = (minor: number, weights: readonly number[]) =>
  allocate(inEur(minor), weights).map((part) => part.minor);

const anyMinor = fc.oneof(fc.maxSafeInteger(), fc.integer({min: -500, max: 500})).map((minor) => minor + 0);
const anyWeights = fc.array(fc.oneof(fc.nat(5), fc.nat(1_000_000), fc.maxSafeNat()), {minLength: 1, maxLength: 40});

test('a bill is split to the cent, what is left over going to the largest remainders, then to the first', () => {
  const splits = [
    [100, [1, 1, 1]],
    [101, [1, 1, 1]],
    [-100, [1, 1, 1]],
    [10, [1, 2, 1]],
    [5, [3, 7]],
    [7, [0, 1, 0, 1]],
    [0, [2, 3]],
    [5, [0, 0]],
    [99, [4]],
  ] as const;

  expect(splits.map(([minor, weights]) => minorsOf(minor, weights))).toEqual([
    [34, 33, 33],
    [34, 34, 33],
    [-34, -33, -33],
    [3, 5, 2],
    [2, 3],
    [0, 4, 0, 3],
    [0, 0],
    [3, 2],
    [99],
  ]);
});

test('no cent is lost or made: the parts add up to the whole', () => {
  fc.assert(
    fc.property(anyMinor, anyWeights, (minor, weights) => {
      const parts = minorsOf(minor, weights);
      expect(parts.length).toBe(weights.length);
      expect(parts.reduce((total, part) => total + BigInt(part), 0n)).toBe(BigInt(minor));
    }),
  );
});

test('each part lies within a cent of its exact share, and who weighs nothing gets nothing', () => {
  fc.assert(
    fc.property(anyMinor, anyWeights, (minor, weights) => {
      const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
      fc.pre(total > 0n);
      const unfair = minorsOf(minor, weights).filter((part, index) => {
        const off = BigInt(part) * total - BigInt(minor) * BigInt(weights[index] ?? 0);
        return off >= total || off <= -total || (weights[index] === 0 && part !== 0);
      });
      expect(unfair).toEqual([]);
    }),
  );
});

test('a refund is split as the mirror of its charge', () => {
  fc.assert(
    fc.property(anyMinor, anyWeights, (minor, weights) => {
      expect(minorsOf(0 - minor, weights)).toEqual(minorsOf(minor, weights).map((part) => 0 - part));
    }),
  );
});

test('an amount is split among at least one, by whole weights that are not negative', () => {
  expect(() => minorsOf(1, [])).toThrow('at least one');
  expect(() => minorsOf(1, [1, -1])).toThrow('not negative');
  expect(() => minorsOf(1, [0.5])).toThrow('whole');
});
