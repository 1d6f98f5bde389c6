import {cleanup, screen, waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {holdOrder} from '#core/orders/mutators.ts';
import {orderToPack} from '#core/shipping/packing/queries.ts';
import {GivenPrintDesk} from '#core/testing/given-print-desk.ts';
import {givenPrinter, printerId} from '#core/testing/given-printing.ts';
import {newBench} from '#core/shipping/packing-bench/bench.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import type {Instant} from '#core/time/instant.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {followPrinting, usePrinting} from '../../app/printing/print-store.ts';
import {MemoryLocks} from '../../store/safety/testing/memory-locks.ts';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {useBench} from './bench-view.ts';
import {GivenBench, buyer, number, orderId} from './testing/given-bench.tsx';

let worker: DataWorkerInProcess;
let bench: GivenBench;

beforeEach(async () => {
  emptyDesk();
  worker = startDataWorker({disk: new MemoryDisk(), locks: new MemoryLocks()});
  await worker.shops.begin(1 as Instant);
  bench = await GivenBench.open(worker.port);
});
afterEach(() => {
  cleanup();
  worker.close();
});

test('an order is packed by scanner alone, and its label is printed once and scanned', async () => {
  await bench.scan('TW:B:ANNA');
  await bench.scan(number);
  expect(await screen.findByRole('heading', {name: number})).toBeDefined();
  await bench.scan('CUP');
  await bench.scan('POT');
  const wrong = screen.getByText('Wrong item').textContent;
  await bench.scan('TEA-1');
  await bench.scan('TEA-1');
  await waitFor(() => expect(screen.getByText('Scan the label')).toBeDefined());
  await bench.scan(`${number}/1`);
  const told = await readOnce(bench.page.data, orderToPack, {orderId});
  expect({
    wrong,
    printed: bench.printed,
    label: bench.jobs.map(({label}) => [label.tracking?.text, label.shipTo.name, label.contents]),
    order: told?.order.status,
    parcels: told?.parcels.map(({status, packedBy}) => [status, packedBy]),
    sounds: bench.sounds,
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
  const hers = await bench.takeOrder('RM-18', [tea], {shipTo, email: 'ada@example.com'});
  const his = await bench.takeOrder('RM-19', [tea], {shipTo: {...buyer.shipTo, name: 'Jon Pohl'}});
  await bench.scan('TW:B:ANNA');
  await bench.scan(number);
  const offer = screen.getByRole('status').textContent;
  expect(await screen.findByText('Pack together with RM-18')).toBeDefined();
  await bench.scan('TW:TOGETHER');
  await bench.scan('TEA-1', 'TEA-1', 'TEA-1', 'CUP', `${number}/1`);
  const told = await Promise.all(
    [orderId, hers, his].map((id) => readOnce(bench.page.data, orderToPack, {orderId: id})),
  );
  expect({
    offer,
    label: bench.jobs.slice(-1).map(({label}) => [label.tracking, label.contents]),
    printed: bench.printed,
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
  await bench.scan('TW:B:ANNA');
  await bench.scan(number);
  await bench.page.data.mutate(holdOrder, {orderId, reason: 'fraud'});
  expect(await screen.findByText(`Order ${number} is on hold`)).toBeDefined();
  expect(bench.sounds.at(-1)).toBe('stop');
});

test('a label that may have come out is asked about once: its scan is the answer, and nothing is printed twice', async () => {
  const printing = new GivenPrintDesk();
  await printing.answers['printing.save'](givenPrinter(1));
  await printing.answers['printing.route']({routes: [{kind: 'label', printerId: printerId(1)}]});
  const stop = followPrinting(printing.desktop);
  await bench.scan('TW:B:ANNA');
  await bench.scan(number, 'TEA-1', 'TEA-1', 'CUP');
  await printing.tick();
  printing.printers.open[0]?.answer({outcome: 'lost', words: 'connection reset'});
  await printing.tick();
  expect(await screen.findByText(/did the label come out/)).toBeDefined();
  // The power goes; whoever packs scans the order again, and then the label that is there.
  useBench.setState({bench: {...newBench, packer: 'ANNA'}});
  await bench.scan(number);
  await bench.scan(`${number}/1`);
  await waitFor(() => expect(usePrinting.getState().desk?.jobs.map(({status}) => status)).toEqual(['confirmed']));
  await printing.tick(60_000);
  const told = await readOnce(bench.page.data, orderToPack, {orderId});
  expect([printing.printers.sent.length, bench.printed, told?.order.status]).toEqual([1, 0, 'shipped']);
  stop();
});
