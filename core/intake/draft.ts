import type {CurrencyCode} from '../money/currency.ts';
import type {OrderStatus} from '../orders/schema.ts';
import type {Instant} from '../time/instant.ts';

/** One data row of a file: its number as a spreadsheet counts (the first record of the file is 1) and its cells as read. */
export interface SourceRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** One line of an order as a file tells it. `totalMinor` is quantity x unit price, rounded once, before order discounts. */
export interface DraftLine {
  readonly row: number;
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice?: {readonly units: number; readonly scale: number};
  readonly totalMinor?: number;
}

/** What a buyer pays, in smallest units; a cancellation is negative. `taxMinor` is part of `totalMinor`. */
export interface DraftMoney {
  readonly shippingMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly refundedMinor: number;
}

export interface DraftBuyer {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** How the channel calls the buyer: a user name, a customer number. */
  readonly handle?: string;
}

export interface DraftAddress {
  readonly name?: string;
  readonly company?: string;
  readonly street?: string;
  readonly extra?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly region?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** What one file says about one order. What it does not say is left out, never guessed: the reports of a channel complete each other. */
export interface DraftFacts {
  readonly channelOrderId: string;
  readonly status?: OrderStatus;
  readonly orderedAt?: Instant;
  readonly shipBy?: Instant;
  readonly shippedAt?: Instant;
  readonly currency?: CurrencyCode;
  readonly lines?: readonly DraftLine[];
  readonly money?: DraftMoney;
  readonly buyer?: DraftBuyer;
  readonly shipTo?: DraftAddress;
  readonly tracking?: {readonly carrier?: string; readonly number: string};
}

/** What one file says about one order, and the rows this was read from, in file order. */
export interface OrderDraft extends DraftFacts {
  readonly source: readonly SourceRow[];
}

/**
 * The same once the file is read: until somebody looks at where an order comes from, its cells are one text
 * (`packed-source.ts`) and not thousands that are copied from worker to worker.
 */
export interface PackedDraft extends DraftFacts {
  readonly source: PackedSource;
}

export interface PackedSource {
  readonly rows: readonly number[];
  readonly cells: string;
}
