import {defineView} from '../lib/view.ts';
import {type Buyer, orders} from './schema.ts';

/** Who is written over an order: who receives it, else who bought it. */
function nameOf({shipTo, name, handle}: Buyer): string {
  return shipTo.name || name || handle || '';
}

/** What the order list shows, sorts, filters and searches. */
export const orderList = defineView({
  name: 'orders.list',
  table: orders,
  version: 1,
  personal: (order) => order.buyer,
  columns: {
    number: {kind: 'text', of: (order) => order.channelOrderId},
    status: {kind: 'code', of: (order) => order.status},
    holdReason: {kind: 'code', of: (order) => order.holdReason ?? ''},
    // What was withdrawn stands in no storefront: it is counted at none.
    storefrontId: {kind: 'code', of: (order) => (order.status === 'withdrawn' ? '' : order.storefrontId)},
    buyer: {kind: 'personal', of: (buyer: Buyer) => nameOf(buyer)},
    city: {kind: 'personal', of: (buyer: Buyer) => buyer.shipTo.city},
    country: {kind: 'code', of: (order) => order.shipCountry},
    items: {kind: 'text', of: (order) => order.lines.map((line) => line.title).join(' · ')},
    skus: {kind: 'text', of: (order) => order.lines.map((line) => line.sku).join(' ')},
    pieces: {kind: 'number', of: (order) => order.lines.reduce((sum, line) => sum + line.quantity, 0)},
    currency: {kind: 'code', of: (order) => order.currency},
    total: {kind: 'number', of: (order) => (order.missing?.includes('money') ? undefined : order.totalMinor)},
    refunded: {kind: 'number', of: (order) => order.refundedMinor},
    orderedAt: {kind: 'number', of: (order) => order.orderedAt},
    shipBy: {kind: 'number', of: (order) => order.shipBy},
    shippedAt: {kind: 'number', of: (order) => order.shippedAt},
    tracking: {kind: 'text', of: (order) => order.tracking?.number ?? ''},
  },
  mostlyBy: 'orderedAt',
  search: ['number', 'buyer', 'city', 'items', 'skus', 'tracking'],
});
