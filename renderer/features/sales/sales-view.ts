import {create} from 'zustand';
import {check, object, oneOf, pattern} from '#core/lib/shape.ts';
import type {LocalDate} from '#core/time/local-date.ts';

/** How far back the sales page looks, in days of the business. */
export const spans = {d30: 30, d90: 90, d180: 180, all: 548} as const;
export type Span = keyof typeof spans;
export const spanNames = ['d30', 'd90', 'd180', 'all'] as const;

export interface SalesView {
  readonly span: Span;
  /** A storefront's id, or `all`. */
  readonly storefront: string;
  /** The day explained in the panel. */
  readonly day: LocalDate | undefined;
}

const beginning: SalesView = {span: 'd90', storefront: 'all', day: undefined};

export const useSalesView = create<SalesView>()(() => beginning);

export function forgetSalesView(): void {
  useSalesView.setState(beginning);
}

const kept = object({span: oneOf(spanNames), storefront: pattern(/^(all|[A-Za-z0-9_-]{12})$/)});

export function keptOf({span, storefront}: SalesView): Partial<SalesView> {
  return {span, storefront};
}

export function acceptKept(value: unknown): Partial<SalesView> {
  const checked = check(kept, value);
  return checked.ok ? checked.value : {};
}
