import type {PackedDraft} from '#core/intake/draft.ts';
import type {PackedReading} from '#core/intake/reading.ts';
import type {CurrencyCode} from '#core/money/currency.ts';

/** What of a file goes into the shop: data rows = rows used + rows rejected, and everything else is of the rows used. */
export interface FileAccount {
  readonly rows: number;
  readonly used: number;
  readonly rejected: number;
  readonly orders: number;
  readonly lines: number;
  readonly totals: Readonly<Partial<Record<CurrencyCode, number>>>;
}

/** The account of a reading without the orders that cannot be kept in the shop. */
export function accountOf(reading: PackedReading | undefined, refused: readonly PackedDraft[]): FileAccount {
  if (!reading) return {rows: 0, used: 0, rejected: 0, orders: 0, lines: 0, totals: {}};

  const rows = refused.reduce((sum, {source}) => sum + source.rows.length, 0);
  const totals = {...reading.totals};
  for (const {currency, money} of refused) {
    const total = currency && totals[currency];
    if (currency && money && total !== undefined) totals[currency] = total - money.totalMinor;
  }
  return {
    rows: reading.rows,
    used: reading.used - rows,
    rejected: reading.rejected.length + rows,
    orders: reading.orders.length - refused.length,
    lines: reading.lines - refused.reduce((sum, {lines}) => sum + (lines?.length ?? 0), 0),
    totals,
  };
}
