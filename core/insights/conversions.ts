import type {CurrencyCode} from '../money/currency.ts';
import {type Rate, converter, crossRate, invert, rate} from '../money/rate.ts';
import type {RateDay} from '../money/schema.ts';
import {type DayNumber, dayNumber} from '../time/local-date.ts';

/** Turns smallest units into smallest units of the reporting currency. */
export interface Conversion {
  readonly rate: Rate | undefined;
  readonly convert: (minor: number) => number;
}

/** Rates older than this say nothing about a day any more. */
const staleAfterDays = 7;

/**
 * The conversion for a day and currency: the rates of that day, or of the nearest day before it within a week (markets
 * rest); undefined where there is none, so that an amount is listed as not converted and never counted as zero.
 */
export function conversions(
  rateDays: readonly RateDay[],
  reporting: CurrencyCode,
): (day: DayNumber, currency: CurrencyCode) => Conversion | undefined {
  const byDay = new Map(rateDays.map((row) => [dayNumber(row.id), row]));
  const known = new Map<string, Conversion | undefined>();
  return (day, currency) => {
    if (currency === reporting) return same;
    const key = `${day} ${currency}`;
    if (!known.has(key)) known.set(key, conversionOn(byDay, day, {from: currency, to: reporting}));
    return known.get(key);
  };
}

const same: Conversion = {rate: undefined, convert: (minor) => minor};

function conversionOn(byDay: ReadonlyMap<DayNumber, RateDay>, day: DayNumber, pair: Pair): Conversion | undefined {
  for (let back = 0; back <= staleAfterDays; back += 1) {
    const row = byDay.get(day - back);
    if (!row) continue;

    const typed = typedRate(row, pair);
    if (typed) return {rate: typed, convert: converter(typed, 'half_even')};

    const from = quoteOf(row, pair.from);
    const to = quoteOf(row, pair.to);
    const cross = from && to && crossRate(from, to);
    if (cross?.ok) return {rate: cross.value, convert: converter(cross.value, 'half_even')};
  }
  return undefined;
}

/** What a person typed for exactly these two currencies, either way round. */
function typedRate({id, typed}: RateDay, {from, to}: Pair): Rate | undefined {
  for (const {base, currency, ...quote} of typed ?? []) {
    if (!(base === from && currency === to) && !(base === to && currency === from)) continue;
    const told = rate({...quote, from: base, to: currency, source: 'typed', date: id});
    if (told.ok) return base === from ? told.value : invert(told.value);
  }
  return undefined;
}

interface Pair {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
}

/** What one unit of the day's base buys of a currency. */
function quoteOf({id, base, source, quotes, typed}: RateDay, currency: CurrencyCode): Rate | undefined {
  if (currency === base) return {from: base, to: base, numerator: 1n, denominator: 1n, source, date: id};

  const own = typed?.find((candidate) => candidate.base === base && candidate.currency === currency);
  const quote = own ?? quotes.find((candidate) => candidate.currency === currency);
  const found = quote && rate({...quote, from: base, to: currency, source: own ? 'typed' : source, date: id});
  return found?.ok ? found.value : undefined;
}
