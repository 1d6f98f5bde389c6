import {expect, test} from 'vitest';
import {must} from '../lib/assert.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import {MasterInMemory, firstOrders} from '../testing/desk-at-master.ts';
import {Applier} from './applier.ts';
import {type Call, callOf} from './define.ts';
import type {Group} from './group.ts';
import type {ReadTx, Store, WriteTx} from './store.ts';

const mutators = [holdOrder, releaseOrder];
const hold = (at: number): Call => callOf(holdOrder, {orderId: firstOrders[at]?.id as OrderId, reason: 'stock'});
const release = (at: number): Call => callOf(releaseOrder, {orderId: firstOrders[at]?.id as OrderId});

/** A store, and the numbers of what was read of its outbox. */
function counted(store: Store): {readonly store: Store; readonly read: number[]} {
  const read: number[] = [];
  const outbox =
    (tx: ReadTx): ReadTx['outbox'] =>
    async (after, limit) => {
      const rows = await tx.outbox(after, limit);
      read.push(...rows.map(({n}) => n));
      return rows;
    };
  const write: Store['write'] = (body) => store.write((tx: WriteTx) => body({...tx, outbox: outbox(tx)}));
  return {store: Object.assign(Object.create(store) as Store, {write}), read};
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
    [4, 3, 3, 4],
    [4, 3, 4],
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
