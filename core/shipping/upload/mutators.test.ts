import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {idFromName} from '../../lib/id.ts';
import type {Order, OrderId} from '../../orders/schema.ts';
import {stampOf} from '../../orders/stamp.ts';
import {registry} from '../../registry.ts';
import {type Call, callOf} from '../../sync/define.ts';
import {Replica} from '../../sync/replica.ts';
import {MasterInMemory, firstOrders} from '../../testing/desk-at-master.ts';
import {givenOrder, monday} from '../../testing/given.ts';
import {linesOf, parcelIdOf} from '../../testing/given-parcel.ts';
import {MemoryStore} from '../../testing/memory-store.ts';
import {parcelLabelled, parcelPacked, parcelVoided} from '../packing/mutators.ts';
import {clearNumbers, closeUpload, reopenUpload, setNumbers, uploadMade} from './mutators.ts';

const orders = ['1001', '1002'].map((number) => givenOrder(number, {status: 'released'}));
const [one, two] = orders.map(({id}) => id) as [OrderId, OrderId];
const [first, second] = [idFromName('uploadBatch', 'first'), idFromName('uploadBatch', 'second')];

const made = (batchId: typeof first, of: readonly Order[] = orders): Call =>
  callOf(uploadMade, {
    batchId,
    templateId: 'royal-mail-click-and-drop',
    template: 'Royal Mail Click & Drop',
    carrier: 'Royal Mail',
    answer: {reference: ['Order reference'], number: ['Tracking number']},
    fileName: 'batch.csv',
    orders: of.map(({id, channelOrderId}) => ({orderId: id as OrderId, reference: channelOrderId})),
  });
const numbered = (batchId: typeof first, ...numbers: readonly (readonly [OrderId, string])[]): Call =>
  callOf(setNumbers, {batchId, numbers: numbers.map(([orderId, number]) => ({orderId, number}))});

/** What each call ended in, and how the orders stand after the last. */
async function after(calls: readonly Call[]): Promise<readonly string[]> {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    for (const order of orders) await tx.put('orders', order);
  });
  const replica = new Replica(store, registry.mutators);
  const said: string[] = [];
  const undos: Call[] = [];
  for (const call of calls) {
    const asked = call.name === 'undo' ? must(undos.at(-1), 'something to undo') : call;
    const [outcome] = await replica.mutate([asked], {at: monday}, () => undefined);
    if (outcome?.ok && outcome.undo) undos.push(outcome.undo);
    if (outcome && !outcome.ok) said.push(outcome.fault.code);
  }
  return store.read(async (tx) => {
    const now = await tx.getMany('orders', [one, two]);
    const names = new Map<string, string>([
      [first, 'first'],
      [second, 'second'],
    ]);
    return [
      ...said,
      ...now.map((order) => `${order?.tracking?.number ?? '-'} ${names.get(order?.uploadId ?? '') ?? 'free'}`),
    ];
  });
}

const undo: Call = {name: 'undo', args: {}};

test('orders of a file wait for its answer, get the numbers it brings, and wait again when that is taken back', async () => {
  const answered = [made(first), numbered(first, [one, 'RR1'])];
  expect([await after([made(first)]), await after(answered), await after([...answered, undo])]).toEqual([
    ['- first', '- first'],
    ['RR1 free', '- first'],
    ['- first', '- first'],
  ]);
});

test('an answer that is taken over twice changes nothing the second time', async () => {
  const answer = numbered(first, [one, 'RR1'], [two, 'RR2']);
  expect(await after([made(first), answer, answer])).toEqual(['RR1 free', 'RR2 free']);
});

test('an order that has another number keeps it, and nothing of that answer is set', async () => {
  const calls = [made(first), numbered(first, [one, 'RR1']), numbered(first, [two, 'RR2'], [one, 'RR9'])];
  expect(await after(calls)).toEqual(['shipping.order_has_number', 'RR1 free', '- first']);
});

test('a number that is on a label is not taken off its order', async () => {
  const parcelId = parcelIdOf('one');
  const order = must(orders[0], 'an order');
  const tracking = {carrier: 'Royal Mail', number: 'RR1'};
  const packed = [
    callOf(parcelPacked, {parcelId, place: 1, lines: linesOf(order), packedBy: 'ANNA'}),
    callOf(parcelLabelled, {parcelId, tracking}),
  ];
  const calls = [made(first), numbered(first, [one, 'RR1']), ...packed, undo];
  expect(await after(calls)).toEqual(['shipping.numbers_on_labels', 'RR1 free', '- first']);
});

test('an order whose label is torn up may go into another file', async () => {
  const parcelId = parcelIdOf('one');
  const order = must(orders[0], 'an order');
  const calls = [
    made(first),
    numbered(first, [one, 'RR1']),
    callOf(parcelPacked, {parcelId, place: 1, lines: linesOf(order), packedBy: 'ANNA'}),
    callOf(parcelLabelled, {parcelId, tracking: {carrier: 'Royal Mail', number: 'RR1'}}),
    callOf(parcelVoided, {parcelId}),
    made(second, [order]),
  ];
  expect(await after(calls)).toEqual(['- second', '- first']);
});

test('a file that nobody waits for frees its orders, and takes back only those that are still free', async () => {
  const closed = [made(first), callOf(closeUpload, {batchId: first})];
  const elsewhere = [...closed, made(second, orders.slice(0, 1)), undo];
  expect([await after(closed), await after(elsewhere)]).toEqual([
    ['- free', '- free'],
    ['- second', '- first'],
  ]);
});

test.each<readonly [string, Call, string]>([
  ['is answered', numbered(first, [one, 'RR1']), 'shipping.upload_gone'],
  ['is closed', callOf(closeUpload, {batchId: first}), 'shipping.upload_gone'],
  ['is waited for again', callOf(reopenUpload, {batchId: first, orderIds: []}), 'shipping.upload_gone'],
  ['is taken back', callOf(clearNumbers, {batchId: first, numbers: []}), 'shipping.upload_gone'],
])('a file that was never written %s: refused', async (_, call, code) => {
  expect(await after([call])).toEqual([code, '- free', '- free']);
});

test('an import that was planned before an order went into a file does not overwrite what came of it', () => {
  const order = must(orders[0], 'an order');
  expect(stampOf({...order, uploadId: first})).not.toBe(stampOf(order));
});

test('an order that two desks put into two files is told to a person, and waits for the first', async () => {
  const shop = await MasterInMemory.begin(registry.mutators);
  const [a, b] = [await shop.desk('a'), await shop.desk('b')];
  await a.do(made(first, firstOrders));
  await b.do(made(second, firstOrders.slice(0, 2)));
  for (const desk of [a, b, a]) await desk.sync();
  const seen = await a.store.read(async (tx) => ({
    faults: (await tx.range('trayItems', {limit: 10})).map(({fault}) => JSON.parse(fault) as unknown),
    files: (await tx.range('uploadBatches', {limit: 10})).length,
    waits: (await tx.get('orders', firstOrders[0]?.id ?? ''))?.uploadId,
  }));
  expect(seen).toEqual({
    faults: [{code: 'shipping.uploaded_twice', values: {number: '1', count: 2}}],
    files: 2,
    waits: first,
  });
});
