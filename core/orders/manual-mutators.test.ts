import {expect, test} from 'vitest';
import {idFromName} from '../lib/id.ts';
import {productIdOf} from '../catalog/product-id.ts';
import type {CurrencyCode} from '../money/currency.ts';
import type {StorefrontId} from '../storefronts/schema.ts';
import {type Call, callOf} from '../sync/define.ts';
import {givenOrder, monday, sealedBuyer, storefront} from '../testing/given.ts';
import {IntakeDesk} from '../testing/intake-desk.ts';
import {sealedOpenly} from '../testing/open-vault.ts';
import {createOrder, editOrder} from './manual-mutators.ts';
import {releaseOrder} from './mutators.ts';
import {orderIdOf} from './order-id.ts';
import type {Order} from './schema.ts';

const money = {
  currency: 'EUR' as CurrencyCode,
  shippingMinor: 0,
  discountMinor: 0,
  taxMinor: 0,
  totalMinor: 700,
  refundedMinor: 0,
};
const lines = [{sku: 'TEA-9', title: 'White tea', quantity: 1, totalMinor: 700}];
const shipTo = {name: 'Ida Björk', street: 'Teeweg 1', city: 'Hamburg', country: 'DE'};
const named = {storefrontId: storefront.id, channelOrderId: 'M-1'};
const orderId = orderIdOf(named);

function create(changes: Partial<Parameters<typeof createOrder.run>[1]> = {}): Call {
  const said = {status: 'paid', orderedAt: monday, lines, money, shipCountry: 'DE', products: []} as const;
  return callOf(createOrder, {orderId, ...named, ...said, buyer: sealedOpenly({shipTo}), ...changes});
}

async function row(desk: IntakeDesk): Promise<Order | undefined> {
  return desk.store.read((tx) => tx.get('orders', orderId));
}

test('an order by hand is there as it was written, and a number is never given twice', async () => {
  const desk = await IntakeDesk.open();
  const outcomes = await desk.act(
    create(),
    create(),
    create({storefrontId: idFromName('storefront', 'gone') as StorefrontId}),
  );
  const {editedAt: _editedAt, buyer: _buyer, ...order} = (await row(desk)) ?? givenOrder('none');
  expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.fault.code))).toEqual([
    'done',
    'orders.already_there',
    'storefronts.not_found',
  ]);
  expect(order).toEqual({
    id: orderId,
    ...named,
    status: 'paid',
    orderedAt: monday,
    lines,
    ...money,
    shipCountry: 'DE',
    edited: ['address', 'buyer', 'lines', 'money'],
  });
});

test('an order by hand that is taken back is gone from sight, comes back, and leaves its number free', async () => {
  const desk = await IntakeDesk.open();
  const [created] = await desk.act(create());
  const before = await desk.seen();
  const [taken] = await desk.act(...(created?.ok && created.undo ? [created.undo] : []));
  const gone = await desk.orders();
  await desk.act(...(taken?.ok && taken.undo ? [taken.undo] : []));
  const back = await desk.seen();
  await desk.act(...(created?.ok && created.undo ? [created.undo] : []));
  const [again] = await desk.act(create());
  expect([gone, back === before, again?.ok]).toEqual([[], true, true]);
});

test('an edit replaces the parts that it names, fills what was missing, and is taken back whole', async () => {
  const desk = await IntakeDesk.open();
  const start = givenOrder('M-1', {missing: ['money', 'address'], buyer: sealedBuyer});
  await desk.store.write((tx) => tx.put('orders', start));
  const products = [{id: productIdOf('TEA-9'), sku: 'TEA-9', title: 'White tea'}];
  const [outcome] = await desk.act(callOf(editOrder, {orderId, groups: ['lines', 'money'], lines, money, products}));
  const edited = await row(desk);
  await desk.act(...(outcome?.ok && outcome.undo ? [outcome.undo] : []));
  expect([edited, await row(desk)]).toEqual([
    {...start, ...money, lines, missing: ['address'], edited: ['lines', 'money'], editedAt: monday + 60_000},
    start,
  ]);
  expect(await desk.store.read((tx) => tx.get('products', productIdOf('TEA-9')))).toEqual(products[0]);
});

test('an edit is not taken back over what somebody has done since', async () => {
  const desk = await IntakeDesk.open();
  await desk.act(create());
  const [outcome] = await desk.act(callOf(editOrder, {orderId, groups: ['lines'], lines: [], products: []}));
  await desk.act(callOf(releaseOrder, {orderId}));
  const [refused] = await desk.act(...(outcome?.ok && outcome.undo ? [outcome.undo] : []));
  expect([refused?.ok, refused && !refused.ok && refused.fault.code, (await row(desk))?.status]).toEqual([
    false,
    'orders.changed_since',
    'released',
  ]);
});
