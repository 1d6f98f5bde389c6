import {type Id, id} from '../../lib/id.ts';
import {type Shaped, branded, integer, list, object, oneOf, optional, pattern, text} from '../../lib/shape.ts';
import {type RowOf, defineTable} from '../../lib/table.ts';
import type {Instant} from '../../time/instant.ts';

/** Where a parcel stands. Which steps lead where is told in `parcel.ts`. */
export const parcelStatuses = ['packed', 'labelled', 'closed', 'voided'] as const;
export type ParcelStatus = (typeof parcelStatuses)[number];

const instant = branded<Instant>(integer({min: 0}));

/** A packer, as the barcode of the badge says: letters that every scanner can type. */
export const badgeShape = pattern(/^[A-Z0-9][A-Z0-9 .-]{0,29}$/);

export const serialsMax = 1_000;
export const parcelLinesMax = 5_000;

/** Some pieces of one line of an order. `item` is its SKU, or its title where it has none; `line` its place in the order when it was packed. */
export const packedLineShape = object({
  orderId: id('order'),
  line: integer({min: 0, max: parcelLinesMax}),
  item: text({min: 1, max: 500}),
  quantity: integer({min: 1, max: 1_000_000}),
  serials: optional(list(text({min: 1, max: 90}), {max: serialsMax})),
});
export type PackedLine = Shaped<typeof packedLineShape>;

/** The carrier's number on the label: `carrier` as channels are told of it, `draw` and `at` where it was drawn from a range of ours. */
export const parcelTrackingShape = object({
  carrier: text({max: 60}),
  scheme: optional(pattern(/^[a-z0-9_]{2,40}$/)),
  service: optional(text({max: 80})),
  number: text({min: 1, max: 60}),
  draw: optional(object({drawId: id('numberDraw'), at: integer({min: 0})})),
});
export type ParcelTracking = Shaped<typeof parcelTrackingShape>;

/** A parcel of many storefronts is told to each; more often than this nobody tells it. */
const toldTimesMax = 100;

/** What stands on the label: a parcel that is packed has it as soon as its label is made. */
export const parcelWeightShape = integer({min: 1, max: 10_000_000});

/** Why a box left with another weight than it should have: counted again and right, another box or filling, or the scale is wrong. */
export const weightReasons = ['counted', 'box', 'scale'] as const;
export type WeightReason = (typeof weightReasons)[number];

/** A parcel as it was packed: what lies in it, who packed it, and its label. `place` is 1 for the first package of an order. */
export const parcels = defineTable(
  'parcels',
  {
    id: id('parcel'),
    status: oneOf(parcelStatuses),
    place: integer({min: 1, max: 999}),
    lines: list(packedLineShape, {max: parcelLinesMax}),
    weightGrams: optional(parcelWeightShape),
    weightReason: optional(oneOf(weightReasons)),
    tracking: optional(parcelTrackingShape),
    /** The job of the desk's print queue that its label is, the newest where it was printed again. */
    printJobId: optional(id('printJob')),
    reprints: integer({min: 0, max: 10_000}),
    packedBy: badgeShape,
    packedAt: instant,
    labelledAt: optional(instant),
    closedAt: optional(instant),
    voidedAt: optional(instant),
    /** The storefronts whose channel knows of it, and by which telling. */
    told: optional(list(object({storefrontId: id('storefront'), tellingId: id('telling')}), {max: toldTimesMax})),
    /** Since when every storefront that has an order in it knows. */
    toldAt: optional(instant),
    /** The sheet with which it was handed to the carrier: from then on it is opened and voided here no more. */
    manifestId: optional(id('manifest')),
    /** Why somebody was told of it: see `meetings.ts`. Told once. */
    met: optional(oneOf(['cancelled', 'held', 'twice', 'missing'])),
  },
  {packed: true},
);
export type Parcel = RowOf<typeof parcels>;
export type ParcelId = Id<'parcel'>;
