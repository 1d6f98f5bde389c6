import {cleanup, fireEvent, screen, waitFor, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {idFromName} from '#core/lib/id.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import {createOrder} from '#core/orders/manual-mutators.ts';
import {releaseOrder} from '#core/orders/mutators.ts';
import {orderIdOf} from '#core/orders/order-id.ts';
import type {Buyer} from '#core/orders/schema.ts';
import {takeLabels} from '#core/shipping/bought/mutators.ts';
import {closeUpload, setNumbers, uploadMade} from '#core/shipping/upload/mutators.ts';
import {templatesKept} from '#core/shipping/upload/queries.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import type {Instant} from '#core/time/instant.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {MemoryLocks} from '../../store/safety/testing/memory-locks.ts';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {UploadPage} from './upload-page.tsx';
import {forgetUploadView, useUploadView} from './upload-view.ts';

const numberOf = (channelOrderId: string) => orderIdOf({storefrontId: storefront.id, channelOrderId});
const batchId = idFromName('uploadBatch', 'first');
let worker: DataWorkerInProcess;
let page: GivenPage;
let shown: string[];

beforeEach(async () => {
  emptyDesk();
  forgetUploadView();
  useUploadView.setState({templateId: 'royal-mail-click-and-drop'});
  worker = startDataWorker({disk: new MemoryDisk(), locks: new MemoryLocks()});
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  await page.data.mutate(createBusiness, business);
  await page.data.mutate(createStorefront, storefront);
  await release('1001', 'Kai 1');
  await release('1002', 'x'.repeat(101));
  shown = [];
  page.show(<UploadPage onOrder={({number}) => void shown.push(number)} />);
});
afterEach(() => {
  cleanup();
  worker.close();
});

async function release(channelOrderId: string, street: string): Promise<void> {
  const orderId = numberOf(channelOrderId);
  const buyer: Buyer = {shipTo: {name: 'Ada Pohl', street, city: 'Berlin', postalCode: '10115', country: 'DE'}};
  const sealed = await page.data.call('data.seal', {value: buyer});
  if (!sealed.ok) throw new Error('a buyer can be sealed');
  const {lines, currency, orderedAt, shipCountry} = givenOrder(channelOrderId);
  const money = {currency, shippingMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor: 0, refundedMinor: 0};
  const facts = {
    storefrontId: storefront.id,
    channelOrderId,
    status: 'paid',
    orderedAt,
    lines,
    money,
    shipCountry,
  } as const;
  await page.data.mutate(createOrder, {orderId, ...facts, buyer: sealed.value as Sealed<Buyer>, products: []});
  await page.data.mutate(releaseOrder, {orderId});
}

async function fileOf(channelOrderId: string): Promise<void> {
  await page.data.mutate(uploadMade, {
    batchId,
    templateId: 'royal-mail-click-and-drop',
    template: 'Royal Mail Click & Drop',
    carrier: 'Royal Mail',
    answer: {reference: ['Order reference'], number: ['Tracking number']},
    fileName: 'first.csv',
    orders: [{orderId: numberOf(channelOrderId), reference: channelOrderId}],
  });
}

test('an order that does not fit is named with its column, and leads to the order', async () => {
  expect(await screen.findByText('1 order goes into the file')).toBeDefined();
  expect(screen.getByText(/“Address Line 1” has 101 characters and the carrier takes 100/)).toBeDefined();
  fireEvent.click(screen.getByLabelText('Show order 1002'));
  expect(shown).toEqual(['1002']);
});

test('an order waits in one file, is free when nobody waits for that, and has its number when it comes', async () => {
  await fileOf('1001');
  expect(await screen.findByText('1 order waits for the answer to an earlier file')).toBeDefined();
  fireEvent.click(screen.getByText('Wait no more'));
  expect(await screen.findByText('1 order goes into the file')).toBeDefined();
  useNotices.getState().current?.undo?.onUndo();
  expect(await screen.findByText('1 order waits for the answer to an earlier file')).toBeDefined();
  await page.data.mutate(setNumbers, {batchId, numbers: [{orderId: numberOf('1001'), number: 'RR473124829GB'}]});
  expect(await screen.findByText('All have their numbers')).toBeDefined();
  expect(await page.data.mutate(closeUpload, {batchId})).toMatchObject({ok: true});
});

test('an order whose label was bought elsewhere goes into no file: it would be paid for twice', async () => {
  const label = {
    id: idFromName('boughtLabel', 'one'),
    orderId: numberOf('1001'),
    fileId: 'A'.repeat(43),
    fileName: 'labels.pdf',
  };
  const read = {
    place: 1,
    form: 'pdf',
    number: 'RR473124829GB',
    carrier: 'Royal Mail',
    scans: [],
    by: 'number',
  } as const;
  await page.data.mutate(takeLabels, {labels: [{...label, ...read}]});
  expect(await screen.findByText('1 order has a label that was bought elsewhere')).toBeDefined();
  expect(screen.queryByText('1 order goes into the file')).toBeNull();
});

test('a template of the seller’s own begins as a known one, and its rows are seen as it is typed', async () => {
  fireEvent.click(await screen.findByText('Make a template of it'));
  const editor = await screen.findByLabelText('New template');
  fireEvent.change(within(editor).getByLabelText('Name'), {target: {value: 'Ours'}});
  fireEvent.change(within(editor).getByLabelText('Order reference: Heading'), {target: {value: 'Our number'}});
  const preview = await within(editor).findByLabelText('As three of your orders would stand in it');
  const seen = [preview.querySelector('th')?.textContent, preview.querySelector('td')?.textContent];
  fireEvent.keyDown(within(editor).getByLabelText('Name'), {key: 'Enter', ctrlKey: true});
  await waitFor(async () =>
    expect((await readOnce(page.data, templatesKept, {})).map(({name}) => name)).toEqual(['Ours']),
  );
  expect(await screen.findByText('Edit the template')).toBeDefined();
  useNotices.getState().current?.undo?.onUndo();
  await waitFor(async () => expect(await readOnce(page.data, templatesKept, {})).toEqual([]));
  expect(seen).toEqual(['Our number', '1001']);
});
