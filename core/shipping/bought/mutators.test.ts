import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import type {Order} from '../../orders/schema.ts';
import {releaseOrder} from '../../orders/mutators.ts';
import {registry} from '../../registry.ts';
import {type Call, callOf} from '../../sync/define.ts';
import {readerOf} from '../../sync/overlay.ts';
import {Replica} from '../../sync/replica.ts';
import {MasterInMemory, firstOrders} from '../../testing/desk-at-master.ts';
import {givenOrder, monday} from '../../testing/given.ts';
import {linesOf, parcelIdOf} from '../../testing/given-parcel.ts';
import {MemoryStore} from '../../testing/memory-store.ts';
import {parcelLabelled, parcelPacked, parcelVoided} from '../packing/mutators.ts';
import {labelForParcel} from './label-for-parcel.ts';
import {boughtLabelIdOf} from './label-id.ts';
import {labelUsed, returnLabels, takeLabels} from './mutators.ts';
import {comparePicks} from './pick-order.ts';
import {labelsOfOrder} from './queries.ts';
import type {TakenLabel} from './schema.ts';

const order = givenOrder('1001', {status: 'released'});
const [one, two] = [parcelIdOf('one'), parcelIdOf('two')];
const fileId = 'A'.repeat(43);

function label(place: number, number: string, of: Order = order): TakenLabel {
  const file = {fileId, fileName: 'labels.pdf', place, form: 'pdf'} as const;
  const id = boughtLabelIdOf({fileId, place});
  return {
    id,
    orderId: of.id as TakenLabel['orderId'],
    ...file,
    number,
    carrier: 'UPS',
    scans: number === '' ? [] : [number],
    by: 'number',
  };
}
const idOf = (place: number) => boughtLabelIdOf({fileId, place});
const packed = (parcelId: typeof one, place: number): Call =>
  callOf(parcelPacked, {parcelId, place, lines: linesOf(order), packedBy: 'ANNA'});
const take = (...labels: readonly TakenLabel[]): Call => callOf(takeLabels, {labels});
const used = (place: number, parcelId: typeof one): Call => callOf(labelUsed, {labelId: idOf(place), parcelId});

/** What a row of changes ends in: the labels of the order, and what was refused or told. `undo` takes the last back. */
async function told(calls: readonly (Call | 'undo')[]): Promise<readonly string[]> {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    await tx.put('orders', order);
    await tx.put('orders', givenOrder('shipped', {status: 'shipped'}));
  });
  const replica = new Replica(store, registry.mutators);
  const said: string[] = [];
  let undo: Call | undefined;
  for (const call of calls) {
    const asked = call === 'undo' ? must(undo, 'something to take back') : call;
    const [outcome] = await replica.mutate([asked], {at: monday}, () => undefined);
    if (outcome?.ok === false) said.push(outcome.fault.code);
    if (outcome?.ok) undo = outcome.undo;
  }
  const labels = await store.read((tx) =>
    labelsOfOrder.run(readerOf(tx), {orderId: order.id as TakenLabel['orderId']}),
  );
  return [
    ...said,
    ...labels.map(({label: {number, parcelId}, stands}) =>
      `${number} ${stands} ${parcelId === one ? 'one' : parcelId === two ? 'two' : ''}`.trim(),
    ),
  ];
}

test('the labels of a file are taken in as one, or not at all', async () => {
  expect([
    await told([take(label(1, 'N1'), label(2, 'N2'))]),
    await told([take(label(1, 'N1'), label(2, 'N2', givenOrder('shipped')))]),
    await told([take(label(1, 'N1')), take(label(2, 'N1'))]),
    await told([take(label(1, 'N1')), take(label(1, 'N1'))]),
    await told([take(label(1, ''), label(2, ''))]),
  ]).toEqual([
    ['N1 waiting', 'N2 waiting'],
    ['shipping.bought_order_gone'],
    ['shipping.bought_twice', 'N1 waiting'],
    ['N1 waiting'],
    ['waiting', 'waiting'],
  ]);
});

test('a file is taken back whole, but for labels that stick on parcels', async () => {
  const both = callOf(returnLabels, {labelIds: [idOf(1), idOf(2)]});
  expect([
    await told([take(label(1, 'N1'), label(2, 'N2')), 'undo']),
    await told([take(label(1, 'N1'), label(2, 'N2')), both, 'undo']),
    await told([take(label(1, 'N1'), label(2, 'N2')), packed(one, 1), used(1, one), both]),
    await told([take(label(1, 'N1')), packed(one, 1), used(1, one), both]),
    await told([both]),
  ]).toEqual([
    [],
    ['N1 waiting', 'N2 waiting'],
    ['N1 packed one'],
    ['shipping.bought_in_use', 'N1 packed one'],
    ['shipping.bought_gone'],
  ]);
});

test('a label that sticks on a parcel is used for no other; once that is void it waits again', async () => {
  const start = [take(label(1, 'N1')), packed(one, 1), used(1, one)];
  expect([
    await told([...start, callOf(parcelLabelled, {parcelId: one}), packed(two, 2), used(1, two)]),
    await told([...start, used(1, one)]),
    await told([...start, callOf(parcelVoided, {parcelId: one})]),
    await told([...start, callOf(parcelVoided, {parcelId: one}), packed(two, 2), used(1, two)]),
    await told([used(1, one)]),
  ]).toEqual([['N1 labelled one'], ['N1 packed one'], ['N1 waiting one'], ['N1 packed two'], []]);
});

test('a parcel gets the label that it uses already, else the first that waits', () => {
  const now = (place: number, stands: 'waiting' | 'labelled', parcelId?: typeof one) => ({
    label: {...label(place, `N${place}`), takenAt: monday, ...(parcelId && {parcelId})},
    stands,
    orderNumber: '1001',
  });
  const labels = [now(1, 'labelled', one), now(2, 'waiting'), now(3, 'waiting')];
  const numberFor = (parcelId: typeof one, of = labels) => labelForParcel(of, parcelId)?.number;
  expect([numberFor(one), numberFor(two), numberFor(two, labels.slice(0, 1))]).toEqual(['N1', 'N2', undefined]);
});

test('orders of one item are picked bin by bin, those of several behind them, and what is due sooner first', () => {
  const pick = (number: string, skus: readonly string[], bin: string, shipBy?: number) => ({number, skus, bin, shipBy});
  const sorted = [
    pick('7', ['TEA', 'CUP'], 'A-2', 2),
    pick('6', ['TEA', 'POT'], 'A-2', 1),
    pick('5', ['CUP'], ''),
    pick('4', ['TEA-10'], 'A-15'),
    pick('3', ['TEA-2'], 'A-2', 9),
    pick('2', ['TEA-2'], 'A-2', 8),
    pick('1', ['TEA-1'], 'A-2'),
  ];
  expect(sorted.toSorted(comparePicks).map(({number}) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
});

test('two desks that stick one label on two parcels are told of it', async () => {
  const master = await MasterInMemory.begin(registry.mutators);
  const [a, b] = [await master.desk('a'), await master.desk('b')];
  const of = must(firstOrders[0], 'an order');
  await a.do(callOf(releaseOrder, {orderId: of.id}), take(label(1, 'N1', of)));
  await a.sync();
  await b.sync();
  const lines = linesOf(of);
  for (const [desk, parcelId] of [
    [a, one],
    [b, two],
  ] as const) {
    await desk.do(callOf(parcelPacked, {parcelId, place: 1, lines, packedBy: 'ANNA'}), used(1, parcelId));
  }
  for (const desk of [a, b, a, b]) await desk.sync();
  const said = await b.store.read(async (tx) => {
    const items = await tx.range('trayItems', {limit: 10});
    return items.map(({name, fault}) => `${name} ${(JSON.parse(fault) as {code: string}).code}`).toSorted();
  });
  expect(said).toEqual(['bought.used shipping.bought_twice', 'packing.packed shipping.packed_twice']);
});
