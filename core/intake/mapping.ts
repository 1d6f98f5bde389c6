import {type Shaped, list, object, oneOf, optional, pattern, text} from '../lib/shape.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {channels} from '../storefronts/schema.ts';
import type {ZoneId} from '../time/zone.ts';
import {type Field, type Format, fields} from './format.ts';
import {generalStatus} from './general-status.ts';

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

/** What the columns of a file mean, said by a person; kept by the digest of the header it was made for. */
export const mappingShape = object({
  headerDigest: pattern(/^[A-Za-z0-9_-]{22}$/),
  channel: oneOf(channels),
  /** Each field at most once; `column` is the name as it stands in the header. */
  columns: list(object({field: oneOf(fields), column: text({min: 1, max: 200})}), {max: fields.length}),
  /** Left out: the zone of the business. */
  zone: optional(pattern<ZoneId>(/^[A-Za-z][A-Za-z0-9_+/-]{1,59}$/)),
  dateOrder: optional(oneOf(['dmy', 'mdy'])),
  decimalSign: oneOf(['.', ',']),
  /** For files without a column or sign of currency. */
  currency: optional(pattern<CurrencyCode>(/^[A-Z]{3}$/)),
  tax: oneOf(['included', 'added']),
  /** What the column `unitPrice` holds: the price of a piece, or of all pieces of the line. */
  prices: oneOf(['per_unit', 'per_line']),
  /** Amounts that each row of an order states for itself; all others are repeated on its rows and count once. */
  perRow: list(oneOf(mappedAmounts), {max: mappedAmounts.length}),
});
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
