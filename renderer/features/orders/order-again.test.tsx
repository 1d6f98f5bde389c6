import {cleanup, fireEvent, screen, waitFor, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {Sealed} from '#core/lib/sealed.ts';
import {createOrder, editOrder} from '#core/orders/manual-mutators.ts';
import {orderInFull} from '#core/orders/queries.ts';
import type {Buyer} from '#core/orders/schema.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import type {Outcome} from '#core/sync/replica.ts';
import type {Instant} from '#core/time/instant.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {CreateOrderAgain, EditOrderAgain} from './order-again.tsx';
import {forgetForms} from './order-forms.ts';
import {forgetOrdersView} from './orders-view.ts';

let worker: DataWorkerInProcess;
let page: GivenPage;
let ended: string[];

const order = givenOrder('1001');
const shipTo = {name: 'Ada Pohl', street: 'Ahornweg 3', postalCode: '10115', city: 'Berlin', country: 'DE'};

beforeEach(async () => {
  emptyDesk();
  forgetForms();
  forgetOrdersView();
  worker = startDataWorker();
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  await page.data.mutate(createBusiness, business);
  await page.data.mutate(createStorefront, storefront);
  ended = [];
});
afterEach(async () => {
  cleanup();
  await worker.shops.current?.close();
  worker.close();
});

async function sealed(buyer: Buyer): Promise<Sealed<Buyer>> {
  const answer = await page.data.call('data.seal', {value: buyer});
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value as Sealed<Buyer>;
}

async function created() {
  const {id: orderId, buyer: _, currency, shippingMinor, discountMinor, taxMinor, totalMinor, ...rest} = order;
  const {storefrontId, channelOrderId, orderedAt, lines, shipCountry} = rest;
  const money = {currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor: 0};
  const named = {orderId, storefrontId, channelOrderId, status: 'paid', orderedAt, shipCountry} as const;
  return {...named, lines, money, buyer: await sealed({shipTo}), products: []};
}

async function stored() {
  const found = (await readOnce(page.data, orderInFull, {orderId: order.id}))?.order;
  const buyer = found && (await page.data.call('data.open', {sealed: found.buyer}));
  return {edited: found?.edited, lines: found?.lines, street: buyer?.ok ? (buyer.value as Buyer).shipTo.street : ''};
}

const given = (args: unknown) => ({
  id: 'an item',
  args,
  onDone: ({ok}: Outcome) => ended.push(ok ? 'done' : 'refused'),
  onClose: () => ended.push('closed'),
});

async function save(title: string): Promise<void> {
  const dialog = await screen.findByRole('dialog', {name: title});
  fireEvent.keyDown(within(dialog).getByLabelText('Shipping'), {key: 'Enter', ctrlKey: true});
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
}

test('an order that was refused is written again from what was asked', async () => {
  page.show(<CreateOrderAgain {...given(await created())} />);
  const dialog = await screen.findByRole('dialog', {name: 'New order'});
  const shown = within(dialog).getByLabelText<HTMLInputElement>('Street and number').value;
  await save('New order');
  expect([shown, (await stored()).street, ended.toSorted()]).toEqual(['Ahornweg 3', 'Ahornweg 3', ['closed', 'done']]);
});

test('a change that was refused is written into the order as it is now, and replaces nothing else', async () => {
  await page.data.mutate(createOrder, await created());
  const lines = [{...order.lines[0], sku: 'TEA-2', title: 'Black tea', quantity: 1}];
  await page.data.mutate(editOrder, {orderId: order.id, groups: ['lines'], lines, products: []});
  const buyer = await sealed({shipTo: {...shipTo, street: 'Birkenweg 4'}});
  const asked = {orderId: order.id, groups: ['address'], buyer, shipCountry: 'DE', products: []};
  page.show(<EditOrderAgain {...given(asked)} />);
  await save('Edit order 1001');
  const {street, lines: kept} = await stored();
  expect([street, kept?.map(({sku}) => sku), ended.toSorted()]).toEqual(['Birkenweg 4', ['TEA-2'], ['closed', 'done']]);
});

test('items that were to be changed are written in as they were asked', async () => {
  await page.data.mutate(createOrder, await created());
  const lines = [{...order.lines[0], sku: 'TEA-3', title: 'White tea', quantity: 2}];
  page.show(<EditOrderAgain {...given({orderId: order.id, groups: ['lines'], lines, products: []})} />);
  await save('Edit order 1001');
  const {street, lines: kept} = await stored();
  expect([street, kept?.map(({sku, quantity}) => [sku, quantity])]).toEqual(['Ahornweg 3', [['TEA-3', 2]]]);
});

test('a form that is put away has done nothing; an order that is gone cannot be changed, and that is said', async () => {
  page.show(<CreateOrderAgain {...given(await created())} />);
  await screen.findByRole('dialog', {name: 'New order'});
  fireEvent.keyDown(document.activeElement ?? document.body, {key: 'Escape', code: 'Escape'});
  await vi.waitUntil(() => ended.length > 0, 10_000);
  cleanup();
  page.show(<EditOrderAgain {...given({orderId: order.id, groups: [], products: []})} />);
  await vi.waitUntil(() => ended.length > 1, 10_000);
  expect([ended, useNotices.getState().current?.words]).toEqual([['closed', 'closed'], 'This order no longer exists.']);
});
