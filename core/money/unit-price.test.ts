import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type CurrencyCode, currencyCodes, minorDigits} from './currency.ts';
import type {RoundingMode} from './rounding.ts';
import {lineTotal} from './unit-price.ts';

const eur = 'EUR' as CurrencyCode;
const jpy = 'JPY' as CurrencyCode;

test('a line rounds its total once, not each piece', () => {
  const price = {units: 335, scale: 3, currency: eur};
  const totals = (['half_even', 'half_up', 'down', 'up'] as const).map((mode) => lineTotal(price, 3, mode));

  expect(totals).toEqual([100, 101, 100, 101].map((minor) => ({ok: true, value: {minor, currency: eur}})));
});

test('a thousand screws at 0.0125 cost 12.50, in yen 12.5 before rounding', () => {
  expect([
    lineTotal({units: 125, scale: 4, currency: eur}, 1000, 'half_up'),
    lineTotal({units: 125, scale: 4, currency: jpy}, 1000, 'half_up'),
  ]).toEqual([
    {ok: true, value: {minor: 1250, currency: eur}},
    {ok: true, value: {minor: 13, currency: jpy}},
  ]);
});

test('a line that cannot be counted is refused, and half a piece is a bug', () => {
  const price = {units: Number.MAX_SAFE_INTEGER, scale: 2, currency: eur};

  expect(lineTotal(price, 2, 'down')).toEqual({ok: false, fault: {code: 'money.too_large', values: {currency: 'EUR'}}});
  expect(() => lineTotal(price, 0.5, 'down')).toThrow('whole numbers');
});

test('a total is the exact product, off by less than one unit, and a return is its mirror', () => {
  const price = fc.record({
    units: fc.integer({min: -(10 ** 9), max: 10 ** 9}),
    scale: fc.nat(9),
    currency: fc.constantFrom(...currencyCodes),
  });
  const mode = fc.constantFrom<RoundingMode>('half_even', 'half_up', 'down', 'up');

  fc.assert(
    fc.property(price, fc.integer({min: -100, max: 100}), mode, (price, quantity, mode) => {
      const total = lineTotal(price, quantity, mode);
      if (!total.ok) throw new Error('small enough to count');
      const {minor} = total.value;
      const unit = 10n ** BigInt(price.scale);
      const exact = BigInt(price.units) * BigInt(quantity) * 10n ** BigInt(minorDigits(price.currency));
      const off = BigInt(minor) * unit - exact;
      expect(off < unit && off > -unit).toBe(true);
      expect(lineTotal(price, -quantity, mode)).toEqual({ok: true, value: {...total.value, minor: 0 - minor}});
    }),
  );
});
