import {integer, list, object, oneOf, optional, pattern} from '../lib/shape.ts';
import {type RowOf, defineTable} from '../lib/table.ts';
import type {LocalDate} from '../time/local-date.ts';
import type {CurrencyCode} from './currency.ts';

/** Where a rate comes from; shown wherever a converted amount is shown. */
export const rateSources = ['invented', 'typed', 'ecb'] as const;
export type RateSource = (typeof rateSources)[number];

const quote = {
  currency: pattern<CurrencyCode>(/^[A-Z]{3}$/),
  units: integer({min: 1, max: 1_000_000_000_000}),
  scale: integer({min: 0, max: 12}),
};

/**
 * The rates of one day: one unit of `base` buys `units * 10^-scale` of each quoted currency. The id is the day. `typed` ones
 * were typed by a person, say themselves what their base is, and go before the others.
 */
export const rateDays = defineTable('rateDays', {
  id: pattern<LocalDate>(/^\d{4}-\d{2}-\d{2}$/),
  base: pattern<CurrencyCode>(/^[A-Z]{3}$/),
  source: oneOf(rateSources),
  quotes: list(object(quote), {max: 200}),
  typed: optional(list(object({base: pattern<CurrencyCode>(/^[A-Z]{3}$/), ...quote}), {max: 200})),
});
export type RateDay = RowOf<typeof rateDays>;
export type TypedRate = NonNullable<RateDay['typed']>[number];
