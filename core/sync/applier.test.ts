import {expect, test} from 'vitest';
import {beginning} from '../journal/entry.ts';
import {must} from '../lib/assert.ts';
import {canonical} from '../lib/canonical.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import {MasterInMemory, firstOrders} from '../testing/desk-at-master.ts';
import {Applier} from './applier.ts';
import {type Call, callOf} from './define.ts';
import {type Group, digestOf, wholeShop, withHash} from './group.ts';
import type {ReadTx, Store, WriteTx} from './store.ts';

const mutators = [holdOrder, releaseOrder];
const hold = (at: number): Call => callOf(holdOrder, {orderId: firstOrders[at]?.id as OrderId, reason: 'stock'});
const release = (at: number): Call => callOf(releaseOrder, {orderId: firstOrders[at]?.id as OrderId});

/** A store, the numbers of what was read of its outbox, and the ids of rows that were looked at. */
function counted(store: Store): {readonly store: Store; readonly read: number[]; readonly looked: string[]} {
  const [read, looked]: [number[], string[]] = [[], []];
  const outbox =
    (tx: ReadTx): ReadTx['outbox'] =>
    async (after, limit) => {
      const rows = await tx.outbox(after, limit);
      read.push(...rows.map(({n}) => n));
      return rows;
    };
  const getMany =
    (tx: ReadTx): ReadTx['getMany'] =>
    (table, ids) => {
      looked.push(...ids);
      return tx.getMany(table, ids);
    };
  const write: Store['write'] = (body) =>
    store.write((tx: WriteTx) => body({...tx, outbox: outbox(tx), getMany: getMany(tx)}));
  return {store: Object.assign(Object.create(store) as Store, {write}), read, looked};
}

async function groupsOf(shop: MasterInMemory): Promise<readonly [Group, Group, Group]> {
  const [one, two, three] = await shop.store.groups('shop', 0, 1_000_000);
  return [must(one, 'a group'), must(two, 'a second'), must(three, 'a third')];
}

/** Three decisions of a desk about its first order, one group each. */
async function given() {
  const shop = await MasterInMemory.begin(mutators);
  const [a, b] = [await shop.desk('a'), await shop.desk('b')];
  for (const call of [hold(0), release(1), hold(1)]) {
    await a.do(call);
    await a.push();
  }
  return {b, groups: await groupsOf(shop)};
}

test('what waits is read once, and then only what was done since and what a decision meets', async () => {
  const {b, groups} = await given();
  const {store, read} = counted(b.store);
  const applier = new Applier(store, mutators);
  await b.do(release(2), hold(2), release(1));
  const reads: number[][] = [];
  for (const [at, group] of groups.entries()) {
    if (at === 1) await b.do(hold(1));
    await applier.apply(group);
    reads.push(read.splice(0));
  }
  // The first order nobody here has touched. The second was released here by number 3: it is looked at, and runs again with 4.
  expect(reads).toEqual([
    [1, 2, 3],
    [4, 3, 4],
    [4, 3],
  ]);
});

test('a window that was frozen while another took decisions knows them when it goes on', async () => {
  const {b, groups} = await given();
  const [frozen, other] = [new Applier(b.store, mutators), new Applier(b.store, mutators)];
  await b.do(release(1), hold(2));
  await frozen.apply(groups[0]);
  await other.apply(groups[1]);
  await frozen.apply(groups[2]);
  expect(await b.seen()).toEqual({orders: ['held', 'held', 'held'], waiting: [1, 2], tray: []});
});

test('of a decision about an order only what is other is told, and it becomes the whole order at every desk', async () => {
  const {b, groups} = await given();
  await b.do(release(0));
  for (const group of groups) await new Applier(b.store, mutators).apply(group);
  const [first, second] = firstOrders;
  const told = groups.map(({parts}) => parts.map(({body}) => JSON.parse(body ?? '') as unknown));
  expect([told[0], await b.store.read((tx) => tx.getMany('orders', [first?.id ?? '', second?.id ?? '']))]).toEqual([
    [
      {
        del: {},
        patch: {orders: [{id: first?.id, set: {status: 'held', heldFrom: 'paid', holdReason: 'stock'}}]},
        rows: {},
      },
    ],
    [
      {...first, status: 'held', heldFrom: 'paid', holdReason: 'stock'},
      {...second, status: 'held', heldFrom: 'released', holdReason: 'stock'},
    ],
  ]);
});

test('a desk that has lost an order which is decided about takes its shop from the master once more', async () => {
  const {b} = await given();
  await b.store.write((tx) => tx.forget('orders', firstOrders[1]?.id ?? ''));
  expect([await b.pull(), (await b.store.read((tx) => tx.meta('place')))?.seq]).toEqual(['copy', 1]);
});

test('what the log told in whole rows before there were patches is still taken', async () => {
  const {b, groups} = await given();
  const body = canonical({put: {orders: [{...firstOrders[0], status: 'released'}]}, del: {}});
  const group = withHash(beginning.hash, {...groups[0], parts: [{scope: wholeShop, digest: digestOf(body), body}]});
  await new Applier(b.store, mutators).apply(group);
  expect(await b.seen()).toMatchObject({orders: ['released', 'paid', 'paid']});
});

test('what a copied disk has told under this name is let go of only once it is journalled here too', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const desk = await shop.desk('a');
  await desk.do(hold(0), release(1), release(2));
  const copy = desk.copied('b');
  await copy.sync();
  let savedN = 1;
  const applier = new Applier(desk.store, mutators, {savedN: () => savedN});
  const left: number[][] = [];
  for (const group of await shop.store.groups('shop', 0, 1_000_000)) await applier.apply(group);
  left.push((await desk.store.read((tx) => tx.outbox(0, 10))).map(({n}) => n));
  savedN = 3;
  await desk.do(hold(1));
  await desk.push();
  for (const group of await shop.store.groups('shop', 3, 1_000_000)) await applier.apply(group);
  left.push((await desk.store.read((tx) => tx.outbox(0, 10))).map(({n}) => n));
  expect({left, seen: await desk.seen()}).toEqual({
    left: [[2, 3], [4]],
    seen: {orders: ['held', 'held', 'released'], waiting: [], tray: []},
  });
});

test('an order about which it was decided as it was guessed is not looked at, any other is', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const [a, b] = [await shop.desk('a'), await shop.desk('b')];
  await b.do(hold(0), release(1));
  await b.push();
  await a.do(release(2));
  await a.push();
  const {store, looked} = counted(b.store);
  const applier = new Applier(store, mutators);
  const looks: string[][] = [];
  for (const group of await shop.store.groups('shop', 0, 1_000_000)) {
    await applier.apply(group);
    looks.push(looked.splice(0));
  }
  expect([looks, await b.seen()]).toEqual([
    [[], [firstOrders[2]?.id]],
    {orders: ['held', 'released', 'released'], waiting: [], tray: []},
  ]);
});
