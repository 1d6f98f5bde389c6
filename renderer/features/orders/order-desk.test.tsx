import {cleanup, fireEvent, screen, waitFor, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {orderIdOf} from '#core/orders/order-id.ts';
import {orderInFull} from '#core/orders/queries.ts';
import type {Buyer} from '#core/orders/schema.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {business, storefront} from '#core/testing/given.ts';
import type {Instant} from '#core/time/instant.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {quietMs} from '../../app/keys/keys.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {OrderDesk} from './order-desk.tsx';
import {forgetForms} from './order-forms.ts';
import {forgetOrdersView, useOrdersView} from './orders-view.ts';

let worker: DataWorkerInProcess;
let page: GivenPage;

beforeEach(async () => {
  emptyDesk();
  forgetForms();
  forgetOrdersView();
  worker = startDataWorker();
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  await page.data.mutate(createBusiness, business);
  await page.data.mutate(createStorefront, storefront);
  page.show(<OrderDesk />);
  await vi.waitUntil(
    () => screen.queryByRole<HTMLButtonElement>('button', {name: /New order/})?.disabled === false,
    10_000,
  );
});
afterEach(() => {
  cleanup();
  worker.close();
});

async function openNew(): Promise<HTMLElement> {
  fireEvent.click(screen.getByRole('button', {name: /New order/}));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByDisplayValue(/^M-\d{4}$/);
  return dialog;
}

function write(dialog: HTMLElement, values: Readonly<Record<string, string>>): void {
  for (const [label, value] of Object.entries(values)) {
    fireEvent.change(within(dialog).getByLabelText(label, {selector: 'input'}), {target: {value}});
  }
}

async function chooseCountry(dialog: HTMLElement, name: string): Promise<void> {
  fireEvent.click(within(dialog).getByLabelText('Country', {selector: 'input'}));
  // Asking each of 249 options for its role and its name took longer than all the rest.
  fireEvent.click(await within(dialog).findByText(name, {selector: '[role="option"], [role="option"] *'}));
}

const address = {Name: 'Ada Pohl', 'Street and number': 'Ahornweg 3', 'Postal code': '10115', City: 'Berlin'};
const line = {'SKU, item 1': 'TEA-1', 'Name, item 1': 'Green tea', 'Pcs, item 1': '3', 'Price, item 1': '3.335'};

async function fill(dialog: HTMLElement): Promise<void> {
  await chooseCountry(dialog, 'Germany');
  write(dialog, {...address, ...line, Shipping: '4,90'});
}

/** Strikes a key of the page as a person does: what follows another key sooner is a scanner's, and nothing comes of it. */
async function strike(key: KeyboardEventInit): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, quietMs));
  fireEvent.keyDown(document.body, key);
}

function save(dialog: HTMLElement): void {
  fireEvent.keyDown(within(dialog).getByLabelText('Shipping'), {key: 'Enter', ctrlKey: true});
}

async function stored(channelOrderId: string) {
  const orderId = orderIdOf({storefrontId: storefront.id, channelOrderId});
  const order = (await readOnce(page.data, orderInFull, {orderId}))?.order;
  const buyer = order && (await page.data.call('data.open', {sealed: order.buyer}));
  return order && {...order, buyer: buyer?.ok ? (buyer.value as Buyer) : undefined};
}

async function createFirst(): Promise<void> {
  const dialog = await openNew();
  await within(dialog).findByDisplayValue('M-0001');
  await fill(dialog);
  save(dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
}

test('an order is written, its total stands there while it is, and it is stored and shown', async () => {
  const dialog = await openNew();
  await within(dialog).findByDisplayValue('M-0001');
  await fill(dialog);
  const total = within(dialog).getByText('Total').textContent;
  save(dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));

  const order = await stored('M-0001');
  expect([
    total,
    order?.lines,
    order?.totalMinor,
    order?.buyer,
    order?.status,
    useOrdersView.getState().panelId,
  ]).toEqual([
    'Total14.91EUR',
    [{sku: 'TEA-1', title: 'Green tea', quantity: 3, unitPrice: {units: 3335, scale: 3}, totalMinor: 1001}],
    1491,
    {shipTo: {name: 'Ada Pohl', street: 'Ahornweg 3', postalCode: '10115', city: 'Berlin', country: 'DE'}},
    'paid',
    order?.id,
  ]);
  expect(useNotices.getState().current?.words).toBe('1 order created');
});

test('undo takes a new order away again, and its number is free', async () => {
  await createFirst();
  useNotices.getState().current?.undo?.onUndo();
  await vi.waitUntil(async () => (await stored('M-0001'))?.status === 'withdrawn', 10_000);
  const dialog = await openNew();
  expect(await within(dialog).findByDisplayValue('M-0001')).toBeTruthy();
});

test('what is wrong is said at its field, the first one has the focus, and nothing is lost', async () => {
  const dialog = await openNew();
  await fill(dialog);
  write(dialog, {'Postal code': '1011', 'Price, item 1': 'cheap'});
  save(dialog);
  await within(dialog).findByText('Germany has no postal code like this.');
  const price = within(dialog).getByLabelText('Price, item 1');
  await waitFor(() => expect(document.activeElement).toBe(price));
  write(dialog, {'Postal code': '10115'});
  await waitFor(() => expect(within(dialog).getByRole('status').textContent).toBe('1 field needs another look.'));
  expect([
    within(dialog).queryByText('Germany has no postal code like this.'),
    within(dialog).queryByText('Write a price such as 12.50.') === null,
    within(dialog).getByLabelText('City').getAttribute('value'),
  ]).toEqual([null, false, 'Berlin']);
});

test('a number that another order has is refused at its field, with all that was typed', async () => {
  await createFirst();
  const dialog = await openNew();
  await within(dialog).findByDisplayValue('M-0002');
  await fill(dialog);
  write(dialog, {'Order number': 'M-0001'});
  save(dialog);
  await within(dialog).findByText(/already|Choose another/);
  expect(within(dialog).getByLabelText('Name', {selector: 'input'}).getAttribute('value')).toBe('Ada Pohl');
});

test('Escape puts a form away with what is in it, and it comes back as it was left', async () => {
  const dialog = await openNew();
  await fill(dialog);
  fireEvent.keyDown(dialog, {key: 'Escape'});
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
  const said = useNotices.getState().current?.words;
  const again = await openNew();
  expect([
    said,
    within(again).getByText('You began this before. It is as you left it.') !== null,
    within(again).getByLabelText('Street and number').getAttribute('value'),
  ]).toEqual(['Put away, nothing is lost. Open it again to go on.', true, 'Ahornweg 3']);
});

test('with the country go the fields of the address and their names', async () => {
  const dialog = await openNew();
  await chooseCountry(dialog, 'United States');
  const american =
    within(dialog).queryByLabelText('ZIP code') !== null && within(dialog).queryByLabelText('State') !== null;
  await chooseCountry(dialog, 'United Kingdom');
  expect([
    american,
    within(dialog).queryByLabelText('Postcode') !== null,
    within(dialog).queryByLabelText('State'),
  ]).toEqual([true, true, null]);
});

test('Enter in a line makes the next, Backspace in an empty one takes it away', async () => {
  const dialog = await openNew();
  write(dialog, line);
  fireEvent.keyDown(within(dialog).getByLabelText('Price, item 1'), {key: 'Enter'});
  const second = await within(dialog).findByLabelText('SKU, item 2', {selector: 'input'});
  await waitFor(() => expect(document.activeElement).toBe(second));
  fireEvent.keyDown(second, {key: 'Backspace'});
  await waitFor(() => expect(within(dialog).queryByLabelText('SKU, item 2', {selector: 'input'})).toBe(null));
  expect(document.activeElement).toBe(within(dialog).getByLabelText('SKU, item 1', {selector: 'input'}));
});

test('who has bought and what was sold is offered the next time', async () => {
  await createFirst();
  const dialog = await openNew();
  write(dialog, {'SKU, item 1': 'tea'});
  fireEvent.click(await within(dialog).findByRole('option', {name: /TEA-1/, hidden: true}));
  write(dialog, {Name: 'ada'});
  fireEvent.click(await within(dialog).findByRole('option', {name: /Ada Pohl/, hidden: true}));
  const values = ['Name, item 1', 'Name', 'Street and number', 'Postal code', 'City'].map((label) =>
    within(dialog).getByLabelText(label, {selector: 'input'}).getAttribute('value'),
  );
  expect(values).toEqual(['Green tea', 'Ada Pohl', 'Ahornweg 3', '10115', 'Berlin']);
});

test('an SKU that is written or scanned whole brings its name along', async () => {
  await createFirst();
  const dialog = await openNew();
  write(dialog, {'SKU, item 1': 'TEA-1'});
  fireEvent.blur(within(dialog).getByLabelText('SKU, item 1', {selector: 'input'}));
  await waitFor(() => expect(within(dialog).getByLabelText('Name, item 1').getAttribute('value')).toBe('Green tea'));
});

test('an edit replaces only what was changed, says so, and can be taken back', async () => {
  await createFirst();
  const before = await stored('M-0001');
  await strike({key: 'e', code: 'KeyE'});
  const dialog = await screen.findByRole('dialog', {name: 'Edit order M-0001'});
  write(dialog, {'Street and number': 'Birkenweg 4'});
  save(dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
  const after = await stored('M-0001');
  useNotices.getState().current?.undo?.onUndo();
  await vi.waitUntil(async () => (await stored('M-0001'))?.buyer?.shipTo.street === 'Ahornweg 3', 10_000);
  expect([after?.buyer?.shipTo.street, after?.lines, after?.totalMinor, worker.bugs]).toEqual([
    'Birkenweg 4',
    before?.lines,
    before?.totalMinor,
    [],
  ]);
});

test('a duplicate is a new order with the same content and the next number', async () => {
  await createFirst();
  await strike({key: 'D', code: 'KeyD', shiftKey: true});
  const dialog = await screen.findByRole('dialog', {name: 'New order'});
  await within(dialog).findByDisplayValue('M-0002');
  save(dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
  const [first, second] = [await stored('M-0001'), await stored('M-0002')];
  expect([second?.buyer, second?.lines, second?.totalMinor]).toEqual([first?.buyer, first?.lines, first?.totalMinor]);
});
