import {type Id, id} from '../../lib/id.ts';
import {branded, integer, list, optional, pattern, text} from '../../lib/shape.ts';
import {type RowOf, defineTable} from '../../lib/table.ts';
import type {Instant} from '../../time/instant.ts';
import type {LocalDate} from '../../time/local-date.ts';

const instant = branded<Instant>(integer({min: 0}));

/** More parcels than a van takes. */
export const manifestParcelsMax = 5_000;

/** What was handed to a carrier at once. A parcel stands on one that is not void, or on none. */
export const manifests = defineTable(
  'manifests',
  {
    id: id('manifest'),
    /** On its sheet: `M-1129-1`. */
    number: pattern(/^[A-Z0-9-]{1,20}$/),
    /** As parcels name it; blank for those without a carrier's number. */
    carrier: text({max: 60}),
    /** The business day. */
    day: branded<LocalDate>(pattern(/^\d{4}-\d{2}-\d{2}$/)),
    handedAt: instant,
    parcelIds: list(id('parcel'), {max: manifestParcelsMax}),
    /** It did not leave after all. */
    voidedAt: optional(instant),
  },
  {keys: {byDay: ['day']}},
);
export type Manifest = RowOf<typeof manifests>;
export type ManifestId = Id<'manifest'>;
