import {create} from 'zustand';
import {check, object, oneOf, optional, pattern} from '#core/lib/shape.ts';
import {daysMax} from '#core/insights/sales-by-day.ts';
import {type LocalDate, addDays} from '#core/time/local-date.ts';

/** How far back the sales page looks, in days of the business; `dates` looks from one day to another. */
export const spans = {d30: 30, d90: 90, d180: 180, all: 548} as const;
export const spanNames = ['d30', 'd90', 'd180', 'all', 'dates'] as const;
export type Span = (typeof spanNames)[number];

/** The first and the last day of a span. */
export interface Dates {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface SalesView {
  readonly span: Span;
  /** What `dates` means; undefined until somebody has said it. */
  readonly dates: Dates | undefined;
  /** A storefront's id, or `all`. */
  readonly storefront: string;
  /** The day explained in the panel. */
  readonly day: LocalDate | undefined;
}

const beginning: SalesView = {span: 'd90', dates: undefined, storefront: 'all', day: undefined};

export const useSalesView = create<SalesView>()(() => beginning);

export function forgetSalesView(): void {
  useSalesView.setState(beginning);
}

/** Shows the sales from one day to another; of a span that is too long its end. */
export function showDates({from, to}: Dates): void {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const earliest = addDays(last, 1 - daysMax);
  useSalesView.setState({span: 'dates', dates: {from: first < earliest ? earliest : first, to: last}, day: undefined});
}

const day = pattern<LocalDate>(/^\d{4}-\d{2}-\d{2}$/);
const kept = object({
  span: oneOf(spanNames),
  dates: optional(object({from: day, to: day})),
  storefront: pattern(/^(all|[A-Za-z0-9_-]{12})$/),
});

export function keptOf({span, dates, storefront}: SalesView): Partial<SalesView> {
  return dates ? {span, dates, storefront} : {span, storefront};
}

export function acceptKept(value: unknown): Partial<SalesView> {
  const checked = check(kept, value);
  return checked.ok ? checked.value : {};
}
