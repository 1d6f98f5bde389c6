import type {Order} from '../../orders/schema.ts';
import type {Parcel} from './schema.ts';

/** Pieces of one line of an order that are to be packed. */
export interface Wanted {
  /** Its place in the order. */
  readonly line: number;
  /** Its SKU, or its title where it has none: by it pieces are told apart. */
  readonly item: string;
  readonly title: string;
  readonly quantity: number;
}

/** By what a line is known at the bench. */
export function itemOf({sku, title}: {readonly sku: string; readonly title: string}): string {
  return sku || title || '?';
}

/** What an order wants packed: its lines, less what lines of a cancellation take away. */
export function wantedOf({lines}: Pick<Order, 'lines'>): readonly Wanted[] {
  const taken = new Map<string, number>();
  for (const line of lines) if (line.quantity < 0) add(taken, itemOf(line), -line.quantity);
  return lines.flatMap((line, at) => {
    const item = itemOf(line);
    const quantity = less(taken, item, Math.max(0, line.quantity));
    return quantity > 0 ? [{line: at, item, title: line.title, quantity}] : [];
  });
}

/** What is left to be packed beside what lies in parcels; those that are void count for nothing. */
export function leftOf(
  order: Pick<Order, 'id' | 'lines'>,
  parcels: readonly Pick<Parcel, 'status' | 'lines'>[],
): readonly Wanted[] {
  const packed = packedIn(order, parcels);
  return wantedOf(order).flatMap((wanted) => {
    const quantity = less(packed, wanted.item, wanted.quantity);
    return quantity > 0 ? [{...wanted, quantity}] : [];
  });
}

/** Whether parcels hold more of something than the order wants: two desks have packed it. */
export function isOverPacked(
  order: Pick<Order, 'id' | 'lines'>,
  parcels: readonly Pick<Parcel, 'status' | 'lines'>[],
): boolean {
  const packed = packedIn(order, parcels);
  for (const {item, quantity} of wantedOf(order)) less(packed, item, quantity);
  return [...packed.values()].some((quantity) => quantity > 0);
}

function packedIn({id}: Pick<Order, 'id'>, parcels: readonly Pick<Parcel, 'status' | 'lines'>[]): Map<string, number> {
  const packed = new Map<string, number>();
  for (const {status, lines} of parcels) {
    if (status === 'voided') continue;
    for (const {orderId, item, quantity} of lines) if (orderId === id) add(packed, item, quantity);
  }
  return packed;
}

function add(counts: Map<string, number>, item: string, quantity: number): void {
  counts.set(item, (counts.get(item) ?? 0) + quantity);
}

/** Takes what was counted off a quantity, and gives what is left of that. */
function less(counts: Map<string, number>, item: string, quantity: number): number {
  const counted = Math.min(quantity, counts.get(item) ?? 0);
  add(counts, item, -counted);
  return quantity - counted;
}
