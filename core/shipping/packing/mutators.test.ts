import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {holdOrder, releaseOrder, resumeOrder} from '../../orders/mutators.ts';
import type {Order} from '../../orders/schema.ts';
import {registry} from '../../registry.ts';
import {type Call, callOf} from '../../sync/define.ts';
import {Replica} from '../../sync/replica.ts';
import {MasterInMemory, firstOrders} from '../../testing/desk-at-master.ts';
import {givenOrder, monday} from '../../testing/given.ts';
import {linesOf, parcelIdOf} from '../../testing/given-parcel.ts';
import {MemoryStore} from '../../testing/memory-store.ts';
import {labelReprinted, parcelClosed, parcelLabelled, parcelPacked, parcelReopened, parcelVoided} from './mutators.ts';
import type {ParcelTracking} from './schema.ts';

const [one, two] = [parcelIdOf('one'), parcelIdOf('two')];
const line = (sku: string, quantity: number) => ({sku, title: sku, quantity});
const order = givenOrder('1001', {status: 'released', lines: [line('TEA', 2), line('CUP', 1)]});
const tracking: ParcelTracking = {carrier: 'DHL', scheme: 'dhl_paket', number: '00340434161094042557'};

const packed = (parcelId: typeof one, quantities?: Readonly<Record<string, number>>, of: Order = order): Call =>
  callOf(parcelPacked, {parcelId, place: 1, lines: linesOf(of, quantities), packedBy: 'ANNA'});
const labelled = (parcelId: typeof one, told?: ParcelTracking): Call =>
  callOf(parcelLabelled, {parcelId, ...(told && {tracking: told})});
const closed = (parcelId: typeof one): Call => callOf(parcelClosed, {parcelId});

/** What a row of facts makes of an order and its parcels, one after the other, each in a few words. */
async function told(calls: readonly Call[], of: Order = order): Promise<readonly string[]> {
  const store = new MemoryStore();
  await store.write((tx) => tx.put('orders', of));
  const replica = new Replica(store, registry.mutators);
  const said: string[] = [];
  for (const call of calls) {
    await replica.mutate([call], {at: monday}, () => undefined);
    said.push(
      await store.read(async (tx) => {
        const now = must(await tx.get('orders', of.id), 'the order');
        const parcels = (await tx.getMany('parcels', [one, two])).flatMap((parcel) => parcel?.status ?? []);
        const number = now.tracking ? ` ${now.tracking.number}` : '';
        return `${now.status}${now.shippedAt === undefined ? '' : ' at'}${number}: ${parcels.join(', ')}`;
      }),
    );
  }
  return said;
}

test('an order is shipped when every piece lies in a closed parcel, and carries the number of its first label', async () => {
  const number = tracking.number;
  expect(
    await told([packed(one, {TEA: 2}), labelled(one, tracking), closed(one), packed(two, {CUP: 1}), closed(two)]),
  ).toEqual([
    'released: packed',
    `released ${number}: labelled`,
    `released ${number}: closed`,
    `released ${number}: closed, packed`,
    `shipped at ${number}: closed, closed`,
  ]);
});

test('a parcel that is opened again or void takes its order back to the bench, and its number off it', async () => {
  const number = tracking.number;
  const whole = [packed(one), labelled(one, tracking), closed(one)];
  const reopened = callOf(parcelReopened, {parcelId: one});
  const voided = callOf(parcelVoided, {parcelId: one});
  expect((await told([...whole, reopened, closed(one), voided, packed(two), closed(two)])).slice(2)).toEqual([
    `shipped at ${number}: closed`,
    `released ${number}: labelled`,
    `shipped at ${number}: closed`,
    'released: voided',
    'released: voided, packed',
    'shipped at: voided, closed',
  ]);
});

test('a parcel of several orders ships each of them with its number, and void takes the number off each', async () => {
  const others = [order, givenOrder('1002', {status: 'released', lines: [line('TEA', 1)]})];
  const store = new MemoryStore();
  await store.write(async (tx) => {
    for (const each of others) await tx.put('orders', each);
  });
  const replica = new Replica(store, registry.mutators);
  const lines = others.flatMap((each) => linesOf(each));
  const seen: string[] = [];
  for (const call of [
    callOf(parcelPacked, {parcelId: one, place: 1, lines, packedBy: 'ANNA'}),
    labelled(one, tracking),
    closed(one),
    callOf(parcelReopened, {parcelId: one}),
    callOf(parcelVoided, {parcelId: one}),
  ]) {
    await replica.mutate([call], {at: monday}, () => undefined);
    const now = await store.read((tx) =>
      tx.getMany(
        'orders',
        others.map(({id}) => id),
      ),
    );
    const seenOf = (each: (typeof now)[number]) => [each?.status, each?.tracking?.number, each?.parcelIds?.join()];
    seen.push(now.map((each) => seenOf(each).join(' ')).join(', '));
  }
  const {number} = tracking;
  expect(seen).toEqual(
    ['released ', `released ${number}`, `shipped ${number}`, `released ${number}`, 'released '].map(
      (said) => `${said} ${one}, ${said} ${one}`,
    ),
  );
});

test('what is told twice has happened once', async () => {
  const calls = [packed(one), labelled(one), closed(one)];
  const store = new MemoryStore();
  await store.write((tx) => tx.put('orders', order));
  const replica = new Replica(store, registry.mutators);
  for (const call of [...calls, ...calls]) await replica.mutate([call], {at: monday}, () => undefined);
  const reprinted = callOf(labelReprinted, {parcelId: one});
  await replica.mutate([reprinted, reprinted], {at: monday}, () => undefined);
  const seen = await store.read(async (tx) => {
    const parcel = must(await tx.get('parcels', one), 'the parcel');
    return [parcel.status, parcel.reprints, (await tx.get('orders', order.id))?.parcelIds];
  });
  expect(seen).toEqual(['closed', 2, [one]]);
});

test('an order that was held while it was packed is shipped once the hold has ended and the parcel is looked at again', async () => {
  const hold = callOf(holdOrder, {orderId: order.id, reason: 'buyer'});
  const resume = callOf(resumeOrder, {orderId: order.id});
  expect(await told([packed(one), hold, closed(one), resume, closed(one)])).toEqual([
    'released: packed',
    'held: packed',
    'held: closed',
    'released: closed',
    'shipped at: closed',
  ]);
});

/** What lies in the tray of a shop once two desks that were apart are together again. */
async function trayOf(here: readonly Call[], there: readonly Call[]): Promise<readonly string[]> {
  const shop = await MasterInMemory.begin(registry.mutators);
  const [a, b] = [await shop.desk('a'), await shop.desk('b')];
  await a.do(callOf(releaseOrder, {orderId: first.id}));
  await a.sync();
  await b.sync();
  await a.do(...here);
  await b.do(...there);
  for (const desk of [a, b, a, b]) await desk.sync();
  const [mine, its] = await Promise.all(
    [a, b].map((desk) =>
      desk.store.read(async (tx) => {
        const items = await tx.range('trayItems', {limit: 10});
        const order = await tx.get('orders', first.id);
        const said = items.map(
          ({kind, name, fault}) => `${kind} ${name} ${(JSON.parse(fault) as {code: string}).code}`,
        );
        return [`${order?.status} with ${order?.parcelIds?.length ?? 0}`, ...said.sort()];
      }),
    ),
  );
  expect(its).toEqual(mine);
  return mine ?? [];
}

const first = must(firstOrders[0], 'an order');
const pack = (id: typeof one): readonly Call[] => [packed(id, undefined, first), labelled(id), closed(id)];

test.each<[string, readonly Call[], readonly Call[], readonly string[]]>([
  [
    'two desks that packed one order are both told of nothing lost',
    pack(one),
    pack(two),
    ['shipped with 2', 'collided packing.packed shipping.packed_twice'],
  ],
  [
    'a hold that came before the parcel stands, and so does the parcel',
    [callOf(holdOrder, {orderId: first.id, reason: 'fraud'})],
    pack(two),
    ['held with 1', 'collided packing.packed shipping.packed_held'],
  ],
  [
    'a hold that came after the parcel was closed is refused',
    pack(one),
    [callOf(holdOrder, {orderId: first.id, reason: 'fraud'})],
    ['shipped with 1', 'refused orders.hold orders.step_not_allowed'],
  ],
  [
    'a parcel that one desk voids and the other closes is void, and a person is told',
    [packed(one, undefined, first), callOf(parcelVoided, {parcelId: one})],
    [packed(one, undefined, first), closed(one)],
    ['released with 1', 'collided packing.closed shipping.parcel_step'],
  ],
  [
    'a label of a parcel that nobody has is told of',
    [labelled(two)],
    [],
    ['released with 0', 'collided packing.labelled shipping.parcel_unknown'],
  ],
])('%s', async (_what, here, there, tray) => {
  expect(await trayOf(here, there)).toEqual(tray);
});

test('a parcel of an order that nobody knows is kept, and a person is told once', async () => {
  const shop = await MasterInMemory.begin(registry.mutators);
  const desk = await shop.desk('a');
  const stranger = givenOrder('nobody');
  await desk.do(packed(one, undefined, stranger), closed(one));
  await desk.sync();
  const items = await desk.store.read((tx) => tx.range('trayItems', {limit: 10}));
  expect(items.map(({name, fault}) => [name, (JSON.parse(fault) as {code: string}).code])).toEqual([
    ['packing.packed', 'shipping.packed_unknown'],
  ]);
});
