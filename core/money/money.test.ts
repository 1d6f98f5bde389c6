import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {CurrencyCode} from './currency.ts';
import {add, compare, isZero, money, negate, subtract, sum} from './money.ts';

const eur = 'EUR' as CurrencyCode;
const usd = 'USD' as CurrencyCode;
const inEur = (minor: number) => ({minor, currency: eur});
const anyMinor = fc.maxSafeInteger();
const tooLarge = {ok: false, fault: {code: 'money.too_large', values: {currency: 'EUR'}}};
const mixed = {ok: false, fault: {code: 'money.mixed_currencies', values: {expected: 'EUR', found: 'USD'}}};

test('euros and dollars are never added, subtracted, summed or compared', () => {
  const [a, b] = [inEur(100), {minor: 100, currency: usd}];

  expect([add(a, b), subtract(a, b), sum([a, b], eur), compare(a, b)]).toEqual([mixed, mixed, mixed, mixed]);
});

test('an amount beyond the safe integers is refused, at the last unit exactly', () => {
  const most = inEur(Number.MAX_SAFE_INTEGER);

  expect([
    add(most, inEur(0)),
    add(most, inEur(1)),
    add(most, inEur(2)),
    subtract(negate(most), inEur(1)),
    money(2n ** 53n, eur),
    money(-(2n ** 80n), eur),
    sum([most, most], eur),
  ]).toEqual([{ok: true, value: most}, tooLarge, tooLarge, tooLarge, tooLarge, tooLarge, tooLarge]);
});

test('a fraction of a cent is a bug, not an amount', () => {
  expect(() => money(0.5, eur)).toThrow('whole smallest units');
  expect(() => money(Number.NaN, eur)).toThrow('whole smallest units');
});

test('adding is exact or refused, and subtracting is adding the negative', () => {
  fc.assert(
    fc.property(anyMinor, anyMinor, (a, b) => {
      expect([add(inEur(a), inEur(b)), subtract(inEur(a), inEur(b))]).toEqual([
        money(BigInt(a) + BigInt(b), eur),
        money(BigInt(a) - BigInt(b), eur),
      ]);
    }),
  );
});

test('a sum is exact in any order, even where it passes beyond the safe integers on the way', () => {
  fc.assert(
    fc.property(fc.array(anyMinor, {maxLength: 30}), (minors) => {
      const exact = minors.reduce((total, minor) => total + BigInt(minor), 0n);
      const forwards = sum(minors.map(inEur), eur);
      expect(forwards).toEqual(money(exact, eur));
      expect(sum(minors.toReversed().map(inEur), eur)).toEqual(forwards);
    }),
  );
  const most = Number.MAX_SAFE_INTEGER;
  expect(sum([most, most, 7, -most, -most].map(inEur), eur)).toEqual({ok: true, value: inEur(7)});
});

test('nothing summed is zero of the currency asked for, and zero has no sign', () => {
  expect([sum([], eur), negate(inEur(0)), money(-0, eur), subtract(inEur(5), inEur(5))]).toEqual([
    {ok: true, value: inEur(0)},
    inEur(0),
    {ok: true, value: inEur(0)},
    {ok: true, value: inEur(0)},
  ]);
  expect([isZero(inEur(0)), isZero(inEur(-1))]).toEqual([true, false]);
});

test('amounts of one currency compare by size', () => {
  expect([compare(inEur(-2), inEur(1)), compare(inEur(1), inEur(1)), compare(inEur(3), inEur(1))]).toEqual([
    {ok: true, value: -1},
    {ok: true, value: 0},
    {ok: true, value: 1},
  ]);
});
