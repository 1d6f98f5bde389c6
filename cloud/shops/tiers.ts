import type {Order, OrderStatus} from '#core/orders/schema.ts';

/** `hot` is what a desk needs before it can work; `cold` follows behind. */
export type Tier = 'hot' | 'cold';

const open: ReadonlySet<OrderStatus> = new Set(['new', 'paid', 'released', 'held']);
const hotMs = 90 * 86_400_000;

/** Orders that somebody still has to do something about, and those of the last 90 days. */
export function tierOf({status, orderedAt}: Pick<Order, 'status' | 'orderedAt'>, newest: number): Tier {
  return open.has(status) || orderedAt >= newest - hotMs ? 'hot' : 'cold';
}
