import {productIdOf} from '#core/catalog/product-id.ts';
import type {Product} from '#core/catalog/schema.ts';
import {buyerIdOf, buyerName} from '#core/customers/buyer-name.ts';
import type {BuyerRow, Contact} from '#core/customers/schema.ts';
import {type Result, ok} from '#core/lib/result.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import {createOrder, editOrder} from '#core/orders/manual-mutators.ts';
import {orderIdOf} from '#core/orders/order-id.ts';
import type {Buyer, EditGroup, OrderId, OrderLine} from '#core/orders/schema.ts';
import type {Outcome} from '#core/sync/replica.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import type {OrderEntry} from './order-entry.ts';
import type {OrderDraft} from './order-forms.ts';
import type {OrderContent} from './read-entry.ts';

interface Saved {
  readonly orderId: OrderId;
  readonly outcome: Outcome;
}

/** Stores what the form says: as a new order, or as those parts of a stored one that were changed. */
export async function saveOrder(data: DataClient, draft: OrderDraft, content: OrderContent): Promise<Saved> {
  const {edits} = draft;
  const orderId = (edits?.order.id ?? orderIdOf(content)) as OrderId;
  const groups = edits ? changedGroups(draft, content) : [];
  const isNewBuyer = !edits || groups.includes('address') || groups.includes('buyer');
  const buyer = isNewBuyer ? await sealedBuyer(data, content) : ok(undefined);
  if (!buyer.ok) return {orderId, outcome: buyer};

  const grown = {
    products: !edits || groups.includes('lines') ? productsOf(content.lines) : [],
    ...(buyer.value?.row && {contact: buyer.value.row}),
  };
  if (edits) {
    const parts = {
      ...(buyer.value && {buyer: buyer.value.sealed, shipCountry: content.buyer.shipTo.country}),
      ...(groups.includes('lines') && {lines: content.lines}),
      ...(groups.includes('money') && {money: moneyOf(content, edits.order.refundedMinor)}),
    };
    return {orderId, outcome: await data.mutate(editOrder, {orderId, groups, ...parts, ...grown})};
  }

  const {storefrontId, channelOrderId, paid, orderedAt, lines} = content;
  const named = {orderId, storefrontId, channelOrderId, status: paid ? 'paid' : 'new'} as const;
  const said = {orderedAt, lines, money: moneyOf(content, 0), shipCountry: content.buyer.shipTo.country};
  if (!buyer.value) return {orderId, outcome: {ok: false, fault: {code: 'store.closed', values: {}}}};
  return {orderId, outcome: await data.mutate(createOrder, {...named, ...said, buyer: buyer.value.sealed, ...grown})};
}

/** Which parts a person has changed: only those are replaced, and only those are called edited. */
function changedGroups({start, entry, edits}: OrderDraft, content: OrderContent): readonly EditGroup[] {
  const differs = (part: (of: OrderEntry) => unknown): boolean =>
    JSON.stringify(part(start)) !== JSON.stringify(part(entry));
  const isOtherMoney = content.totalMinor !== edits?.order.totalMinor || differs(amountsTyped);
  return [
    ...(differs(({address, country}) => [address, country]) ? (['address'] as const) : []),
    ...(differs(({email, phone}) => [email, phone]) ? (['buyer'] as const) : []),
    ...(differs(({lines}) => lines) ? (['lines'] as const) : []),
    ...(isOtherMoney ? (['money'] as const) : []),
  ];
}

function amountsTyped({shipping, discount, tax, taxAdded}: OrderEntry): unknown {
  return [shipping, discount, tax, taxAdded];
}

function moneyOf({currency, shippingMinor, discountMinor, taxMinor, totalMinor}: OrderContent, refundedMinor: number) {
  return {currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor};
}

/** The buyer for the order, and for the list of those who have bought before. */
async function sealedBuyer(
  data: DataClient,
  {buyer, storefrontId}: OrderContent,
): Promise<Result<{readonly sealed: Sealed<Buyer>; readonly row: BuyerRow | undefined}>> {
  const contact: Contact = buyer;
  const name = buyerName(contact, storefrontId);
  const [forOrder, forList, digest] = await Promise.all([
    data.call('data.seal', {value: buyer}),
    data.call('data.seal', {value: contact}),
    name === undefined ? ok(undefined) : data.call('data.digest', {text: name}),
  ]);
  if (!forOrder.ok) return forOrder;
  if (!forList.ok) return forList;
  if (!digest.ok) return digest;

  const row = digest.value && {id: buyerIdOf(digest.value), contact: forList.value as Sealed<Contact>};
  return ok({sealed: forOrder.value as Sealed<Buyer>, row: row || undefined});
}

function productsOf(lines: readonly OrderLine[]): readonly Product[] {
  const titles = new Map(lines.filter(({sku}) => sku !== '').map(({sku, title}) => [sku, title]));
  return [...titles].map(([sku, title]) => ({id: productIdOf(sku), sku, title}));
}
