import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {holdOrder, releaseOrder} from '#core/orders/mutators.ts';
import type {Order, OrderId} from '#core/orders/schema.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {createStorefront} from '#core/storefronts/mutators.ts';
import {idFromName} from '#core/lib/id.ts';
import {storefront} from '#core/testing/given.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {JoinedDesk, givenRows, seen} from './testing/joined-desk.ts';
import {MasterInProcess} from './testing/master-in-process.ts';

let master: MasterInProcess;
let [a, b]: JoinedDesk[] = [];
let orders: readonly Order[];

const desks = (): readonly [JoinedDesk, JoinedDesk] => [a as JoinedDesk, b as JoinedDesk];
const hold = (at: number): Call => callOf(holdOrder, {orderId: orders[at]?.id as OrderId, reason: 'stock'});
const release = (at: number): Call => callOf(releaseOrder, {orderId: orders[at]?.id as OrderId});

beforeEach(async () => {
  emptyDesk();
  master = new MasterInProcess();
  const given = await givenRows();
  orders = given.orders;
  const place = await master.begin(given.rows);
  a = await JoinedDesk.join('own', master, {rows: given.rows, place});
  b = await JoinedDesk.join('demo', master, {rows: given.rows, place});
});
afterEach(async () => {
  for (const desk of desks()) await desk.quit();
});

async function allSettled(): Promise<void> {
  for (const desk of desks()) await desk.settled();
}

async function both(): Promise<readonly unknown[]> {
  const [one, other] = desks();
  return [
    await seen(one.store, orders),
    await seen(other.store, orders),
    await seen(master.store.rowsOf('shop--------') as never, orders),
  ];
}

function listOf(desk: JoinedDesk): {readonly statuses: () => readonly unknown[]} {
  let rows: readonly Readonly<Record<string, unknown>>[] = [];
  const query = {sort: {column: 'number', descending: false}};
  desk.window.shops.current?.engine.watchList({view: 'orders.list', query, window: {from: 0, to: 10}}, (told) => {
    rows = told.rows;
  });
  return {statuses: () => rows.map(({status}) => status)};
}

test('what one desk saves the other shows, without anybody asking', async () => {
  const [one, other] = desks();
  const list = listOf(other);
  await one.window.save(hold(0), release(1));
  await vi.waitUntil(() => list.statuses().join() === 'held,released,paid', 10_000);
  await allSettled();
  const same = {orders: ['held', 'released', 'paid'], tray: []};
  await vi.waitUntil(() => one.state?.state === 'joined' && one.state.appliedN === 2, 10_000);
  expect({both: await both(), told: one.state, bugs: [...one.bugs, ...other.bugs]}).toEqual({
    both: [same, same, same],
    told: expect.objectContaining({state: 'joined', pending: 0, appliedN: 2, behindBy: 0}) as unknown,
    bugs: [],
  });
});

test('of two changes that cannot both be, the second is taken back where it was made and lies in the tray of both', async () => {
  const [one, other] = desks();
  master.weather = 'offline';
  await one.window.save(hold(0));
  await other.window.save(release(0), release(1));
  const list = listOf(other);
  await vi.waitUntil(() => list.statuses().join() === 'released,released,paid', 10_000);
  master.weather = 'fair';
  one.hurry();
  await one.settled();
  other.hurry();
  await allSettled();
  await vi.waitUntil(() => list.statuses().join() === 'held,released,paid', 10_000);
  const same = {orders: ['held', 'released', 'paid'], tray: [['refused', 'orders.release', 1]]};
  expect([await both(), one.bugs, other.bugs]).toEqual([[same, same, same], [], []]);
});

test('a push whose answer is lost is told again, and decided once', async () => {
  const [one, other] = desks();
  master.answersLost = 2;
  await one.window.save(hold(0));
  await one.window.save(release(1));
  await allSettled();
  const {seq} = (await master.store.head('shop--------')) ?? {seq: 0};
  const same = {orders: ['held', 'released', 'paid'], tray: []};
  expect([await both(), seq, [...one.bugs, ...other.bugs]]).toEqual([[same, same, same], 2, []]);
});

test('a log that breaks off is taken up where it broke off', async () => {
  const [one, other] = desks();
  master.logsCut = 3;
  for (const call of [hold(0), release(1), release(2)]) await one.window.save(call);
  other.hurry();
  await allSettled();
  const same = {orders: ['held', 'released', 'released'], tray: []};
  expect([await both(), [...one.bugs, ...other.bugs]]).toEqual([[same, same, same], []]);
});

test('where sockets are blocked it is asked for every few seconds', async () => {
  const [one, other] = desks();
  await allSettled();
  master.blocksSockets = true;
  master.hangUp();
  await one.window.save(hold(0));
  await allSettled();
  const same = {orders: ['held', 'paid', 'paid'], tray: []};
  expect([await both(), [...one.bugs, ...other.bugs]]).toEqual([[same, same, same], []]);
}, 20_000);

test('a large change goes out packed, and comes back', async () => {
  const [one] = desks();
  const calls = Array.from({length: 60}, (_, at) => {
    const id = idFromName('storefront', String(at));
    return callOf(createStorefront, {...storefront, id, name: `Storefront number ${at} of very many`});
  });
  await one.window.save(...calls);
  await allSettled();
  const names = await desks()[1].store.read((tx) => tx.range('storefronts', {limit: 100}));
  expect([names.length, desks().flatMap(({bugs}) => bugs)]).toEqual([61, []]);
});
