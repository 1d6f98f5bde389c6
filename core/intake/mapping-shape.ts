import {list, object, oneOf, optional, pattern, text} from '../lib/shape.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {channels} from '../storefronts/schema.ts';
import type {ZoneId} from '../time/zone.ts';
import {fields} from './format.ts';
import {mappedAmounts} from './mapping.ts';

/**
 * What the columns of a file mean, said by a person; kept by the digest of the header it was made for. Apart from what is
 * made of it: the worker that reads files needs no shapes, and starts without them.
 */
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
