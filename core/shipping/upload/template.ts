import {type Shaped, flag, integer, list, object, oneOf, optional, pattern, text} from '../../lib/shape.ts';
import {transforms} from './transform.ts';

/** What a carrier's file may be told of a parcel. Weights are grams, days `YYYY-MM-DD`, countries two letters, values decimal. */
export const uploadFields = [
  'reference',
  'name',
  'company',
  'street',
  'extra',
  'postalCode',
  'city',
  'region',
  'country',
  'email',
  'phone',
  'weightGrams',
  'service',
  'contents',
  'value',
  'currency',
  'orderedOn',
  'shippedOn',
] as const;
export type UploadField = (typeof uploadFields)[number];

export const columnName = text({min: 1, max: 80});

/** A batch has at most this many orders: what is more goes into the next file. */
export const uploadOrdersMax = 2_000;

/** A column of the file: a field of the parcel or a text that is always the same, and what the carrier takes in it. */
const columnShape = object({
  name: columnName,
  of: optional(oneOf(uploadFields)),
  /** What stands in it whatever the parcel is. */
  always: optional(text({max: 100})),
  /** Done one after the other before the value is looked at. */
  as: optional(list(oneOf(transforms), {max: 5})),
  required: optional(flag()),
  /** Letters of the Latin script alone, with any accent: what the carrier prints knows no others. */
  latin: optional(flag()),
  /** At most so many characters. */
  most: optional(integer({min: 1, max: 10_000})),
  /** A value of digits alone has at most so many: importers round longer ones as numbers. */
  digitsMost: optional(integer({min: 1, max: 100})),
});
export type UploadColumn = Shaped<typeof columnShape>;

/** A word for those that Tradewind comes with, the id of its row for a seller's own. */
export const templateIdShape = pattern(/^[A-Za-z0-9_-]{2,40}$/);

/** What a template says: of a known one as of a seller's own. */
export const uploadTemplateFields = {
  name: text({min: 1, max: 80}),
  /** As people call the carrier; orders are told it with their number. Absent where the site sends with many. */
  carrier: optional(text({min: 1, max: 60})),
  /** Where what it states is published. */
  sources: list(text({min: 4, max: 300}), {max: 10}),
  encoding: oneOf(['utf-8', 'iso-8859-1']),
  separator: oneOf([',', ';', '\t']),
  columns: list(columnShape, {max: 200}),
  /** The site takes at most so many parcels at once. */
  rowsMax: optional(integer({min: 1, max: uploadOrdersMax})),
  /** What the columns of the answer may be called: the reference that was told, and the number. */
  answer: object({reference: list(columnName, {max: 10}), number: list(columnName, {max: 10})}),
} as const;

/** The batch file a carrier's site takes, and the one it gives back. Those of a seller's own are made of the same. */
export const uploadTemplateShape = object({id: templateIdShape, ...uploadTemplateFields});
export type UploadTemplate = Shaped<typeof uploadTemplateShape>;
