import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {holdOrder, releaseOrder, resumeOrder} from '#core/orders/mutators.ts';
import type {Order, OrderId} from '#core/orders/schema.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {partOf, wholeShop, withHash} from '#core/sync/group.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {now} from '../safety/testing/a-desk.ts';
import {JoinedDesk, givenRows, seen} from './testing/joined-desk.ts';
import {MasterInProcess, shopId} from './testing/master-in-process.ts';

let master: MasterInProcess;
let given: Awaited<ReturnType<typeof givenRows>>;
let orders: readonly Order[];
let desk: JoinedDesk;

const hold = (at: number): Call => callOf(holdOrder, {orderId: orders[at]?.id as OrderId, reason: 'stock'});
const resume = (at: number): Call => callOf(resumeOrder, {orderId: orders[at]?.id as OrderId});
const release = (at: number): Call => callOf(releaseOrder, {orderId: orders[at]?.id as OrderId});

beforeEach(async () => {
  emptyDesk();
  master = new MasterInProcess();
  given = await givenRows();
  orders = given.orders;
  const place = await master.begin(given.rows);
  desk = await JoinedDesk.join('own', master, {rows: given.rows, place});
});
afterEach(() => desk.quit());

function problem(): string | undefined {
  return desk.state?.state === 'joined' ? desk.state.problem?.code : undefined;
}

async function atMaster(): Promise<unknown> {
  return seen(master.store.rowsOf(shopId) as never, orders);
}

test.each([
  ['offline', 'sync.offline'],
  ['portal', 'sync.not_a_master'],
  ['portalElsewhere', 'sync.not_a_master'],
  ['revoked', 'sync.revoked'],
  ['upgrade', 'sync.upgrade'],
] as const)('where the way is %s it says so, work goes on, and all is told once it is over', async (weather, code) => {
  await desk.settled();
  master.weather = weather;
  master.hangUp();
  await desk.window.save(hold(0));
  await vi.waitUntil(() => problem() === code, 10_000);
  await desk.window.save(release(1));
  await vi.waitUntil(() => desk.state?.state === 'joined' && desk.state.pending === 2, 10_000);
  const meanwhile = desk.state;
  const here = await seen(desk.store, orders);
  master.weather = 'fair';
  desk.hurry();
  await desk.settled();
  await vi.waitUntil(() => desk.state?.state === 'joined' && desk.state.pending === 0 && !desk.state.problem, 10_000);
  const same = {orders: ['held', 'released', 'paid'], tray: []};
  expect({meanwhile, here, there: await atMaster(), bugs: desk.bugs}).toEqual({
    meanwhile: expect.objectContaining({
      pending: 2,
      oldestPendingAt: now,
      appliedN: 0,
      problem: {code, values: expect.anything() as unknown},
    }) as unknown,
    here: same,
    there: same,
    bugs: [],
  });
});

test('what a newer version has decided is not taken, and what is done here goes out all the same', async () => {
  await desk.settled();
  await master.store.decide(shopId, async (tx) => {
    const head = await tx.head();
    const by = {replica: 'newer-desk--', inc: 'newer-store-'};
    const beginning = {n: 0, hash: head.hash};
    const parts = [partOf(wholeShop, {put: {shelves: [{id: 'A'.repeat(12)}]}, del: {}} as never)];
    const told = {
      first: head.seq + 1,
      last: head.seq + 1,
      decidedAt: now,
      by,
      n: [1, 1] as const,
      told: head.hash,
      not: [],
      parts,
    };
    const group = withHash(head.hash, told);
    await tx.keep({origin: by, line: {from: beginning, last: {n: 1, hash: head.hash}}, decisions: [], group, rows: []});
  });
  desk.hurry();
  await vi.waitUntil(() => problem() === 'sync.upgrade', 10_000);
  await desk.window.save(hold(0));
  await vi.waitUntil(async () => (await master.store.head(shopId))?.seq === 2, 10_000);
  const place = await desk.store.read((tx) => tx.meta('place'));
  expect([place?.seq, await atMaster(), desk.bugs]).toEqual([0, {orders: ['held', 'paid', 'paid'], tray: []}, []]);
});

test('closed at any moment, it goes on where it was, and nothing is decided twice', async () => {
  const calls = [hold(0), resume(0), release(0), hold(1), resume(1), hold(2)];
  for (const [at, call] of calls.entries()) {
    await desk.window.save(call);
    // Sometimes before the push, sometimes in it, sometimes behind it.
    await new Promise((resolve) => setTimeout(resolve, at * 2));
    if (at % 2 === 1) master.answersLost = 1;
    await desk.quit();
    await desk.open();
  }
  await desk.settled();
  const seq = (await master.store.head(shopId))?.seq;
  const same = {orders: ['released', 'paid', 'held'], tray: []};
  expect([await atMaster(), await seen(desk.store, orders), seq, desk.bugs]).toEqual([same, same, calls.length, []]);
});

test.each([0, 3, 20])(
  'a master that answers nothing keeps nobody from closing, %i ms after it was asked',
  async (ms) => {
    master.weather = 'silent';
    await desk.window.save(hold(0));
    desk.hurry();
    await new Promise((resolve) => setTimeout(resolve, ms));
    const before = Date.now();
    await desk.quit();
    expect(Date.now() - before).toBeLessThan(2_000);
  },
);

test('of two windows one talks with the master, and the other takes over when it closes', async () => {
  const [first, second] = [desk.window, await desk.open()];
  await second.save(hold(0));
  await desk.settled();
  await vi.waitUntil(() => second.shops.current?.sync?.state.state === 'joined', 10_000);
  await first.quit();
  await second.save(release(1));
  await desk.settled();
  const same = {orders: ['held', 'released', 'paid'], tray: []};
  expect([await atMaster(), await seen(desk.store, orders), desk.bugs]).toEqual([same, same, []]);
});

test('what the other window is told comes into its lists too', async () => {
  const second = await desk.open();
  let statuses: readonly unknown[] = [];
  const query = {sort: {column: 'number', descending: false}};
  must(second.shops.current, 'an open shop').engine.watchList(
    {view: 'orders.list', query, window: {from: 0, to: 10}},
    ({rows}) => (statuses = rows.map(({status}) => status)),
  );
  const other = await JoinedDesk.join('demo', master, {
    rows: given.rows,
    place: {epoch: 1, seq: 0, hash: must(await master.store.hashOfLog(shopId, 0), 'a beginning')},
  });
  await other.window.save(hold(2));
  await vi.waitUntil(() => statuses.join() === 'paid,paid,held', 10_000);
  await other.quit();
  expect(desk.bugs).toEqual([]);
});

test('a copy of a desk that has told other changes under the same numbers goes on under another line', async () => {
  await desk.settled();
  const line = must((await desk.store.read((tx) => tx.meta('lines')))?.at(-1), 'its line');
  const other = await JoinedDesk.join('demo', master, {
    rows: given.rows,
    place: {epoch: 1, seq: 0, hash: must(await master.store.hashOfLog(shopId, 0), 'a beginning')},
  });
  await other.store.write((tx) => tx.setMeta('lines', [line]));
  await other.window.save(release(1));
  await other.settled();
  await desk.window.save(hold(0));
  await desk.settled();
  await other.settled();
  const lines = await desk.store.read((tx) => tx.meta('lines'));
  const same = {orders: ['held', 'released', 'paid'], tray: []};
  expect({
    there: await atMaster(),
    here: [await seen(desk.store, orders), await seen(other.store, orders)],
    line: [lines?.at(-1)?.replica === line.replica, lines?.at(-1)?.inc === line.inc],
    bugs: [...desk.bugs, ...other.bugs],
  }).toEqual({there: same, here: [same, same], line: [true, false], bugs: []});
  await other.quit();
});
