import {type Id, id} from '../lib/id.ts';
import {sealed} from '../lib/sealed.ts';
import {
  type Shaped,
  branded,
  integer,
  list,
  object,
  oneOf,
  optional,
  pattern,
  remembering,
  text,
} from '../lib/shape.ts';
import {type RowOf, defineTable} from '../lib/table.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {countryCode, deliveryShape} from '../storefronts/address.ts';
import type {Instant} from '../time/instant.ts';

/** Where an order stands; `withdrawn` came in by an import that was undone and is shown and counted nowhere. Which steps lead where is told in `order.ts`. */
export const orderStatuses = [
  'new',
  'paid',
  'released',
  'held',
  'shipped',
  'returned',
  'cancelled',
  'withdrawn',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Why a person holds an order. */
export const holdReasons = ['address', 'payment', 'stock', 'fraud', 'buyer', 'other'] as const;
export type HoldReason = (typeof holdReasons)[number];

const instant = branded<Instant>(integer({min: 0}));
const minor = integer();

/**
 * What nobody has told of an order yet: its amounts are 0, its address blank, its date that of the import, and none of them
 * is shown or counted as such.
 */
export const orderGaps = ['money', 'address', 'lines', 'date'] as const;
export type OrderGap = (typeof orderGaps)[number];

/** What a person can change by hand; a file that says otherwise later is asked about. */
export const editGroups = ['address', 'buyer', 'lines', 'money'] as const;
export type EditGroup = (typeof editGroups)[number];

/** Who bought, and where it goes: the personal part of an order, sealed as one. `handle` is what the channel calls the buyer. */
export const buyerShape = object({
  name: optional(text({max: 200})),
  handle: optional(text({max: 200})),
  email: optional(text({max: 254})),
  phone: optional(text({max: 40})),
  shipTo: deliveryShape,
});
export type Buyer = Shaped<typeof buyerShape>;

/** A line of a cancellation has a negative quantity; the SKU is blank and the amounts are left out where nobody told them. */
export const orderLineShape = object({
  sku: text({max: 80}),
  title: text({max: 500}),
  quantity: integer({min: -1_000_000_000, max: 1_000_000_000}),
  /** Price of one piece: `units * 10^-scale` of the order's currency; may be finer than its smallest coin. */
  unitPrice: optional(object({units: integer(), scale: integer({min: 0, max: 9})})),
  totalMinor: optional(minor),
});
export type OrderLine = Shaped<typeof orderLineShape>;

/** At most this many lines; a wholesaler's order in a file may be long. */
export const orderLinesMax = 5_000;

/** More packages than a person would ever pack of one order; what comes after is kept, and no longer told of by the order. */
export const parcelsOfOrderMax = 2_000;

/** Amounts are whole smallest units of `currency`. The id is made from storefront and channel order id: see `orderIdOf`. */
export const orders = defineTable(
  'orders',
  {
    id: id('order'),
    storefrontId: id('storefront'),
    channelOrderId: text({min: 1, max: 80}),
    status: oneOf(orderStatuses),
    heldFrom: optional(oneOf(['paid', 'released'])),
    holdReason: optional(oneOf(holdReasons)),
    currency: pattern<CurrencyCode>(/^[A-Z]{3}$/),
    orderedAt: instant,
    shipBy: optional(instant),
    shippedAt: optional(instant),
    returnedAt: optional(instant),
    cancelledAt: optional(instant),
    lines: remembering(list(orderLineShape, {max: orderLinesMax})),
    shippingMinor: minor,
    discountMinor: minor,
    taxMinor: minor,
    totalMinor: minor,
    refundedMinor: minor,
    shipCountry: countryCode,
    buyer: sealed(buyerShape),
    tracking: optional(object({carrier: text({max: 60}), number: text({min: 1, max: 60})})),
    /** The file for a carrier in which it stands, as long as it waits for its number. */
    uploadId: optional(id('uploadBatch')),
    /** What was packed of it, void parcels too. */
    parcelIds: optional(list(id('parcel'), {max: parcelsOfOrderMax})),
    missing: optional(list(oneOf(orderGaps), {max: orderGaps.length})),
    edited: optional(list(oneOf(editGroups), {max: editGroups.length})),
    /** When a person last changed it by hand. */
    editedAt: optional(instant),
    /** The import that made it or changed it last. */
    importId: optional(id('import')),
    /** The step of that import that made it, where its rows lie with those of its neighbours: see `order-telling.ts`. */
    importStep: optional(integer({min: 0})),
  },
  {packed: true},
);
export type Order = RowOf<typeof orders>;
export type OrderId = Id<'order'>;
