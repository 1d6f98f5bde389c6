import {cleanup} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {idFromName} from '#core/lib/id.ts';
import {orderToPack} from '#core/shipping/packing/queries.ts';
import {setNumbers, uploadMade} from '#core/shipping/upload/mutators.ts';
import {noneBytes} from '#core/storage/free-space.ts';
import {GivenPrintDesk} from '#core/testing/given-print-desk.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import type {Instant} from '#core/time/instant.ts';
import {givenPrinter, printerId} from '#core/testing/given-printing.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {followPrinting, usePrinting} from '../../app/printing/print-store.ts';
import {MemoryLocks} from '../../store/safety/testing/memory-locks.ts';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {useBench} from './bench-view.ts';
import {GivenBench, number, orderId} from './testing/given-bench.tsx';

let worker: DataWorkerInProcess;
let bench: GivenBench;
let disk: MemoryDisk;

beforeEach(async () => {
  emptyDesk();
  disk = new MemoryDisk();
  worker = startDataWorker({disk, locks: new MemoryLocks()});
  await worker.shops.begin(1 as Instant);
  bench = await GivenBench.open(worker.port);
});
afterEach(() => {
  cleanup();
  worker.close();
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
  expect(await bench.page.data.call('numbers.register', {range})).toMatchObject({ok: true});
  useBench.setState({numbers: {scheme: range.scheme, account: range.account}});
}

async function countsOfRanges() {
  const ranges = await bench.page.data.call('numbers.ranges', null);
  return ranges.ok && ranges.value.ranges.map(({drawn, used, voided}) => ({drawn, used, voided}));
}

/** The number of the label that was made last. */
function lastNumber(): string {
  return bench.jobs.at(-1)?.label.tracking?.text ?? '';
}

test('the label lies ready before the last piece is scanned, and nothing of it is told or printed till then', async () => {
  await takeNumbers();
  await bench.scan('TW:B:ANNA');
  await bench.scan(number);
  await vi.waitUntil(() => useBench.getState().inHand);
  await vi.waitUntil(() => bench.jobs.length === 2);
  const ahead = lastNumber();
  const before = await readOnce(bench.page.data, orderToPack, {orderId});
  const printedBefore = bench.printed;
  await bench.scan('TEA-1', 'TEA-1', 'CUP');
  const after = await readOnce(bench.page.data, orderToPack, {orderId});
  expect({
    before: [before?.parcels.length, printedBefore],
    after: [after?.parcels.map(({status, tracking}) => [status, tracking?.number]), bench.printed],
    made: bench.jobs.length,
    counts: await countsOfRanges(),
  }).toEqual({
    before: [0, 0],
    after: [[['labelled', ahead]], 1],
    made: 2,
    counts: [{drawn: 1, used: 1, voided: 0}],
  });
});

test('the label lies staged at the desktop before the last piece is scanned, is not printed till then, and goes with its order', async () => {
  const printed = new MemoryDisk();
  const desk = new GivenPrintDesk(printed);
  await desk.answers['printing.save'](givenPrinter(1));
  await desk.answers['printing.route']({routes: [{kind: 'label', printerId: printerId(1)}]});
  await desk.tick();
  const stop = followPrinting(desk.desktop);
  await vi.waitUntil(() => usePrinting.getState().desk);
  const staged = (count: number): Promise<boolean> =>
    vi.waitUntil(async () => (await printed.list('printing/bytes')).length === count);
  await bench.scan('TW:B:ANNA', number);
  await staged(1);
  await bench.scan('TEA-1', 'TW:ABORT');
  await staged(0);
  await bench.scan(number);
  await staged(1);
  await bench.scan('TEA-1', 'TEA-1');
  const before = desk.printers.sent.length;
  const calls = printed.calls;
  await bench.scan('CUP');
  const writes = printed.calls - calls;
  await bench.scan('TW:ABORT');
  await desk.tick();
  stop();
  expect([before, writes, desk.printers.sent.length, (await printed.list('printing/bytes')).length]).toEqual([
    0, 1, 1, 1,
  ]);
});

test('a label that lies ready is made anew where it would say something else, with the same number', async () => {
  await takeNumbers();
  await bench.scan('TW:B:ANNA');
  await bench.scan(number);
  await vi.waitUntil(() => bench.jobs.length === 2);
  const ahead = lastNumber();
  await bench.scan('CUP', 'TW:PARTIAL');
  const partly = bench.jobs.at(-1)?.label;
  expect([partly?.contents, partly?.tracking?.text, await countsOfRanges()]).toEqual([
    [{sku: 'CUP', quantity: 1}],
    ahead,
    [{drawn: 1, used: 1, voided: 0}],
  ]);
});

test('a number that was drawn for an order that is put away goes to the next label', async () => {
  await takeNumbers();
  await bench.scan('TW:B:ANNA');
  await bench.scan(number);
  await vi.waitUntil(() => bench.jobs.length === 2);
  const ahead = lastNumber();
  await bench.scan('TW:ABORT', number, 'TEA-1', 'TEA-1', 'CUP');
  expect([lastNumber(), await countsOfRanges()]).toEqual([ahead, [{drawn: 1, used: 1, voided: 0}]]);
});

test('what the store has no room for is not printed, and is told with the label once there is', async () => {
  await takeNumbers();
  await bench.scan('TW:B:ANNA');
  await bench.scan(number, 'TEA-1', 'TEA-1');
  await vi.waitUntil(() => bench.jobs.length === 2);
  disk.room = noneBytes - 1;
  await bench.page.data.call('storage.look', null);
  await bench.scan('CUP');
  const refused = [useBench.getState().bench.stage.at, bench.printed, await countsOfRanges()];
  disk.room = Number.MAX_SAFE_INTEGER;
  await bench.page.data.call('storage.look', null);
  await bench.scan('TW:REPRINT');
  const told = await readOnce(bench.page.data, orderToPack, {orderId});
  expect({
    refused,
    parcels: told?.parcels.map(({status, packedBy}) => [status, packedBy]),
    printed: bench.printed,
  }).toEqual({
    refused: ['unmade', 0, [{drawn: 1, used: 0, voided: 0}]],
    parcels: [['labelled', 'ANNA']],
    printed: 1,
  });
});

test('a label gets the next number of the account that was chosen, once, and so does its order', async () => {
  await takeNumbers();
  await bench.scan('TW:B:ANNA');
  await bench.scan('TEA-1');
  await bench.scan('TEA-1');
  await bench.scan('CUP');
  const number = lastNumber();
  await bench.scan(number);
  const told = await readOnce(bench.page.data, orderToPack, {orderId});
  expect({
    code: bench.jobs.at(-1)?.label.tracking?.code,
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
  await bench.page.data.mutate(uploadMade, {batchId, ...batch, orders: [{orderId, reference: number}]});
  await bench.page.data.mutate(setNumbers, {batchId, numbers: [{orderId, number: 'RR473124829GB'}]});
  await bench.scan('TW:B:ANNA');
  await bench.scan(number, 'TEA-1', 'TEA-1', 'CUP', 'RR473124829GB');
  const told = await readOnce(bench.page.data, orderToPack, {orderId});
  const ranges = await bench.page.data.call('numbers.ranges', null);
  expect({
    code: bench.jobs.at(-1)?.label.tracking?.code,
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
