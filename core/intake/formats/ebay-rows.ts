import type {OrderStatus} from '../../orders/schema.ts';
import type {CellText} from '../format.ts';

/** A row is a line when it names an item: above the items of a larger order stands a row with the order's address and amounts only. */
export function isEbayLine(cells: CellText): boolean {
  return cells('title') !== '' || cells('sku') !== '';
}

/** eBay writes no state: dates tell it. A purchase without an order number has never been checked out. */
export function ebayStatus(order: CellText): OrderStatus | undefined {
  if (order('cancelledAt') !== '') return 'cancelled';
  if (order('shippedAt') !== '') return 'shipped';
  if (order('paidAt') !== '') return 'paid';
  return order('orderedAt') !== '' && order('orderNumber') === '' ? 'new' : undefined;
}
