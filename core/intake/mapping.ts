import type {Shaped} from '../lib/shape.ts';
import type {Field, Format} from './format.ts';
import {generalStatus} from './general-status.ts';
import type {mappingShape} from './mapping-shape.ts';

/** Amounts of an order that a mapping may read. */
export const mappedAmounts = [
  'subtotal',
  'shipping',
  'shippingTax',
  'shippingDiscount',
  'fee',
  'feeTax',
  'discount',
  'tax',
  'total',
  'refunded',
] as const;

export type Mapping = Shaped<typeof mappingShape>;

/** How files read by a mapping are named. */
export const mappedFormatId = 'mapping';

/** The mapping as a format: files are read by both in the same way. */
export function formatOfMapping(mapping: Mapping): Format {
  const columns: Partial<Record<Field, readonly string[]>> = {};
  for (const {field, column} of mapping.columns) {
    columns[field === 'unitPrice' && mapping.prices === 'per_line' ? 'lineTotal' : field] = [column];
  }
  return {
    id: mappedFormatId,
    channel: mapping.channel,
    columns,
    alsoKnown: [],
    unique: [],
    required: [['orderNumber', 'fallbackNumber']],
    zone: mapping.zone ?? 'business',
    ...(mapping.dateOrder === undefined ? {} : {dateOrder: mapping.dateOrder}),
    decimalSign: mapping.decimalSign,
    ...(mapping.currency === undefined ? {} : {currency: mapping.currency}),
    tax: mapping.tax,
    perRow: mapping.perRow,
    subtotalIs: 'before_discount',
    status: (order) =>
      generalStatus(order('cancelledAt') === '' ? '' : 'cancelled') ??
      generalStatus(order('status')) ??
      generalStatus(order('fulfillmentStatus')) ??
      generalStatus(order('paymentStatus')),
  };
}
