import {expect, test} from 'vitest';
import type {CurrencyCode} from '../money/currency.ts';
import type {RateDay} from '../money/schema.ts';
import {type LocalDate, addDays, dayNumber} from '../time/local-date.ts';
import {conversions} from './conversions.ts';

const [eur, usd, jpy, sek] = ['EUR', 'USD', 'JPY', 'SEK'] as unknown as readonly [
  CurrencyCode,
  CurrencyCode,
  CurrencyCode,
  CurrencyCode,
];
const monday = '2026-03-02' as LocalDate;

function ratesOf(id: LocalDate, changes: Partial<RateDay> = {}): RateDay {
  const quotes = [
    {currency: usd, units: 12_500, scale: 4},
    {currency: jpy, units: 160, scale: 0},
  ];
  return {id, base: eur, source: 'ecb', quotes, ...changes};
}

/** What 10.00 of a currency is in the reporting one, `late` days after the rates; `none` where it is not converted. */
function worth(rows: readonly RateDay[], reporting: CurrencyCode, currency: CurrencyCode, late = 0): number | 'none' {
  const found = conversions(rows, reporting)(dayNumber(addDays(monday, late)), currency);
  return found ? found.convert(1000) : 'none';
}

test('rates hold for the week after them and not a day longer, and never for the day before', () => {
  const table = [-1, 0, 1, 7, 8].map((late) => [late, worth([ratesOf(monday)], eur, usd, late)]);
  expect(table).toEqual([
    [-1, 'none'],
    [0, 800],
    [1, 800],
    [7, 800],
    [8, 'none'],
  ]);
});

test('the nearest rates before a day are taken, but for each currency the nearest that have it', () => {
  const tuesday = ratesOf(addDays(monday, 1), {quotes: [{currency: usd, units: 2, scale: 0}]});
  const rows = [ratesOf(monday), tuesday];
  expect([worth(rows, eur, usd, 1), worth(rows, eur, usd, 2), worth(rows, eur, jpy, 2)]).toEqual([500, 500, 625]);
});

test('the base, the other way round and two quoted currencies are converted exactly', () => {
  const rows = [ratesOf(monday)];
  expect({
    toBase: worth(rows, eur, usd),
    fromBase: worth(rows, usd, eur),
    cross: worth(rows, usd, jpy),
    crossBack: worth(rows, jpy, usd),
    itself: worth([], sek, sek),
    unknown: worth(rows, eur, sek),
    intoUnknown: worth(rows, sek, eur),
  }).toEqual({
    toBase: 800,
    fromBase: 1250,
    cross: 781, // 1000 JPY = 7.8125 USD
    crossBack: 1280,
    itself: 1000,
    unknown: 'none',
    intoUnknown: 'none',
  });
});

test('what a person typed goes before every other rate of that day, either way round, and says so', () => {
  const typed = [
    {base: usd, currency: jpy, units: 150, scale: 0},
    {base: eur, currency: usd, units: 2, scale: 0},
  ];
  const rows = [ratesOf(monday, {typed})];
  expect({
    toBase: worth(rows, eur, usd),
    fromBase: worth(rows, usd, eur),
    pair: worth(rows, jpy, usd),
    turned: worth(rows, usd, jpy),
    other: worth(rows, eur, jpy),
    source: conversions(rows, eur)(dayNumber(monday), usd)?.rate?.source,
  }).toEqual({toBase: 500, fromBase: 2000, pair: 1500, turned: 667, other: 625, source: 'typed'});
});

test('a conversion tells its rate with its date and source', () => {
  const found = conversions([ratesOf(monday)], eur)(dayNumber(addDays(monday, 3)), usd);
  expect(found?.rate).toEqual({from: usd, to: eur, numerator: 4n, denominator: 5n, source: 'ecb', date: monday});
});
