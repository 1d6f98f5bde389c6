import {expect, test} from 'vitest';
import {recallOrder, releaseOrder, resumeOrder, holdOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import {MasterInMemory, firstOrders} from '../testing/desk-at-master.ts';
import {type Call, callOf} from './define.ts';
import {withLine} from './lines.ts';

const mutators = [holdOrder, releaseOrder, recallOrder, resumeOrder];
const hold = (at: number): Call => callOf(holdOrder, {orderId: firstOrders[at]?.id as OrderId, reason: 'stock'});
const release = (at: number): Call => callOf(releaseOrder, {orderId: firstOrders[at]?.id as OrderId});

test('a copied desk takes another name behind what both desks did, and nothing is decided twice', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const desk = await shop.desk('a');
  await desk.do(hold(0));
  const copy = desk.copied('b');
  await desk.do(release(1));
  await copy.do(release(2));
  await desk.sync();
  await copy.sync();
  await desk.sync();
  const same = {orders: ['held', 'released', 'released'], waiting: [], tray: []};
  expect({desk: await desk.seen(), copy: await copy.seen(), kept: copy.kept.map(({from}) => from)}).toEqual({
    desk: same,
    copy: same,
    kept: [0, 1],
  });
});

test('work that two copies of a desk still hold is decided once, although a third has taken its number', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const desk = await shop.desk('a');
  const first = desk.copied('b');
  await desk.do(hold(0));
  const second = desk.copied('c');
  await first.do(release(1));
  await first.sync();
  await desk.sync();
  await second.sync();
  await desk.sync();
  const same = {orders: ['held', 'released', 'paid'], waiting: [], tray: []};
  expect([await desk.seen(), await second.seen()]).toEqual([same, same]);
});

test('a desk whose older disk was put back goes on under another name', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const desk = await shop.desk('a');
  await desk.do(hold(0));
  await desk.sync();
  const older = desk.copied('b');
  await desk.do(release(1));
  await desk.sync();
  await older.sync();
  await older.do(release(2));
  await older.sync();
  expect({older: await older.seen(), kept: older.kept.at(-1)}).toEqual({
    older: {orders: ['held', 'released', 'released'], waiting: [], tray: []},
    kept: {replica: 'a-----------', inc: 'b1----------', from: 1},
  });
});

test('another line begins between two, and ends where the next one does', () => {
  const line = (inc: string, from: number) => ({replica: 'a', inc, from});
  expect(withLine([line('1', 0), line('2', 8)], line('3', 5)).map(({inc}) => inc)).toEqual(['1', '3', '2']);
});
