import {createHash} from 'node:crypto';
import {canonical} from '#core/lib/canonical.ts';
import type {Order} from '#core/orders/schema.ts';
import {sealedDemo} from '../../cloud/testing/sealed-demo.ts';
import type {TestRow} from '../../cloud/testing/test-desk.ts';

/** A shop whose orders are known before anybody has copied them. */
export interface TrueShop {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly rows: readonly TestRow[];
  readonly orders: readonly Order[];
  readonly found: Found;
}

/** What is told of orders that were found somewhere: how many, and SHA-256 of their texts in the order of their ids. */
export interface Found {
  readonly count: number;
  readonly digest: string;
}

/** A demo shop, its buyers sealed; with `allPaid` every order can still be held. */
export function trueShop(orderCount: number, {allPaid = false}: {readonly allPaid?: boolean} = {}): TrueShop {
  const demo = sealedDemo(orderCount);
  const orders = allPaid ? demo.orders.map((order): Order => ({...order, status: 'paid'})) : demo.orders;
  const others = demo.rows.filter(([table]) => table !== 'orders' && table !== 'buyers');
  return {
    key: new Uint8Array(demo.key),
    orders,
    rows: [...others, ...orders.map((order): TestRow => ['orders', order])],
    found: foundIn(orders),
  };
}

export function foundIn(orders: readonly Order[]): Found {
  const hash = createHash('sha256');
  for (const order of orders.toSorted((a, b) => (a.id < b.id ? -1 : 1))) hash.update(`${canonical(order)}\n`);
  return {count: orders.length, digest: hash.digest('base64url')};
}

/** An order as it is once it was held. */
export function held(order: Order): Order {
  return {...order, status: 'held', heldFrom: 'paid', holdReason: 'stock'};
}
