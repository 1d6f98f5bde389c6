import {expect, test} from 'vitest';
import {beginning} from '../journal/entry.ts';
import {must} from '../lib/assert.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import type {Row, TableName} from '../schema.ts';
import {business, givenOrder, monday, storefront} from '../testing/given.ts';
import {MemoryMaster} from '../testing/memory-master.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {Applier} from './applier.ts';
import {type Call, callOf} from './define.ts';
import {Master} from './master.ts';
import {nextPush} from './outgoing.ts';
import {Replica} from './replica.ts';

const mutators = [holdOrder, releaseOrder];
const orders = [givenOrder('1'), givenOrder('2'), givenOrder('3')];
const rows: readonly (readonly [TableName, Row])[] = [
  ['businesses', business],
  ['storefronts', storefront],
  ...orders.map((order) => ['orders', order] as const),
];

class Desk {
  readonly store = new MemoryStore();
  readonly replica = new Replica(this.store, mutators);
  readonly #applier = new Applier(this.store, mutators);
  readonly #master: Master;

  constructor(master: Master) {
    this.#master = master;
  }

  async join(
    name: string,
    place: {readonly epoch: number; readonly seq: number; readonly hash: string},
  ): Promise<this> {
    await this.store.write(async (tx) => {
      for (const [table, row] of rows) await tx.put(table, row as never);
      await tx.setMeta('lines', [{replica: name.padEnd(12, '-'), inc: 'first-------', from: 0}]);
      await tx.setMeta('place', place);
      await tx.setMeta('decided', beginning);
    });
    return this;
  }

  async do(...calls: readonly Call[]): Promise<readonly boolean[]> {
    const outcomes = await this.replica.mutate(calls, {at: monday}, () => undefined);
    return outcomes.map(({ok}) => ok);
  }

  async push(): Promise<void> {
    const push = await nextPush(this.store, {after: 0, savedN: 1_000});
    if (push) await this.#master.push('shop', push, monday);
  }

  async pull(): Promise<void> {
    const place = must(await this.store.read((tx) => tx.meta('place')), 'a place');
    for (const frame of must(await this.#master.pull('shop', place, 1_000_000), 'a shop')) {
      if (frame.t === 'g') must((await this.#applier.apply(frame.group)).ok || undefined, 'a group that follows');
    }
  }

  async seen(): Promise<unknown> {
    return this.store.read(async (tx) => ({
      orders: (
        await tx.getMany(
          'orders',
          orders.map(({id}) => id),
        )
      ).map((order) => order?.status),
      waiting: (await tx.outbox((await tx.meta('decided'))?.n ?? 0, 10)).map(({n}) => n),
      tray: (await tx.range('trayItems', {limit: 10})).map(({kind, name, by}) => [kind, name, by.n]),
    }));
  }
}

async function given(): Promise<readonly [Desk, Desk]> {
  const store = new MemoryMaster();
  const place = await store.begin('shop', rows);
  const master = new Master(store, mutators);
  return [await new Desk(master).join('a', place), await new Desk(master).join('b', place)];
}

const hold = (at: number): Call => callOf(holdOrder, {orderId: orders[at]?.id as OrderId, reason: 'stock'});
const release = (at: number): Call => callOf(releaseOrder, {orderId: orders[at]?.id as OrderId});

test('what one desk does the other sees, and its own waits no longer', async () => {
  const [a, b] = await given();
  await a.do(hold(0), release(1));
  await a.push();
  await a.pull();
  await b.pull();
  const same = {orders: ['held', 'released', 'paid'], waiting: [], tray: []};
  expect([await a.seen(), await b.seen()]).toEqual([same, same]);
});

test('of two changes that cannot both be, the second is refused, taken back, and lies in the tray of both', async () => {
  const [a, b] = await given();
  await a.do(hold(0));
  const guessed = await b.do(release(0), release(1));
  await a.push();
  await b.push();
  await a.pull();
  await b.pull();
  const same = {orders: ['held', 'released', 'paid'], waiting: [], tray: [['refused', 'orders.release', 1]]};
  expect({guessed, a: await a.seen(), b: await b.seen()}).toEqual({guessed: [true, true], a: same, b: same});
});

test('what still waits is done again above what was decided', async () => {
  const [a, b] = await given();
  await a.do(release(0));
  await a.push();
  await b.do(hold(0), hold(1));
  await b.pull();
  const order = await b.store.read((tx) => tx.get('orders', orders[0]?.id as OrderId));
  expect({seen: await b.seen(), heldFrom: order?.heldFrom}).toEqual({
    seen: {orders: ['held', 'held', 'paid'], waiting: [1, 2], tray: []},
    heldFrom: 'released',
  });
});
