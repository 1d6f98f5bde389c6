import {idFromName} from '../lib/id.ts';
import type {Order} from '../orders/schema.ts';
import {wantedOf} from '../shipping/packing/pieces.ts';
import type {PackedLine, ParcelId} from '../shipping/packing/schema.ts';

export function parcelIdOf(name: string): ParcelId {
  return idFromName('parcel', name);
}

/** All that an order wants, or so many of each of its items. */
export function linesOf(order: Order, quantities?: Readonly<Record<string, number>>): readonly PackedLine[] {
  const left = new Map(Object.entries(quantities ?? {}));
  return wantedOf(order).flatMap(({line, item, quantity}) => {
    const packed = quantities ? Math.min(quantity, left.get(item) ?? 0) : quantity;
    left.set(item, (left.get(item) ?? 0) - packed);
    return packed > 0 ? [{orderId: order.id, line, item, quantity: packed}] : [];
  });
}
