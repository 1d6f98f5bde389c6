import {integer, list, object, oneOf, pattern} from '../lib/shape.ts';
import {type RowOf, defineTable} from '../lib/table.ts';
import type {LocalDate} from '../time/local-date.ts';
import type {CurrencyCode} from './currency.ts';

/** Where a rate comes from; shown wherever a converted amount is shown. */
export const rateSources = ['invented', 'typed', 'ecb'] as const;
export type RateSource = (typeof rateSources)[number];

/** The rates of one day: one unit of `base` buys `units * 10^-scale` of each quoted currency. The id is the day. */
export const rateDays = defineTable('rateDays', {
  id: pattern<LocalDate>(/^\d{4}-\d{2}-\d{2}$/),
  base: pattern<CurrencyCode>(/^[A-Z]{3}$/),
  source: oneOf(rateSources),
  quotes: list(
    object({
      currency: pattern<CurrencyCode>(/^[A-Z]{3}$/),
      units: integer({min: 1, max: 1_000_000_000_000}),
      scale: integer({min: 0, max: 12}),
    }),
    {max: 200},
  ),
});
export type RateDay = RowOf<typeof rateDays>;
