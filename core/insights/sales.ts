import {must} from '../lib/assert.ts';
import {id} from '../lib/id.ts';
import {type FieldsOf, optional, pattern} from '../lib/shape.ts';
import type {ColumnReader} from '../lib/view.ts';
import type {CurrencyCode} from '../money/currency.ts';
import type {RateDay} from '../money/schema.ts';
import {soldStatuses} from '../orders/order.ts';
import type {Business, Storefront} from '../storefronts/schema.ts';
import type {Db} from '../sync/define.ts';
import {businessDays} from '../time/business-day.ts';
import type {Instant} from '../time/instant.ts';
import {type DayNumber, type LocalDate, addDays, dateOfDay, dayNumber} from '../time/local-date.ts';
import {conversions} from './conversions.ts';

const day = pattern<LocalDate>(/^\d{4}-\d{2}-\d{2}$/);

/** Sales of a business on the business days `from <= day < below`, of one storefront where one is named. */
export const salesSpan = {
  businessId: id('business'),
  from: day,
  below: day,
  storefrontId: optional(id('storefront')),
};
export type SalesSpan = FieldsOf<typeof salesSpan>;

export interface Beside {
  readonly business: Business | undefined;
  readonly storefronts: readonly Storefront[];
  readonly rateDays: readonly RateDay[];
}

/** One order that counts as sold, in its own currency and in the reporting currency where there is a rate. */
export interface Sale {
  readonly position: number;
  readonly day: DayNumber;
  readonly currency: CurrencyCode;
  readonly soldMinor: number;
  readonly refundedMinor: number;
  /** In the reporting currency, each rounded once; undefined: not converted. */
  readonly converted: {readonly soldMinor: number; readonly refundedMinor: number} | undefined;
}

const rateDaysMax = 20_000;
const daysBefore = 8;

/** The few rows that sales are worked out with. */
export async function loadBeside(db: Db, {businessId, from, below}: SalesSpan): Promise<Beside> {
  const business = await db.businesses.get(businessId);
  const storefronts = await db.storefronts.range({limit: 1_000});
  const rateDays = await db.rateDays.range({from: addDays(from, -daysBefore), below, limit: rateDaysMax});
  return {business, storefronts: storefronts.filter((row) => row.businessId === businessId), rateDays};
}

/** What a walk over sales has met and not visited. */
export interface Beyond {
  /** Orders of the span whose amounts no file has told yet: they are in no figure. */
  readonly withoutAmounts: number;
  /** The first and the last day with an order, in the span or not; undefined where nothing was ever sold. */
  readonly reach: {readonly first: LocalDate; readonly last: LocalDate} | undefined;
}

/**
 * Walks the sales of a span, in no order. Every figure of the sales page is a sum over what this visits. A cancellation's
 * negative total is money paid back, not negative sales.
 */
export function visitSales(
  columns: ColumnReader,
  beside: Beside,
  span: SalesSpan,
  visit: (sale: Sale) => void,
): Beyond {
  const {business} = beside;
  if (!business) return {withoutAmounts: 0, reach: undefined};

  let withoutAmounts = 0;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const conversionOf = conversions(beside.rateDays, business.reportingCurrency);
  const dayOf = businessDays({zone: business.zone, startsAtHour: business.dayStartsAtHour});
  const from = dayNumber(span.from);
  const below = dayNumber(span.below);
  const counted = beside.storefronts.filter(({id}) => span.storefrontId === undefined || id === span.storefrontId);
  const ours = wanted(columns, 'storefrontId', new Set<string>(counted.map((row) => row.id)));
  const sold = wanted(columns, 'status', new Set<string>(soldStatuses));
  const status = columns.code('status').at;
  const storefront = columns.code('storefrontId').at;
  const {names: currencies, at: currency} = columns.code('currency');
  const orderedAt = columns.number('orderedAt');
  const total = columns.number('total');
  const refunded = columns.number('refunded');

  for (let position = 0; position < columns.size; position += 1) {
    if (!columns.live[position] || !sold[status[position] ?? 0] || !ours[storefront[position] ?? 0]) continue;
    const on = dayOf(must(orderedAt[position], 'every order has its time') as Instant);
    if (on < first) first = on;
    if (on > last) last = on;
    if (on < from || on >= below) continue;

    const code = must(currencies[currency[position] ?? 0], 'every order has a currency') as CurrencyCode;
    const totalMinor = must(total[position], 'a total, or that there is none yet');
    if (Number.isNaN(totalMinor)) {
      withoutAmounts += 1;
      continue;
    }
    const soldMinor = Math.max(totalMinor, 0);
    const paidBack = must(refunded[position], 'every order says what was paid back');
    const refundedMinor = paidBack + Math.max(-totalMinor, 0);
    const conversion = conversionOf(on, code);
    const converted = conversion && {
      soldMinor: conversion.convert(soldMinor),
      refundedMinor: conversion.convert(refundedMinor),
    };
    visit({position, day: on, currency: code, soldMinor, refundedMinor, converted: converted && counts(converted)});
  }
  return {withoutAmounts, reach: first <= last ? {first: dateOfDay(first), last: dateOfDay(last)} : undefined};
}

/** An amount too large to be counted is listed as not converted. */
function counts(converted: NonNullable<Sale['converted']>): Sale['converted'] {
  const safe = Number.isSafeInteger(converted.soldMinor) && Number.isSafeInteger(converted.refundedMinor);
  return safe ? converted : undefined;
}

function wanted(columns: ColumnReader, column: string, names: ReadonlySet<string>): Uint8Array {
  return Uint8Array.from(columns.code(column).names, (name) => (names.has(name) ? 1 : 0));
}
