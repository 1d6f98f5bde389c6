import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {holdOrder} from '#core/orders/mutators.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {callOf} from '#core/sync/define.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {JoinedDesk, givenRows} from './testing/joined-desk.ts';
import {MasterInProcess} from './testing/master-in-process.ts';

let master: MasterInProcess;
let desk: JoinedDesk;
let orderId: OrderId;

beforeEach(async () => {
  emptyDesk();
  master = new MasterInProcess();
  const {rows, orders} = await givenRows();
  orderId = orders[0]?.id as OrderId;
  desk = await JoinedDesk.join('own', master, {rows, place: await master.begin(rows)});
});
afterEach(() => desk.quit());

test('a desk that is told again and again that the network is back tells everything once, and listens once', async () => {
  desk.hurry();
  await desk.settled();
  for (let times = 0; times < 5; times += 1) {
    desk.hurry();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await vi.waitUntil(() => master.listening > 0, 10_000);
  master.asked.length = 0;
  await desk.window.save(callOf(holdOrder, {orderId, reason: 'stock'}));
  await desk.settled();
  const pushes = master.asked.filter((asked) => asked.endsWith('/push'));
  expect({pushes: pushes.length, listening: master.listening, bugs: desk.bugs}).toEqual({
    pushes: 1,
    listening: 1,
    bugs: [],
  });
});
