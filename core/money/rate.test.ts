import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {LocalDate} from '../time/local-date.ts';
import {type CurrencyCode, currencyCodes, minorDigits} from './currency.ts';
import {type Quote, type Rate, convert, converter, crossRate, invert, rate} from './rate.ts';
import {type RoundingMode, divideRounded} from './rounding.ts';

const eur = 'EUR' as CurrencyCode;
const usd = 'USD' as CurrencyCode;
const jpy = 'JPY' as CurrencyCode;
const kwd = 'KWD' as CurrencyCode;
const day = '2026-03-02' as LocalDate;

function quoted(to: CurrencyCode, units: number, scale: number, more: Partial<Quote> = {}): Rate {
  const made = rate({from: eur, to, units, scale, source: 'ecb', date: day, ...more});
  if (!made.ok) throw new Error('a quote above zero is a rate');
  return made.value;
}

const anyMode = fc.constantFrom<RoundingMode>('half_even', 'half_up', 'down', 'up');
const anyCurrency = fc.constantFrom(...currencyCodes);
const anyRate = fc
  .record({
    from: anyCurrency,
    to: anyCurrency,
    numerator: fc.oneof(fc.integer({min: 1, max: 40}), fc.integer({min: 1, max: 10 ** 7}), fc.maxSafeNat()),
    denominator: fc.oneof(fc.constantFrom(1, 2, 4, 8, 10 ** 6), fc.integer({min: 1, max: 10 ** 7}), fc.maxSafeNat()),
  })
  .filter(({numerator, denominator}) => numerator > 0 && denominator > 0)
  .map(({from, to, numerator, denominator}): Rate => {
    const [over, under] = [quoted(to, numerator, 0), quoted(from, denominator, 0)];
    const cross = crossRate(under, over);
    if (!cross.ok) throw new Error('both start from the euro');
    return cross.value;
  });
const anyMinor = fc
  .oneof(fc.integer({min: -1000, max: 1000}), fc.integer(), fc.maxSafeInteger())
  .map((minor) => minor + 0);

test('a quote becomes an exact ratio in lowest terms', () => {
  expect(quoted(usd, 10876, 4)).toEqual({
    from: eur,
    to: usd,
    numerator: 2719n,
    denominator: 2500n,
    source: 'ecb',
    date: day,
  });
  expect(quoted(usd, 1087600, 6)).toEqual(quoted(usd, 10876, 4));
});

test('a rate of nothing or less is not a rate', () => {
  const refused = {ok: false, fault: {code: 'money.not_an_amount', values: {}}};

  expect([0, -1].map((units) => rate({from: eur, to: usd, units, scale: 0, source: 'typed', date: day}))).toEqual([
    refused,
    refused,
  ]);
});

test('converting honours the coins of both currencies and rounds once', () => {
  expect([
    convert({minor: 1999, currency: eur}, quoted(usd, 10876, 4), 'half_even'),
    convert({minor: 1999, currency: eur}, quoted(jpy, 16345, 2), 'half_even'),
    convert({minor: 1999, currency: eur}, quoted(kwd, 33412, 5), 'half_even'),
    convert({minor: 3267, currency: jpy}, invert(quoted(jpy, 16345, 2)), 'half_even'),
    convert({minor: -1, currency: eur}, quoted(usd, 15, 1), 'half_up'),
  ]).toEqual([
    {ok: true, value: {minor: 2174, currency: usd}},
    {ok: true, value: {minor: 3267, currency: jpy}},
    {ok: true, value: {minor: 6679, currency: kwd}},
    {ok: true, value: {minor: 1999, currency: eur}},
    {ok: true, value: {minor: -2, currency: usd}},
  ]);
});

test('an amount in another currency than the rate starts from, or one too large to count, is refused', () => {
  expect([
    convert({minor: 1, currency: usd}, quoted(usd, 10876, 4), 'down'),
    convert({minor: Number.MAX_SAFE_INTEGER, currency: eur}, quoted(usd, 2, 0), 'down'),
  ]).toEqual([
    {ok: false, fault: {code: 'money.mixed_currencies', values: {expected: 'EUR', found: 'USD'}}},
    {ok: false, fault: {code: 'money.too_large', values: {currency: 'USD'}}},
  ]);
});

test('a cross rate goes through the common base, dated and trusted as its weaker half', () => {
  const older = '2026-02-27' as LocalDate;

  expect(crossRate(quoted(usd, 125, 2), quoted(jpy, 150, 0, {source: 'typed', date: older}))).toEqual({
    ok: true,
    value: {from: usd, to: jpy, numerator: 120n, denominator: 1n, source: 'typed', date: older},
  });
  expect(crossRate(quoted(usd, 125, 2), quoted(jpy, 150, 0, {from: kwd}))).toEqual({
    ok: false,
    fault: {code: 'money.mixed_currencies', values: {expected: 'EUR', found: 'KWD'}},
  });
});

test('a cross rate loses nothing: taken apart again it gives the quotes it came from', () => {
  const units = fc.integer({min: 1, max: 10 ** 12});
  fc.assert(
    fc.property(units, fc.nat(12), units, fc.nat(12), (aUnits, aScale, bUnits, bScale) => {
      const [a, b] = [quoted(usd, aUnits, aScale), quoted(jpy, bUnits, bScale)];
      const cross = crossRate(a, b);
      expect(cross.ok && crossRate(invert(a), cross.value)).toEqual({ok: true, value: b});
    }),
  );
});

test('a conversion is the exact product, off by less than one coin, and a refund is its mirror', () => {
  fc.assert(
    fc.property(anyMinor, anyRate, anyMode, (minor, rate, mode) => {
      const converted = convert({minor, currency: rate.from}, rate, mode);
      fc.pre(converted.ok);
      if (!converted.ok) return;
      const exact = BigInt(minor) * rate.numerator * 10n ** BigInt(minorDigits(rate.to));
      const coin = rate.denominator * 10n ** BigInt(minorDigits(rate.from));
      const off = BigInt(converted.value.minor) * coin - exact;
      expect(off < coin && off > -coin).toBe(true);
      expect(convert({minor: 0 - minor, currency: rate.from}, rate, mode)).toEqual({
        ok: true,
        value: {minor: 0 - converted.value.minor, currency: rate.to},
      });
    }),
  );
});

test('converting a column gives each row what converting it alone gives, to the coin', () => {
  fc.assert(
    fc.property(anyRate, anyMode, fc.array(anyMinor, {maxLength: 30}), (rate, mode, minors) => {
      const alone = minors.map((minor) => {
        const one = convert({minor, currency: rate.from}, rate, mode);
        return one.ok ? one.value.minor : Number.NaN;
      });
      expect(minors.map(converter(rate, mode))).toEqual(alone);
    }),
    {numRuns: 1000},
  );
});

test('a column stays exact at the last amounts that doubles can carry, and just beyond them', () => {
  const factors = fc.record({
    numerator: fc.oneof(fc.integer({min: 1, max: 1000}), fc.integer({min: 1, max: 2 ** 31 - 1})),
    denominator: fc.oneof(fc.integer({min: 1, max: 1000}), fc.maxSafeNat()),
    step: fc.integer({min: -50, max: 50}),
  });
  fc.assert(
    fc.property(factors, anyMode, ({numerator, denominator, step}, mode) => {
      fc.pre(denominator > 0);
      const edge = Number(BigInt(Number.MAX_SAFE_INTEGER) / BigInt(numerator)) + step;
      fc.pre(Number.isSafeInteger(edge));
      const rate: Rate = {
        ...quoted(usd, 1, 0),
        numerator: BigInt(numerator),
        denominator: BigInt(denominator),
      };
      const exact = divideRounded(BigInt(edge) * BigInt(numerator), BigInt(denominator), mode);
      const value = Number(exact);
      expect(converter(rate, mode)(edge)).toBe(Number.isSafeInteger(value) ? value : Number.NaN);
    }),
    {numRuns: 2000},
  );
});

test('a ratio finer than doubles still tells just under a half from a half', () => {
  const finer = (denominator: bigint): Rate => ({...quoted(usd, 1, 0), numerator: 1n, denominator});

  expect([
    converter(finer(2n ** 53n + 1n), 'half_up')(2 ** 52),
    converter(finer(2n ** 53n), 'half_up')(2 ** 52),
    converter(finer(2n ** 53n + 3n), 'half_even')(2 ** 52 + 2),
  ]).toEqual([0, 1, 1]);
});

test('a column row that is no whole number of coins is a bug', () => {
  expect(() => converter(quoted(usd, 10876, 4), 'down')(0.5)).toThrow('whole smallest units');
});
