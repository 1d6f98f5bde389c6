import {Dexie} from 'dexie';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {ListAnswer, ListQuestion} from '#core/data/list-view.ts';
import {fold} from '#core/data/fold.ts';
import {salesByDay} from '#core/insights/sales-by-day.ts';
import {demoShop} from '#core/demo/demo-shop.ts';
import type {DemoOrder} from '#core/demo/demo-batches.ts';
import {must} from '#core/lib/assert.ts';
import {minorDigits} from '#core/money/currency.ts';
import {holdOrder, resumeOrder} from '#core/orders/mutators.ts';
import {openStatuses} from '#core/orders/order.ts';
import {callOf} from '#core/sync/define.ts';
import type {Instant} from '#core/time/instant.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {DexieStore} from './dexie-store.ts';
import {databaseOf} from './database-name.ts';
import {Shops} from './shops.ts';
import {emptyDesk} from './testing/in-process.ts';

const now = Date.UTC(2026, 10, 23, 2, 38) as Instant;
const wish = {seed: 'kranich', orderCount: 600, now};
const patient = {tell: () => undefined, cancelled: () => false};

const windows: {readonly shops: Shops; readonly bugs: unknown[]; readonly changes: number[]}[] = [];

/** A window's shops on this desk, with what it reports as bugs and how often it was told that shops have changed. */
function aWindow(): (typeof windows)[number] {
  const bugs: unknown[] = [];
  const changes: number[] = [];
  const shops = new Shops({
    report: (bug) => bugs.push(bug),
    changed: () => changes.push(1),
    replaced: () => undefined,
    safety: () => undefined,
    recovery: () => undefined,
    unreadable: () => undefined,
    now: () => now,
  });
  windows.push({shops, bugs, changes});
  return {shops, bugs, changes};
}

beforeEach(emptyDesk);
afterEach(() => {
  for (const {shops} of windows.splice(0)) void shops.current?.close();
});

/** The last answer of a list that somebody watches. */
function watch(shops: Shops, question: Partial<ListQuestion>): {readonly last: () => ListAnswer | undefined} {
  let last: ListAnswer | undefined;
  const sort = {column: 'orderedAt', descending: false};
  const whole = {view: 'orders.list', query: {sort}, window: {from: 0, to: 1000}, ...question};
  must(shops.current, 'an open shop').engine.watchList(whole, (answer) => (last = answer));
  return {last: () => last};
}

async function listed(shops: Shops, question: Partial<ListQuestion> = {}): Promise<ListAnswer> {
  const {last} = watch(shops, question);
  return vi.waitUntil(last, 10_000);
}

test('a demo shop lists, counts and finds its orders as they were invented', async () => {
  const {shops, bugs} = aWindow();
  const made = await shops.makeDemo(wish, patient);
  const orders = [...demoShop(wish).batches()].flat();
  const bySearch = {search: 'anna', sort: {column: 'orderedAt', descending: true}};
  const all = await listed(shops, {groups: ['status'], tallies: {late: lateBy(now)}});
  const found = await listed(shops, {query: bySearch});

  expect(made).toEqual({ok: true, value: {facts: {kind: 'demo', madeAt: now, orderCount: 600, whole: true}}});
  expect(all.rows.map((row) => [row['id'], row['number'], row['buyer'], row['total']])).toEqual(
    orders.toSorted(byTime).map((order) => [order.id, order.channelOrderId, order.buyer.shipTo.name, order.totalMinor]),
  );
  expect([all.groups['status'], all.tallies['late']]).toEqual([countOf(orders), orders.filter(isLate).length]);
  expect(found.rows.map((row) => row['id'])).toEqual(
    orders
      .filter(names('anna'))
      .toSorted(byTime)
      .toReversed()
      .map(({id}) => id),
  );
  expect([found.total > 0, bugs]).toEqual([true, []]);
});

function lateBy(below: number): readonly [{column: string; oneOf: readonly string[]}, {column: string; below: number}] {
  return [
    {column: 'status', oneOf: openStatuses},
    {column: 'shipBy', below},
  ];
}

function isLate({status, shipBy}: DemoOrder): boolean {
  return openStatuses.includes(status) && shipBy < now;
}

function names(word: string): (order: DemoOrder) => boolean {
  return ({channelOrderId, buyer, lines, tracking}) => {
    const texts = [channelOrderId, buyer.shipTo.name, buyer.shipTo.city, tracking?.number ?? ''];
    return [...texts, ...lines.flatMap(({title, sku}) => [title, sku])].some((text) => fold(text).includes(word));
  };
}

function byTime(a: DemoOrder, b: DemoOrder): number {
  return a.orderedAt - b.orderedAt || (a.id < b.id ? -1 : 1);
}

function countOf(orders: readonly DemoOrder[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const {status} of orders) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test('sales of a demo shop are, to the cent, what its orders come to with exact fractions', async () => {
  const {shops} = aWindow();
  await shops.makeDemo(wish, patient);
  const invented = demoShop(wish);
  const business = must(invented.businesses[0], 'a business');
  const span = {businessId: business.id, from: '2025-01-01' as LocalDate, below: '2027-01-01' as LocalDate};
  let told: unknown;
  must(shops.current, 'an open shop').engine.watchSummary(salesByDay.name, span, (answer) => (told = answer));
  await vi.waitUntil(() => told, 10_000);

  const total = {orders: 0, soldMinor: 0, refundedMinor: 0, netMinor: 0};
  for (const order of [...invented.batches()].flat()) {
    if (['new', 'cancelled'].includes(order.status)) continue;
    const [soldMinor, refundedMinor] = [inEuro(order, order.totalMinor), inEuro(order, order.refundedMinor)];
    total.orders += 1;
    total.soldMinor += soldMinor;
    total.refundedMinor += refundedMinor;
    total.netMinor += soldMinor - refundedMinor;
  }
  expect(told).toMatchObject({currency: 'EUR', total, notConverted: [], sources: ['invented']});
  expect(total.refundedMinor).toBeGreaterThan(0);

  /** Converted at the newest rate up to the day in Berlin; half a cent goes to the even one. */
  function inEuro({orderedAt, currency}: DemoOrder, minor: number): number {
    if (currency === 'EUR') return minor;
    const day = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/Berlin'}).format(orderedAt);
    const rates = must(
      invented.rateDays.findLast(({id}) => id <= day),
      'rates up to every day',
    );
    const {units, scale} = must(
      rates.quotes.find((quote) => quote.currency === currency),
      'a quote',
    );
    const numerator = BigInt(minor) * 100n * 10n ** BigInt(scale);
    const denominator = BigInt(units) * 10n ** BigInt(minorDigits(currency));
    const [cut, twice] = [numerator / denominator, 2n * (numerator % denominator)];
    const up = twice > denominator || (twice === denominator && cut % 2n === 1n);
    return Number(up ? cut + 1n : cut);
  }
});

test('open orders stand loose in the store, closed ones in pages', async () => {
  await aWindow().shops.makeDemo(wish, patient);
  const store = new DexieStore(databaseOf('demo'));
  const orders = [...demoShop(wish).batches()].flat();
  const open = orders.filter(({status}) => openStatuses.includes(status));
  const heads = await store.pageHeads('orders', 0, 10);
  const packed = heads.flatMap(({ids}) => ids.flatMap((page) => page.split('\n')));
  const loose = await store.looseRows('orders');
  store.close();
  expect(loose.changed).toEqual([]);
  expect(loose.added.map(({id}) => id)).toEqual(open.map(({id}) => id).toSorted());
  expect(packed.toSorted()).toEqual(
    orders
      .filter((order) => !open.includes(order))
      .map(({id}) => id)
      .toSorted(),
  );
});

test('a demo that is cancelled half way leaves no shop', async () => {
  const {shops} = aWindow();
  let done = 0;
  const progress = {tell: (some: number) => (done = some), cancelled: () => done >= 256};
  const made = await shops.makeDemo(wish, progress);
  expect({made, done, listed: await shops.list(), names: await Dexie.getDatabaseNames()}).toEqual({
    made: undefined,
    done: 256,
    listed: [],
    names: [],
  });
});

test('a demo that was never finished is not listed and not opened, and the next one takes its place', async () => {
  const store = new DexieStore(databaseOf('demo'));
  await store.write((tx) => tx.setMeta('shop', {kind: 'demo', madeAt: now, orderCount: 9, whole: false}));
  await store.write((tx) => tx.setMeta('shopKey', new Uint8Array(32)));
  store.close();

  const {shops} = aWindow();
  const before = [await shops.list(), await shops.open('demo')];
  await shops.makeDemo({...wish, orderCount: 20}, patient);
  expect([before, await shops.list()]).toEqual([
    [[], {ok: false, fault: {code: 'store.unreadable', values: {}}}],
    [{kind: 'demo', madeAt: now, orderCount: 20, whole: true}],
  ]);
});

test('a shop of one’s own is begun once, is empty, and is the same after a restart', async () => {
  const first = await aWindow().shops.begin(now);
  const {shops} = aWindow();
  const again = await shops.begin((now + 1) as Instant);
  const {total} = await listed(shops);
  const facts = {kind: 'own', madeAt: now, whole: true};
  expect([first, again, total]).toEqual([{ok: true, value: {facts}}, first, 0]);
});

test('two windows on one shop follow each other', async () => {
  const [here, there] = [aWindow(), aWindow()];
  await here.shops.makeDemo({...wish, orderCount: 300}, patient);
  await there.shops.open('demo');
  const paid = [...demoShop({...wish, orderCount: 300}).batches()].flat().filter(({status}) => status === 'paid');
  const order = must(paid[0], 'a demo shop has a paid order');
  const held = {query: {where: [{column: 'status', oneOf: ['held']}], sort: {column: 'number', descending: false}}};
  const isHeld = ({last}: ReturnType<typeof watch>): boolean | undefined =>
    last()?.rows.some((row) => row['id'] === order.id);
  const lists = [watch(here.shops, held), watch(there.shops, held)];
  await vi.waitUntil(() => lists.every(({last}) => last()), 10_000);

  const call = callOf(holdOrder, {orderId: order.id, reason: 'stock'});
  await here.shops.current?.engine.mutate([call], {at: now});
  await vi.waitUntil(() => lists.every(isHeld), 10_000);
  await there.shops.current?.engine.mutate([callOf(resumeOrder, {orderId: order.id})], {at: now});
  await vi.waitUntil(() => lists.every((list) => isHeld(list) === false), 10_000);
  expect([...here.bugs, ...there.bugs]).toEqual([]);
});

test('a shop is deleted while it is open here and elsewhere: it is gone for both, and stays gone', async () => {
  const [here, there] = [aWindow(), aWindow()];
  await here.shops.makeDemo({...wish, orderCount: 300}, patient);
  await there.shops.open('demo');
  const forgotten = must(there.shops.current, 'an open shop');
  await here.shops.delete('demo');
  await vi.waitUntil(() => there.changes.length >= 2, 10_000);

  // What was still on its way there finds the shop closed; it must not bring the database back.
  const late = forgotten.engine.mutate([callOf(holdOrder, {orderId: anOrder(), reason: 'stock'})], {at: now});
  await expect(late).rejects.toMatchObject({name: 'InvalidStateError'});
  expect({
    here: here.shops.current,
    there: there.shops.current,
    listed: await here.shops.list(),
    names: await Dexie.getDatabaseNames(),
    bugs: [...here.bugs, ...there.bugs],
  }).toEqual({here: undefined, there: undefined, listed: [], names: [], bugs: []});
});

function anOrder(): DemoOrder['id'] {
  const [batch] = demoShop({...wish, orderCount: 300}).batches();
  return must(batch?.[0], 'a demo shop has an order').id;
}

test('a shop that is left while it is still being read reports nothing', async () => {
  const {shops, bugs} = aWindow();
  await shops.makeDemo({...wish, orderCount: 300}, patient);
  await shops.current?.close();
  const late = aWindow();
  await late.shops.open('demo');
  watch(late.shops, {});
  await late.shops.delete('demo');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([...bugs, ...late.bugs]).toEqual([]);
});

test('a demo is made beside a shop of one’s own and takes nothing from it', async () => {
  const {shops} = aWindow();
  await shops.begin(now);
  await shops.makeDemo({...wish, orderCount: 20}, patient);
  await shops.delete('demo');
  expect([await shops.list(), await shops.open('own')]).toEqual([
    [{kind: 'own', madeAt: now, whole: true}],
    {ok: true, value: {facts: {kind: 'own', madeAt: now, whole: true}}},
  ]);
});
