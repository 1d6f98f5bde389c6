import {cleanup, createEvent, fireEvent, screen, waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {ok} from '#core/lib/result.ts';
import {idFromName} from '#core/lib/id.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import {boughtLabelIdOf} from '#core/shipping/bought/label-id.ts';
import {takeLabels} from '#core/shipping/bought/mutators.ts';
import {labelsOfOrder} from '#core/shipping/bought/queries.ts';
import {createOrder} from '#core/orders/manual-mutators.ts';
import {orderIdOf} from '#core/orders/order-id.ts';
import {holdOrder, releaseOrder} from '#core/orders/mutators.ts';
import type {Buyer, Order, OrderId} from '#core/orders/schema.ts';
import {orderToPack} from '#core/shipping/packing/queries.ts';
import type {LabelJob} from '#core/shipping/documents/label-page.ts';
import {setNumbers, uploadMade} from '#core/shipping/upload/mutators.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {GivenPrintDesk} from '#core/testing/given-print-desk.ts';
import {givenPrinter, printerId} from '#core/testing/given-printing.ts';
import {newBench} from '#core/shipping/packing-bench/bench.ts';
import {noneBytes} from '#core/storage/free-space.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import type {Instant} from '#core/time/instant.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {followPrinting, usePrinting} from '../../app/printing/print-store.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {MemoryLocks} from '../../store/safety/testing/memory-locks.ts';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {BenchPage} from './bench-page.tsx';
import {forgetBench, useBench} from './bench-view.ts';

const number = 'RM-17';
const orderId = orderIdOf({storefrontId: storefront.id, channelOrderId: number});
let worker: DataWorkerInProcess;
let disk: MemoryDisk;
let page: GivenPage;
let jobs: LabelJob[];
let sounds: string[];
let printed: number;
let bought: string[];
let struckAtMs = 0;

beforeEach(async () => {
  emptyDesk();
  useBench.setState(useBench.getInitialState());
  forgetBench();
  [jobs, sounds, printed, bought] = [[], [], 0, []];
  disk = new MemoryDisk();
  worker = startDataWorker({disk, locks: new MemoryLocks()});
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  await page.data.mutate(createBusiness, business);
  await page.data.mutate(createStorefront, storefront);
  await takeOrder(number, [
    {sku: 'TEA-1', title: 'Green tea', quantity: 2},
    {sku: 'CUP', title: 'A cup', quantity: 1},
  ]);
  page.show(
    <BenchPage
      hands={{
        make: async (asked) => {
          if (asked.make === 'label') jobs.push(asked.job);
          return ok(new Uint8Array(4));
        },
        makeBought: async (labels) => {
          bought.push(...labels.map(({bytes}) => String.fromCharCode(...bytes)));
          return ok(new Uint8Array(4));
        },
        play: (sound) => void sounds.push(sound),
        printBySystem: async () => void (printed += 1),
      }}
    />,
  );
});
afterEach(() => {
  cleanup();
  worker.close();
});

/** An order of one buyer that waits to be packed. */
async function takeOrder(channelOrderId: string, lines: Order['lines'], of: Buyer = buyer): Promise<OrderId> {
  const id = orderIdOf({storefrontId: storefront.id, channelOrderId});
  const sealed = await page.data.call('data.seal', {value: of});
  if (!sealed.ok) throw new Error('a buyer can be sealed');
  const {currency, orderedAt, shipCountry} = givenOrder(channelOrderId);
  const money = {currency, shippingMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor: 0, refundedMinor: 0};
  await page.data.mutate(createOrder, {
    orderId: id,
    storefrontId: storefront.id,
    channelOrderId,
    status: 'paid',
    orderedAt,
    lines,
    money,
    shipCountry,
    buyer: sealed.value as Sealed<Buyer>,
    products: [],
  });
  await page.data.mutate(releaseOrder, {orderId: id});
  return id;
}

const buyer: Buyer = {shipTo: {name: 'Ada Pohl', street: 'Ahornweg 3', city: 'Berlin', country: 'DE'}};

/** Strikes a code as a scanner does. */
async function scan(code: string): Promise<void> {
  const before = useBench.getState().bench;
  struckAtMs = Math.max(struckAtMs, performance.now());
  for (const key of [...code, 'Enter']) {
    // Told with the event, so that a busy machine does not turn a scanner into a person.
    const event = createEvent.keyDown(document.body, {key, code: placeOf(key)});
    Object.defineProperty(event, 'timeStamp', {value: (struckAtMs += 1)});
    fireEvent(document.body, event);
  }
  await vi.waitUntil(() => {
    const {bench} = useBench.getState();
    return bench !== before && !['looking', 'making'].includes(bench.stage.at);
  }, 10_000);
}

function placeOf(key: string): string {
  if (key === 'Enter') return key;
  return /\d/.test(key) ? `Digit${key}` : /[A-Z]/i.test(key) ? `Key${key.toUpperCase()}` : 'Minus';
}

test('an order is packed by scanner alone, and its label is printed once and scanned', async () => {
  await scan('TW:B:ANNA');
  await scan(number);
  expect(await screen.findByRole('heading', {name: number})).toBeDefined();
  await scan('CUP');
  await scan('POT');
  const wrong = screen.getByText('Wrong item').textContent;
  await scan('TEA-1');
  await scan('TEA-1');
  await waitFor(() => expect(screen.getByText('Scan the label')).toBeDefined());
  await scan(`${number}/1`);
  const told = await readOnce(page.data, orderToPack, {orderId});
  expect({
    wrong,
    printed,
    label: jobs.map(({label}) => [label.tracking?.text, label.shipTo.name, label.contents]),
    order: told?.order.status,
    parcels: told?.parcels.map(({status, packedBy}) => [status, packedBy]),
    sounds,
  }).toEqual({
    wrong: 'Wrong item',
    printed: 1,
    label: [
      [
        `${number}/1`,
        'Ada Pohl',
        [
          {sku: 'TEA-1', quantity: 2},
          {sku: 'CUP', quantity: 1},
        ],
      ],
    ],
    order: 'shipped',
    parcels: [['closed', 'ANNA']],
    sounds: ['right', 'right', 'right', 'wrong', 'right', 'right', 'done'],
  });
});

test('orders of one person are offered, go into one box, and its label says them all with what lies in it', async () => {
  const shipTo = {...buyer.shipTo, name: 'ADA  POHL', street: 'ahornweg 3'};
  const tea = {sku: 'TEA-1', title: 'Green tea', quantity: 1};
  const hers = await takeOrder('RM-18', [tea], {shipTo, email: 'ada@example.com'});
  const his = await takeOrder('RM-19', [tea], {shipTo: {...buyer.shipTo, name: 'Jon Pohl'}});
  await scan('TW:B:ANNA');
  await scan(number);
  const offer = screen.getByRole('status').textContent;
  expect(await screen.findByText('Pack together with RM-18')).toBeDefined();
  await scan('TW:TOGETHER');
  for (const code of ['TEA-1', 'TEA-1', 'TEA-1', 'CUP', `${number}/1`]) await scan(code);
  const told = await Promise.all([orderId, hers, his].map((id) => readOnce(page.data, orderToPack, {orderId: id})));
  expect({
    offer,
    label: jobs.slice(-1).map(({label}) => [label.tracking, label.contents]),
    printed,
    orders: told.map((one) => [one?.order.status, one?.parcels.length]),
    parcels: new Set(told.flatMap((one) => one?.parcels.map(({id}) => id) ?? [])).size,
  }).toEqual({
    offer: expect.stringContaining('1 more order for this person') as string,
    label: [
      [
        {text: `${number}/1 + RM-18`, code: {kind: 'code128', data: `${number}/1`}},
        [
          {sku: 'TEA-1', quantity: 3},
          {sku: 'CUP', quantity: 1},
        ],
      ],
    ],
    printed: 1,
    orders: [
      ['shipped', 1],
      ['shipped', 1],
      ['released', 0],
    ],
    parcels: 1,
  });
});

test('an order that somebody holds while it stands on the bench turns the screen red at once', async () => {
  await scan('TW:B:ANNA');
  await scan(number);
  await page.data.mutate(holdOrder, {orderId, reason: 'fraud'});
  expect(await screen.findByText(`Order ${number} is on hold`)).toBeDefined();
  expect(sounds.at(-1)).toBe('stop');
});

/** From now on labels get numbers of a range of ours. */
async function takeNumbers(): Promise<void> {
  const range = {
    scheme: 'dhl_paket',
    account: '33 44',
    fixed: [{part: 'company', text: '340434'}],
    from: '16109400000',
    to: '16109499999',
    wrap: 'end',
    alertBelow: 10,
  } as const;
  expect(await page.data.call('numbers.register', {range})).toMatchObject({ok: true});
  useBench.setState({numbers: {scheme: range.scheme, account: range.account}});
}

async function countsOfRanges() {
  const ranges = await page.data.call('numbers.ranges', null);
  return ranges.ok && ranges.value.ranges.map(({drawn, used, voided}) => ({drawn, used, voided}));
}

/** The number of the label that was made last. */
function lastNumber(): string {
  return jobs.at(-1)?.label.tracking?.text ?? '';
}

test('the label lies ready before the last piece is scanned, and nothing of it is told or printed till then', async () => {
  await takeNumbers();
  await scan('TW:B:ANNA');
  await scan(number);
  await vi.waitUntil(() => useBench.getState().inHand);
  await vi.waitUntil(() => jobs.length === 2);
  const ahead = lastNumber();
  const before = await readOnce(page.data, orderToPack, {orderId});
  const printedBefore = printed;
  for (const code of ['TEA-1', 'TEA-1', 'CUP']) await scan(code);
  const after = await readOnce(page.data, orderToPack, {orderId});
  expect({
    before: [before?.parcels.length, printedBefore],
    after: [after?.parcels.map(({status, tracking}) => [status, tracking?.number]), printed],
    made: jobs.length,
    counts: await countsOfRanges(),
  }).toEqual({
    before: [0, 0],
    after: [[['labelled', ahead]], 1],
    made: 2,
    counts: [{drawn: 1, used: 1, voided: 0}],
  });
});

test('a label that lies ready is made anew where it would say something else, with the same number', async () => {
  await takeNumbers();
  await scan('TW:B:ANNA');
  await scan(number);
  await vi.waitUntil(() => jobs.length === 2);
  const ahead = lastNumber();
  for (const code of ['CUP', 'TW:PARTIAL']) await scan(code);
  const partly = jobs.at(-1)?.label;
  expect([partly?.contents, partly?.tracking?.text, await countsOfRanges()]).toEqual([
    [{sku: 'CUP', quantity: 1}],
    ahead,
    [{drawn: 1, used: 1, voided: 0}],
  ]);
});

test('a number that was drawn for an order that is put away goes to the next label', async () => {
  await takeNumbers();
  await scan('TW:B:ANNA');
  await scan(number);
  await vi.waitUntil(() => jobs.length === 2);
  const ahead = lastNumber();
  for (const code of ['TW:ABORT', number, 'TEA-1', 'TEA-1', 'CUP']) await scan(code);
  expect([lastNumber(), await countsOfRanges()]).toEqual([ahead, [{drawn: 1, used: 1, voided: 0}]]);
});

test('what the store has no room for is not printed, and is told with the label once there is', async () => {
  await takeNumbers();
  await scan('TW:B:ANNA');
  for (const code of [number, 'TEA-1', 'TEA-1']) await scan(code);
  await vi.waitUntil(() => jobs.length === 2);
  disk.room = noneBytes - 1;
  await page.data.call('storage.look', null);
  await scan('CUP');
  const refused = [useBench.getState().bench.stage.at, printed, await countsOfRanges()];
  disk.room = Number.MAX_SAFE_INTEGER;
  await page.data.call('storage.look', null);
  await scan('TW:REPRINT');
  const told = await readOnce(page.data, orderToPack, {orderId});
  expect({refused, parcels: told?.parcels.map(({status, packedBy}) => [status, packedBy]), printed}).toEqual({
    refused: ['unmade', 0, [{drawn: 1, used: 0, voided: 0}]],
    parcels: [['labelled', 'ANNA']],
    printed: 1,
  });
});

test('a label gets the next number of the account that was chosen, once, and so does its order', async () => {
  await takeNumbers();
  await scan('TW:B:ANNA');
  await scan('TEA-1');
  await scan('TEA-1');
  await scan('CUP');
  const number = lastNumber();
  await scan(number);
  const told = await readOnce(page.data, orderToPack, {orderId});
  expect({
    code: jobs.at(-1)?.label.tracking?.code,
    order: [told?.order.status, told?.order.tracking],
    parcels: told?.parcels.map(({tracking}) => tracking?.number),
    counts: await countsOfRanges(),
  }).toEqual({
    code: {kind: 'gs1-128', data: `(00)${number.slice(2)}`},
    order: ['shipped', {carrier: 'DHL', number}],
    parcels: [number],
    counts: [{drawn: 1, used: 1, voided: 0}],
  });
});

test('an order with a number from the carrier gets the label of that number, and none is drawn for it', async () => {
  await takeNumbers();
  const batchId = idFromName('uploadBatch', 'bench');
  const answer = {reference: ['Reference'], number: ['Tracking number']};
  const batch = {
    templateId: 'royal-mail',
    template: 'Royal Mail',
    carrier: 'Royal Mail',
    answer,
    fileName: 'batch.csv',
  };
  await page.data.mutate(uploadMade, {batchId, ...batch, orders: [{orderId, reference: number}]});
  await page.data.mutate(setNumbers, {batchId, numbers: [{orderId, number: 'RR473124829GB'}]});
  await scan('TW:B:ANNA');
  for (const code of [number, 'TEA-1', 'TEA-1', 'CUP', 'RR473124829GB']) await scan(code);
  const told = await readOnce(page.data, orderToPack, {orderId});
  const ranges = await page.data.call('numbers.ranges', null);
  expect({
    code: jobs.at(-1)?.label.tracking?.code,
    order: [told?.order.status, told?.order.tracking],
    parcels: told?.parcels.map(({status, tracking}) => [status, tracking]),
    drawn: ranges.ok && ranges.value.ranges.map(({drawn}) => drawn),
  }).toEqual({
    code: {kind: 'code128', data: 'RR473124829GB'},
    order: ['shipped', {carrier: 'Royal Mail', number: 'RR473124829GB'}],
    parcels: [['closed', {carrier: 'Royal Mail', number: 'RR473124829GB'}]],
    drawn: [0],
  });
});

test('a label that may have come out is asked about once: its scan is the answer, and nothing is printed twice', async () => {
  const printing = new GivenPrintDesk();
  await printing.answers['printing.save'](givenPrinter(1));
  await printing.answers['printing.route']({routes: [{kind: 'label', printerId: printerId(1)}]});
  const stop = followPrinting(printing.desktop);
  await scan('TW:B:ANNA');
  for (const code of [number, 'TEA-1', 'TEA-1', 'CUP']) await scan(code);
  await printing.tick();
  printing.printers.open[0]?.answer({outcome: 'lost', words: 'connection reset'});
  await printing.tick();
  expect(await screen.findByText(/did the label come out/)).toBeDefined();
  // The power goes; whoever packs scans the order again, and then the label that is there.
  useBench.setState({bench: {...newBench, packer: 'ANNA'}});
  await scan(number);
  await scan(`${number}/1`);
  await waitFor(() => expect(usePrinting.getState().desk?.jobs.map(({status}) => status)).toEqual(['confirmed']));
  await printing.tick(60_000);
  const told = await readOnce(page.data, orderToPack, {orderId});
  expect([printing.printers.sent.length, printed, told?.order.status]).toEqual([1, 0, 'shipped']);
  stop();
});

const carriersNumber = '1Z5R89390357567127';

/** A label of the order that was bought elsewhere; `isHere`: its bytes lie on this desk. */
async function takeLabel({isHere}: {readonly isHere: boolean}): Promise<void> {
  const fileId = 'A'.repeat(43);
  const labelId = boughtLabelIdOf({fileId, place: 1});
  if (isHere) await page.data.call('bought.keep', {labels: [{labelId, bytes: new Uint8Array([76, 49])}]});
  const label = {id: labelId, orderId, fileId, fileName: 'ups.pdf', place: 1, form: 'pdf', by: 'number'} as const;
  const labels = [{...label, number: carriersNumber, carrier: 'UPS', scheme: 'ups_1z', scans: []}];
  const taken = await page.data.mutate(takeLabels, {labels});
  expect(taken).toMatchObject({ok: true});
}

test('a label that was bought comes out in the place of one of ours, and its number closes the package', async () => {
  await takeLabel({isHere: true});
  await scan('TW:B:ANNA');
  for (const code of [number, 'TEA-1', 'TEA-1', 'CUP', carriersNumber]) await scan(code);
  const told = await readOnce(page.data, orderToPack, {orderId});
  const labels = await readOnce(page.data, labelsOfOrder, {orderId});
  expect({
    bought,
    ours: jobs.length,
    printed,
    order: [told?.order.status, told?.order.tracking],
    labels: labels.map(({stands, label}) => [stands, label.parcelId === told?.parcels[0]?.id]),
  }).toEqual({
    bought: ['L1'],
    ours: 0,
    printed: 1,
    order: ['shipped', {carrier: 'UPS', number: carriersNumber}],
    labels: [['closed', true]],
  });
});

test('a bought label that is torn up comes out again for the same order, and is never drawn anew', async () => {
  await takeLabel({isHere: true});
  await scan('TW:B:ANNA');
  for (const code of [number, 'TEA-1', 'TEA-1', 'CUP', 'TW:VOID']) await scan(code);
  for (const code of ['TEA-1', 'TEA-1', 'CUP', carriersNumber]) await scan(code);
  const told = await readOnce(page.data, orderToPack, {orderId});
  expect({
    bought,
    ours: jobs.length,
    printed,
    parcels: told?.parcels.map(({status, tracking}) => [status, tracking?.number]),
  }).toEqual({
    bought: ['L1', 'L1'],
    ours: 0,
    printed: 2,
    parcels: [
      ['voided', carriersNumber],
      ['closed', carriersNumber],
    ],
  });
});

test('a bought label that was read on another desk stops the bench, and no label of ours is made instead', async () => {
  await takeLabel({isHere: false});
  await scan('TW:B:ANNA');
  for (const code of [number, 'TEA-1', 'TEA-1', 'CUP']) await scan(code);
  expect([await screen.findByText(/was read on another desk/).then(() => true), jobs.length, printed]).toEqual([
    true,
    0,
    0,
  ]);
});
