import {cleanup, fireEvent, screen, waitFor, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {ok} from '#core/lib/result.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import {createOrder} from '#core/orders/manual-mutators.ts';
import {orderIdOf} from '#core/orders/order-id.ts';
import {releaseOrder} from '#core/orders/mutators.ts';
import type {Buyer, OrderId} from '#core/orders/schema.ts';
import type {SheetContent} from '#core/shipping/documents/sheet-job.ts';
import {parcelClosed, parcelLabelled, parcelPacked} from '#core/shipping/packing/mutators.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {parcelIdOf} from '#core/testing/given-parcel.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import type {Instant} from '#core/time/instant.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {MemoryLocks} from '../../store/safety/testing/memory-locks.ts';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {DayPage} from './day-page.tsx';
import {useDayView} from './day-view.ts';

const idOf = (channelOrderId: string): OrderId => orderIdOf({storefrontId: storefront.id, channelOrderId});
const [tea, set] = [idOf('1001'), idOf('1002')];
const buyer: Buyer = {shipTo: {name: 'Ida', street: 'Kai 1', postalCode: '24103', city: 'Kiel', country: 'DE'}};
let worker: DataWorkerInProcess;
let page: GivenPage;
let sheets: SheetContent[];
let dialogs: number;

async function released(orderId: OrderId, channelOrderId: string, pieces: number): Promise<void> {
  const sealed = await page.data.call('data.seal', {value: buyer});
  if (!sealed.ok) throw new Error('a buyer can be sealed');
  const {currency, orderedAt, shipCountry} = givenOrder(channelOrderId);
  const money = {currency, shippingMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor: 0, refundedMinor: 0};
  const lines = [{sku: 'TEA', title: 'Green tea', quantity: pieces}];
  const facts = {storefrontId: storefront.id, channelOrderId, orderedAt, lines, money, shipCountry, products: []};
  await page.data.mutate(createOrder, {
    orderId,
    status: 'paid',
    buyer: sealed.value as Sealed<Buyer>,
    ...facts,
  });
  await page.data.mutate(releaseOrder, {orderId});
}

beforeEach(async () => {
  emptyDesk();
  useDayView.setState(useDayView.getInitialState());
  [sheets, dialogs] = [[], 0];
  worker = startDataWorker({disk: new MemoryDisk(), locks: new MemoryLocks()});
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  await page.data.mutate(createBusiness, business);
  await page.data.mutate(createStorefront, storefront);
  await released(tea, '1001', 1);
  await released(set, '1002', 3);
  page.show(
    <DayPage
      tools={{
        make: async (asked) => {
          if (asked.make === 'sheet') sheets.push(asked.job.sheet);
          return ok(new Uint8Array(4));
        },
        toDialog: async () => void (dialogs += 1),
      }}
    />,
  );
  await screen.findByRole('button', {name: /^Make a wave/});
});
afterEach(() => {
  cleanup();
  worker.close();
});

function press(key: string): void {
  fireEvent.keyDown(document.body, {key, code: `Key${key.toUpperCase()}`});
}

function row(title: RegExp): HTMLElement {
  return screen.getByRole('row', {name: title});
}

test('orders of several pieces become a wave, whose pick list knows bins and totes', async () => {
  fireEvent.click(screen.getByRole('button', {name: 'No date: Several pieces: 1'}));
  fireEvent.click(await screen.findByRole('button', {name: /Make a wave of 1 order/}));
  fireEvent.click(await screen.findByRole('button', {name: 'Bin? Tell it for TEA'}));
  fireEvent.change(await screen.findByLabelText('Bin'), {target: {value: 'A-2'}});
  fireEvent.click(screen.getByRole('button', {name: 'Save'}));
  await screen.findByRole('button', {name: 'Bin A-2: change it for TEA'});
  const tote = screen.getByLabelText('Tote for order 1002');
  fireEvent.change(tote, {target: {value: 'T-7'}});
  fireEvent.submit(tote);
  await screen.findByText('T-7 ×3');
  press('p');
  await waitFor(() => expect(dialogs).toBe(1));
  expect(sheets.map(({is, says}) => [is, 'lines' in says && says.lines])).toEqual([
    ['pickList', [{bin: 'A-2', sku: 'TEA', title: 'Green tea', quantity: 3, totes: 'T-7 ×3'}]],
  ]);
});

test('parcels that were scanned are handed over on a sheet that is filed, and void where they did not leave', async () => {
  for (const [orderId, name] of [
    [tea, 'one'],
    [set, 'two'],
  ] as const) {
    const parcelId = parcelIdOf(name);
    const lines = [{orderId, line: 0, item: 'TEA', quantity: name === 'one' ? 1 : 3}];
    const tracking = {carrier: 'DHL', number: `00${name}`};
    await page.data.mutate(parcelPacked, {parcelId, place: 1, lines, packedBy: 'ANNA', weightGrams: 120});
    await page.data.mutate(parcelLabelled, {parcelId, tracking});
    if (name === 'one') await page.data.mutate(parcelClosed, {parcelId});
  }
  await screen.findByRole('row', {name: /^DHL 1 1 0 0/});
  fireEvent.click(screen.getByRole('button', {name: 'Hand over the parcels of DHL'}));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('1 label was never scanned');
  fireEvent.click(within(dialog).getByRole('button', {name: 'Hand over and print'}));
  await screen.findByRole('row', {name: /^DHL 0 1 1 0/});
  await waitFor(() => expect(dialogs).toBe(1));
  const handed = sheets.map(({is, says}) => [is, 'parcels' in says && says.parcels]);
  fireEvent.click(await screen.findByRole('button', {name: /^Void sheet M-/}));
  await screen.findByRole('row', {name: /^DHL 1 1 0 0/});
  expect([handed, row(/^M-.*Void$/).textContent]).toEqual([
    [['manifest', [{tracking: '00one', orderNumber: '1001', place: 'DE 24103 Kiel', weightGrams: 120}]]],
    expect.stringContaining('DHL1'),
  ]);
});
