import {assert} from '../lib/assert.ts';
import {defineSummary} from '../lib/summary.ts';
import type {CurrencyCode} from '../money/currency.ts';
import type {RateSource} from '../money/schema.ts';
import {orderList} from '../orders/list-view.ts';
import type {Db} from '../sync/define.ts';
import {type DayNumber, type LocalDate, dateOfDay, dayNumber} from '../time/local-date.ts';
import {type Beside, type Beyond, type SalesSpan, loadBeside, salesSpan, visitSales} from './sales.ts';

/** Amounts in smallest units of the reporting currency. */
export interface SalesFigures {
  readonly orders: number;
  readonly soldMinor: number;
  readonly refundedMinor: number;
  readonly netMinor: number;
}

export interface SalesDay extends SalesFigures {
  readonly day: LocalDate;
}

export interface SalesByDay {
  readonly currency: CurrencyCode | undefined;
  /** Every day of the span, also those without a sale. */
  readonly days: readonly SalesDay[];
  /** The sum of `days`. */
  readonly total: SalesFigures;
  /** Orders without a rate, by currency: in no figure above. */
  readonly notConverted: readonly {
    readonly currency: CurrencyCode;
    readonly orders: number;
    readonly soldMinor: number;
  }[];
  /** Orders whose amounts no file has told yet: in no figure above. */
  readonly withoutAmounts: number;
  /** The days between which there are sales at all. */
  readonly reach: Beyond['reach'];
  /** Where the rates in use come from. */
  readonly sources: readonly RateSource[];
}

/** Days that one span may have. */
export const daysMax = 4_000;

/** Sales of each business day in the reporting currency: converted order by order, each rounded once, then summed. */
export const salesByDay = defineSummary({
  name: 'sales.byDay',
  view: orderList,
  args: salesSpan,
  load: (db: Db, span) => loadBeside(db, span),
  run: (columns, beside: Beside, span): SalesByDay => {
    const days = emptyDays(span);
    const first = dayNumber(span.from);
    const missing = new Map<CurrencyCode, {orders: number; soldMinor: number}>();
    const {withoutAmounts, reach} = visitSales(columns, beside, span, (sale) => {
      if (!sale.converted) {
        const known = missing.get(sale.currency) ?? {orders: 0, soldMinor: 0};
        missing.set(sale.currency, {orders: known.orders + 1, soldMinor: known.soldMinor + sale.soldMinor});
        return;
      }
      const figures = days[sale.day - first];
      assert(figures !== undefined, 'a sale falls on a day of its span');
      figures.orders += 1;
      figures.soldMinor += sale.converted.soldMinor;
      figures.refundedMinor += sale.converted.refundedMinor;
      figures.netMinor += sale.converted.soldMinor - sale.converted.refundedMinor;
    });
    return {
      currency: beside.business?.reportingCurrency,
      days,
      total: sumOf(days),
      notConverted: [...missing].map(([currency, figures]) => ({currency, ...figures})),
      withoutAmounts,
      reach,
      sources: [
        ...new Set(beside.rateDays.flatMap((row) => (row.typed ? [row.source, 'typed' as const] : [row.source]))),
      ],
    };
  },
});

interface MutableDay {
  day: LocalDate;
  orders: number;
  soldMinor: number;
  refundedMinor: number;
  netMinor: number;
}

function emptyDays({from, below}: SalesSpan): MutableDay[] {
  const first = dayNumber(from);
  const count = Math.max(0, Math.min(daysMax, dayNumber(below) - first));
  const dayAt = (offset: number): DayNumber => first + offset;
  return Array.from({length: count}, (_, offset) => {
    return {day: dateOfDay(dayAt(offset)), orders: 0, soldMinor: 0, refundedMinor: 0, netMinor: 0};
  });
}

/** The sum of figures; whole smallest units, so it is exact below 2^53. */
export function sumOf(list: readonly SalesFigures[]): SalesFigures {
  const total = {orders: 0, soldMinor: 0, refundedMinor: 0, netMinor: 0};
  for (const figures of list) {
    total.orders += figures.orders;
    total.soldMinor += figures.soldMinor;
    total.refundedMinor += figures.refundedMinor;
    total.netMinor += figures.netMinor;
  }
  assert(
    Number.isSafeInteger(total.soldMinor) && Number.isSafeInteger(total.refundedMinor),
    'sales that can be counted',
  );
  return total;
}
