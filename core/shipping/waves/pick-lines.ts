import {byBin} from '../../catalog/by-bin.ts';
import type {Product} from '../../catalog/schema.ts';
import type {Order} from '../../orders/schema.ts';
import type {PickLine} from '../documents/pick-list.ts';
import {leftOf} from '../packing/pieces.ts';
import type {Parcel} from '../packing/schema.ts';
import type {Wave} from './schema.ts';

/** An order of a round with what was packed of it. */
export interface OrderToPick {
  readonly order: Order;
  readonly parcels: readonly Parcel[];
}

/**
 * What one person fetches for these orders: each item once, in the order of the walk, with the totes it goes into. Orders that do not
 * wait to be packed, and what lies in a parcel already, are left out.
 */
export function pickLinesOf(
  orders: readonly OrderToPick[],
  {products, totes}: {readonly products: readonly Product[]; readonly totes: Wave['totes']},
): readonly PickLine[] {
  const known = new Map(products.map((product) => [product.sku, product]));
  const lines = new Map<string, {readonly title: string; readonly into: Map<string, number>; quantity: number}>();
  for (const {order, parcels} of orders) {
    if (order.status !== 'released') continue;
    const tote = totes.flatMap((bound) => (bound.orderId === order.id ? [bound.tote] : [])).join('/');
    for (const {item, title, quantity} of leftOf(order, parcels)) {
      const line = lines.get(item) ?? {title, into: new Map<string, number>(), quantity: 0};
      line.quantity += quantity;
      if (tote !== '') line.into.set(tote, (line.into.get(tote) ?? 0) + quantity);
      lines.set(item, line);
    }
  }
  return [...lines]
    .map(([item, {title, into, quantity}]): PickLine => {
      const bin = known.get(item)?.bin ?? '';
      return {bin, sku: item, title, quantity, ...(into.size > 0 && {totes: totesSaid(into)})};
    })
    .toSorted((a, b) => byBin(a.bin, b.bin) || byBin(a.sku, b.sku));
}

function totesSaid(into: ReadonlyMap<string, number>): string {
  return [...into].map(([tote, count]) => (count > 1 ? `${tote} ×${count}` : tote)).join(', ');
}
