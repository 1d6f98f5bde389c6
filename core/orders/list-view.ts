import {defineView} from '../lib/view.ts';
import {type Buyer, orders} from './schema.ts';

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
    storefrontId: {kind: 'code', of: (order) => order.storefrontId},
    buyer: {kind: 'personal', of: (buyer: Buyer) => buyer.shipTo.name},
    city: {kind: 'personal', of: (buyer: Buyer) => buyer.shipTo.city},
    country: {kind: 'code', of: (order) => order.shipCountry},
    items: {kind: 'text', of: (order) => order.lines.map((line) => line.title).join(' · ')},
    skus: {kind: 'text', of: (order) => order.lines.map((line) => line.sku).join(' ')},
    pieces: {kind: 'number', of: (order) => order.lines.reduce((sum, line) => sum + line.quantity, 0)},
    currency: {kind: 'code', of: (order) => order.currency},
    total: {kind: 'number', of: (order) => order.totalMinor},
    refunded: {kind: 'number', of: (order) => order.refundedMinor},
    orderedAt: {kind: 'number', of: (order) => order.orderedAt},
    shipBy: {kind: 'number', of: (order) => order.shipBy},
    shippedAt: {kind: 'number', of: (order) => order.shippedAt},
    tracking: {kind: 'text', of: (order) => order.tracking?.number ?? ''},
  },
  mostlyBy: 'orderedAt',
  search: ['number', 'buyer', 'city', 'items', 'skus', 'tracking'],
});
