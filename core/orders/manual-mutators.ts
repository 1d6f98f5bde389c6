import {type BuyerRow, buyerFields} from '../customers/schema.ts';
import {type Product, productFields} from '../catalog/schema.ts';
import {id} from '../lib/id.ts';
import {fail} from '../lib/result.ts';
import {type FieldsOf, branded, integer, list, object, oneOf, optional, pattern, text} from '../lib/shape.ts';
import {sealed} from '../lib/sealed.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {countryCode} from '../storefronts/address.ts';
import {type Ending, type Tx, callOf, defineMutator, doneWith} from '../sync/define.ts';
import type {Instant} from '../time/instant.ts';
import {orderIdOf} from './order-id.ts';
import {
  type EditGroup,
  type Order,
  type OrderGap,
  buyerShape,
  editGroups,
  orderLineShape,
  orderLinesMax,
  orders,
} from './schema.ts';
import {stampOf} from './stamp.ts';

const minor = integer();

/** What a person says an order comes to. */
const moneyFields = {
  currency: pattern<CurrencyCode>(/^[A-Z]{3}$/),
  shippingMinor: minor,
  discountMinor: minor,
  taxMinor: minor,
  totalMinor: minor,
  refundedMinor: minor,
};

/** What the shop learns beside: products and the buyer, as far as it has not met them. */
const grownFields = {
  products: list(object(productFields), {max: orderLinesMax}),
  contact: optional(object(buyerFields)),
};

const linesField = list(orderLineShape, {max: orderLinesMax});

/** What an edit replaces, each part as a whole. */
const partFields = {
  buyer: optional(sealed(buyerShape)),
  shipCountry: optional(countryCode),
  lines: optional(linesField),
  money: optional(object(moneyFields)),
  orderedAt: optional(branded<Instant>(integer({min: 0}))),
};

/** An order that came by mail, by telephone or over the counter. Files that name it later are asked about, never obeyed. */
export const createOrder = defineMutator(
  'orders.create',
  {
    orderId: id('order'),
    storefrontId: id('storefront'),
    channelOrderId: text({min: 1, max: 80}),
    status: oneOf(['new', 'paid']),
    orderedAt: branded<Instant>(integer({min: 0})),
    shipBy: optional(branded<Instant>(integer({min: 0}))),
    lines: linesField,
    money: object(moneyFields),
    shipCountry: countryCode,
    buyer: sealed(buyerShape),
    ...grownFields,
  },
  async (tx, {orderId, money, products, contact, ...rest}): Ending => {
    const {storefrontId, channelOrderId} = rest;
    if (!(await tx.storefronts.get(storefrontId))) return fail('storefronts.not_found', {storefrontId});
    const present = await tx.orders.get(orderId);
    const isTaken = present && present.status !== 'withdrawn';
    if (isTaken || orderIdOf(rest) !== orderId) return fail('orders.already_there', {number: channelOrderId});

    const order: Order = {id: orderId, ...rest, ...money, edited: [...editGroups], editedAt: tx.at};
    await tx.orders.put(order);
    await grow(tx, products, contact);
    return doneWith(callOf(withdrawOrder, {orderId, stamp: stampOf(order)}));
  },
);

/**
 * What a person changes of an order by hand: each part that is given replaces what was there, and from then on a file that
 * says otherwise is a conflict. `gaps` is what is still not known of the order afterwards.
 */
export const editOrder = defineMutator(
  'orders.edit',
  {
    orderId: id('order'),
    groups: list(oneOf(editGroups), {max: editGroups.length}),
    ...partFields,
    ...grownFields,
  },
  async (tx, {orderId, groups, products, contact, ...parts}): Ending => {
    const before = await tx.orders.get(orderId);
    if (!before || before.status === 'withdrawn') return fail('orders.not_found', {orderId});

    const after = edited(before, {groups, parts, at: tx.at});
    await tx.orders.put(after);
    await grow(tx, products, contact);
    return doneWith(callOf(restoreOrder, {order: before, stamp: stampOf(after)}));
  },
);

function edited(
  before: Order,
  {
    groups,
    parts,
    at,
  }: {readonly groups: readonly EditGroup[]; readonly parts: FieldsOf<typeof partFields>; readonly at: Instant},
): Order {
  const {money, ...rest} = parts;
  const {missing, ...known} = before;
  const filled: readonly OrderGap[] = groups.flatMap((group) => (group === 'buyer' ? [] : [group]));
  const left = (missing ?? []).filter((gap) => !filled.includes(gap));
  const all = [...new Set([...(before.edited ?? []), ...groups])];
  return {...known, ...rest, ...money, ...(left.length > 0 && {missing: left}), edited: all, editedAt: at};
}

/** Puts a row back as it was before an edit, as long as nobody has changed it since. */
export const restoreOrder = defineMutator(
  'orders.restore',
  {order: orders.shape, stamp: text({min: 1, max: 300})},
  async (tx, {order, stamp}): Ending => {
    const now = await tx.orders.get(order.id);
    if (!now) return fail('orders.not_found', {orderId: order.id});
    if (stampOf(now) !== stamp) return fail('orders.changed_since', {number: now.channelOrderId});

    await tx.orders.put(order);
    return doneWith(callOf(restoreOrder, {order: now, stamp: stampOf(order)}));
  },
);

/** Takes back an order that was made by hand: it stays in the store, and is shown and counted nowhere. */
export const withdrawOrder = defineMutator(
  'orders.withdraw',
  {orderId: id('order'), stamp: text({min: 1, max: 300})},
  async (tx, {orderId, stamp}): Ending => {
    const order = await tx.orders.get(orderId);
    if (!order) return fail('orders.not_found', {orderId});
    if (stampOf(order) !== stamp) return fail('orders.changed_since', {number: order.channelOrderId});

    const withdrawn: Order = {...order, status: 'withdrawn'};
    await tx.orders.put(withdrawn);
    return doneWith(callOf(restoreOrder, {order, stamp: stampOf(withdrawn)}));
  },
);

async function grow(tx: Tx, products: readonly Product[], contact: BuyerRow | undefined): Promise<void> {
  for (const product of products) {
    const known = await tx.products.get(product.id);
    // Somebody has typed it: it no longer goes with an import that is undone.
    if (!known) await tx.products.put(product);
    else if (known.importId !== undefined) await tx.products.update(known.id, {importId: undefined});
  }
  if (contact) await tx.buyers.put(contact);
}
