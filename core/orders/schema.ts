import {type Id, id} from '../lib/id.ts';
import {sealed} from '../lib/sealed.ts';
import {type Shaped, branded, integer, list, object, oneOf, optional, pattern, text} from '../lib/shape.ts';
import {type RowOf, defineTable} from '../lib/table.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {addressShape, countryCode} from '../storefronts/address.ts';
import type {Instant} from '../time/instant.ts';

/** Where an order stands; which steps lead where is told in `order.ts`. */
export const orderStatuses = ['new', 'paid', 'released', 'held', 'shipped', 'returned', 'cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Why a person holds an order. */
export const holdReasons = ['address', 'payment', 'stock', 'fraud', 'buyer', 'other'] as const;
export type HoldReason = (typeof holdReasons)[number];

const instant = branded<Instant>(integer({min: 0}));
const minor = integer();

/** Who bought, and where it goes: the personal part of an order, sealed as one. */
export const buyerShape = object({
  email: optional(text({max: 254})),
  phone: optional(text({max: 40})),
  shipTo: addressShape,
});
export type Buyer = Shaped<typeof buyerShape>;

export const orderLineShape = object({
  sku: text({min: 1, max: 80}),
  title: text({max: 500}),
  quantity: integer({min: 1, max: 1_000_000}),
  /** Price of one piece: `units * 10^-scale` of the order's currency; may be finer than its smallest coin. */
  unitPrice: object({units: integer(), scale: integer({min: 0, max: 9})}),
  totalMinor: minor,
});
export type OrderLine = Shaped<typeof orderLineShape>;

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
    shipBy: instant,
    shippedAt: optional(instant),
    returnedAt: optional(instant),
    cancelledAt: optional(instant),
    lines: list(orderLineShape, {max: 500}),
    shippingMinor: minor,
    discountMinor: minor,
    taxMinor: minor,
    totalMinor: minor,
    refundedMinor: minor,
    shipCountry: countryCode,
    buyer: sealed(buyerShape),
    tracking: optional(object({carrier: text({min: 1, max: 60}), number: text({min: 1, max: 60})})),
  },
  {packed: true},
);
export type Order = RowOf<typeof orders>;
export type OrderId = Id<'order'>;
