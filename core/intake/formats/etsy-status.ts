import type {OrderStatus} from '../../orders/schema.ts';
import type {CellText} from '../format.ts';
import {statusByWords} from '../status-words.ts';

const words = statusByWords({
  new: ['open', 'unpaid', 'payment processing', 'pending', 'processing payment'],
  paid: ['paid', 'new', 'not shipped', 'unshipped', 'processing', 'partially shipped', 'partially refunded'],
  shipped: ['shipped', 'completed', 'complete', 'dispatched', 'delivered', 'in transit', 'pre transit'],
  returned: ['refunded', 'fully refunded'],
  cancelled: ['canceled', 'cancelled'],
});

/** Where an Etsy order stands: a refund or a cancellation says more than a date of dispatch, and that more than "Paid". */
export function etsyStatus(order: CellText): OrderStatus | undefined {
  const said = words(order('status'));
  if (said === 'cancelled' || said === 'returned') return said;
  if (order('shippedAt') !== '') return 'shipped';
  return said ?? (order('paidAt') === '' ? undefined : 'paid');
}

/** The number of the order without the `#` that item reports put in front: both reports then speak of one order. */
export function etsyOrderNumber(cells: CellText): string {
  return cells('orderNumber').replace(/^#\s*/, '');
}
