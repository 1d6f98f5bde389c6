import {expect, test} from 'vitest';
import {monday} from '../testing/given.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import {type DeskAtMaster, MasterInMemory, firstOrders} from '../testing/desk-at-master.ts';
import {type Call, callOf} from './define.ts';

async function given(): Promise<readonly [DeskAtMaster, DeskAtMaster]> {
  const shop = await MasterInMemory.begin([holdOrder, releaseOrder]);
  return [await shop.desk('a'), await shop.desk('b')];
}

const hold = (at: number): Call => callOf(holdOrder, {orderId: firstOrders[at]?.id as OrderId, reason: 'stock'});
const release = (at: number): Call => callOf(releaseOrder, {orderId: firstOrders[at]?.id as OrderId});

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
  const order = await b.store.read((tx) => tx.get('orders', firstOrders[0]?.id as OrderId));
  expect({seen: await b.seen(), heldFrom: order?.heldFrom}).toEqual({
    seen: {orders: ['held', 'held', 'paid'], waiting: [1, 2], tray: []},
    heldFrom: 'released',
  });
});

test('a change that no master can make anything of is put aside, and those behind it go on', async () => {
  const [a, b] = await given();
  await a.do(release(1));
  await a.replica.mutate([hold(0)], {at: monday, batch: 'x'.repeat(81)}, () => undefined);
  await a.do(release(2));
  await a.sync();
  await b.sync();
  const same = {orders: ['paid', 'released', 'released'], waiting: [], tray: [['parked', 'orders.hold', 2]]};
  expect([await a.seen(), await b.seen()]).toEqual([same, same]);
});
