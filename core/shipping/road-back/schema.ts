import {type Id, id} from '../../lib/id.ts';
import {branded, integer, list, oneOf, optional, pattern, text} from '../../lib/shape.ts';
import {type RowOf, defineTable} from '../../lib/table.ts';
import {channels} from '../../storefronts/schema.ts';
import type {Instant} from '../../time/instant.ts';

const instant = branded<Instant>(integer({min: 0}));

/** One telling holds at most this many parcels: what is more is told by the next. */
export const toldMax = 2_000;

export const tellingFields = {
  storefrontId: id('storefront'),
  /** The shape of the file, or `hand` where a person told the channel without one. */
  shape: pattern(/^[a-z-]{2,40}$/),
  /** Blank where there was no file. */
  fileName: text({max: 300}),
  parcelIds: list(id('parcel'), {max: toldMax}),
} as const;

/** A storefront's channel was told of parcels: which, in which file, when. */
export const tellings = defineTable('tellings', {
  id: id('telling'),
  ...tellingFields,
  toldAt: instant,
  /** Taken back: its parcels are to be told again. */
  takenBackAt: optional(instant),
});
export type Telling = RowOf<typeof tellings>;
export type TellingId = Id<'telling'>;

export const tellingsMax = 5_000;

/** How a channel of the seller's calls a carrier; the id is made of both. */
export const carrierNames = defineTable('carrierNames', {
  id: id('carrierName'),
  channel: oneOf(channels),
  carrier: text({min: 1, max: 60}),
  name: text({min: 1, max: 80}),
});
export type CarrierNameRow = RowOf<typeof carrierNames>;

export const carrierNamesMax = 1_000;
