import {type Id, id} from '../../lib/id.ts';
import {type Shaped, branded, integer, list, object, oneOf, optional, pattern, text} from '../../lib/shape.ts';
import {type RowOf, defineTable} from '../../lib/table.ts';
import type {Instant} from '../../time/instant.ts';
import {matchedBy} from './find-order.ts';

/** In which form a label was bought: cut out of a PDF, or in a printer's own language. */
export const labelForms = ['pdf', 'zpl'] as const;
export type LabelForm = (typeof labelForms)[number];

/** SHA-256 in base64url. */
const hashShape = pattern(/^[A-Za-z0-9_-]{43}$/);

export const scansMax = 8;

const labelFields = {
  id: id('boughtLabel'),
  orderId: id('order'),
  /** The bytes it was cut out of: the same file is the same on every desk. */
  fileId: hashShape,
  fileName: text({min: 1, max: 200}),
  /** Its place in that file, 1 for the first label. */
  place: integer({min: 1, max: 100_000}),
  form: oneOf(labelForms),
  /** The carrier's number; blank where nobody could read one. */
  number: text({max: 60}),
  carrier: text({max: 60}),
  scheme: optional(pattern(/^[a-z0-9_]{2,40}$/)),
  service: optional(text({max: 80})),
  /** What scanners read on it, where that is more than the number. */
  scans: list(text({min: 1, max: 90}), {max: scansMax}),
  by: oneOf(matchedBy),
} as const;

/** A label as a person takes it in. */
export const takenLabelShape = object(labelFields);
export type TakenLabel = Shaped<typeof takenLabelShape>;

/**
 * A label that was bought elsewhere and belongs to an order. Its bytes lie on the desk that has read the file, under its id; this
 * row tells every desk of it. `parcelId` is the parcel that uses it.
 */
export const boughtLabels = defineTable(
  'boughtLabels',
  {
    ...labelFields,
    takenAt: branded<Instant>(integer({min: 0})),
    parcelId: optional(id('parcel')),
    usedAt: optional(branded<Instant>(integer({min: 0}))),
  },
  {keys: {byOrder: ['orderId'], byNumber: ['number']}},
);
export type BoughtLabel = RowOf<typeof boughtLabels>;
export type BoughtLabelId = Id<'boughtLabel'>;
