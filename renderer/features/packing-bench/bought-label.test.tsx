import {cleanup, screen} from '@testing-library/react';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {boughtLabelIdOf} from '#core/shipping/bought/label-id.ts';
import {takeLabels} from '#core/shipping/bought/mutators.ts';
import {labelsOfOrder} from '#core/shipping/bought/queries.ts';
import {orderToPack} from '#core/shipping/packing/queries.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import type {Instant} from '#core/time/instant.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {MemoryLocks} from '../../store/safety/testing/memory-locks.ts';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {GivenBench, number, orderId} from './testing/given-bench.tsx';

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

const carriersNumber = '1Z5R89390357567127';

/** A label of the order that was bought elsewhere; `isHere`: its bytes lie on this desk. */
async function takeLabel({isHere}: {readonly isHere: boolean}): Promise<void> {
  const fileId = 'A'.repeat(43);
  const labelId = boughtLabelIdOf({fileId, place: 1});
  if (isHere) await bench.page.data.call('bought.keep', {labels: [{labelId, bytes: new Uint8Array([76, 49])}]});
  const label = {id: labelId, orderId, fileId, fileName: 'ups.pdf', place: 1, form: 'pdf', by: 'number'} as const;
  const labels = [{...label, number: carriersNumber, carrier: 'UPS', scheme: 'ups_1z', scans: []}];
  const taken = await bench.page.data.mutate(takeLabels, {labels});
  expect(taken).toMatchObject({ok: true});
}

test('a label that was bought comes out in the place of one of ours, and its number closes the package', async () => {
  await takeLabel({isHere: true});
  await bench.scan('TW:B:ANNA');
  await bench.scan(number, 'TEA-1', 'TEA-1', 'CUP', carriersNumber);
  const told = await readOnce(bench.page.data, orderToPack, {orderId});
  const labels = await readOnce(bench.page.data, labelsOfOrder, {orderId});
  expect({
    bought: bench.bought,
    ours: bench.jobs.length,
    printed: bench.printed,
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
  await bench.scan('TW:B:ANNA');
  await bench.scan(number, 'TEA-1', 'TEA-1', 'CUP', 'TW:VOID');
  await bench.scan('TEA-1', 'TEA-1', 'CUP', carriersNumber);
  const told = await readOnce(bench.page.data, orderToPack, {orderId});
  expect({
    bought: bench.bought,
    ours: bench.jobs.length,
    printed: bench.printed,
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
  await bench.scan('TW:B:ANNA');
  await bench.scan(number, 'TEA-1', 'TEA-1', 'CUP');
  expect([
    await screen.findByText(/was read on another desk/).then(() => true),
    bench.jobs.length,
    bench.printed,
  ]).toEqual([true, 0, 0]);
});
