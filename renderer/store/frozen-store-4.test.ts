import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {ListAnswer} from '#core/data/list-view.ts';
import {must} from '#core/lib/assert.ts';
import {Applier} from '#core/sync/applier.ts';
import {callOf} from '#core/sync/define.ts';
import {partOf, wholeShop, withHash} from '#core/sync/group.ts';
import {nextPush} from '#core/sync/outgoing.ts';
import {recallOrder} from '#core/orders/mutators.ts';
import {registry} from '#core/registry.ts';
import type {Instant} from '#core/time/instant.ts';
import {databaseOf} from './database-name.ts';
import {DexieStore} from './dexie-store.ts';
import {type Shop, openShop} from './shop.ts';
import {type FrozenStore, thaw} from './testing/frozen-store.ts';
import {emptyDesk} from './testing/in-process.ts';

// What version 4 left on a desk that lives with a master: two changes wait, an order of a page was forgotten, another change lies in
// the tray. The file never changes, and neither does what is read from it here.
const now = Date.UTC(2026, 10, 23, 2, 38) as Instant;

let bugs: unknown[];
let shop: Shop | undefined;

beforeEach(() => {
  bugs = [];
});
afterEach(() => shop?.close());

async function open(): Promise<Shop> {
  const sample = new URL('samples/store-4.json.gz', import.meta.url);
  await thaw(JSON.parse(gunzipSync(readFileSync(sample)).toString()) as FrozenStore, emptyDesk());
  shop = await openShop('demo', new DexieStore(databaseOf('demo')), {
    safety: undefined,
    report: (bug) => bugs.push(bug),
  });
  return must(shop, 'a whole shop in the sample');
}

async function listed({engine}: Shop): Promise<ListAnswer> {
  let told: ListAnswer | undefined;
  const query = {sort: {column: 'number', descending: false}};
  engine.watchList({view: 'orders.list', query, window: {from: 0, to: 1_000}}, (answer) => (told = answer));
  return vi.waitUntil(() => told, 10_000);
}

test('an order that was forgotten is in no list, and what waits can be told to the master', async () => {
  const opened = await open();
  const {total, rows} = await listed(opened);
  const {gone} = await opened.store.looseRows('orders');
  const push = must(await nextPush(opened.store, {after: 0, savedN: 1_000}), 'two changes that wait');
  const tray = await opened.store.read((tx) => tx.range('trayItems', {limit: 10}));
  expect({
    total,
    isListed: rows.some(({id}) => gone.includes(String(id))),
    gone: await opened.store.read((tx) => tx.getMany('orders', gone)),
    tray: tray.map(({kind, by}) => [kind, by.n]),
    origin: push.origin,
    epoch: push.epoch,
    waiting: push.mutations.map((text) => (JSON.parse(text) as {readonly name: string}).name),
    bugs,
  }).toEqual({
    total: 460,
    isListed: false,
    gone: [undefined],
    tray: [['refused', 1]],
    origin: {replica: 'sample-desk-', inc: 'sample-store'},
    epoch: 1,
    waiting: ['orders.hold', 'orders.resume'],
    bugs: [],
  });
});

test('what waits is done again above what the master says of its orders', async () => {
  const {store, engine} = await open();
  const [first] = await store.read(async (tx) => tx.outbox(must(await tx.meta('decided'), 'a joined shop').n, 1));
  const before = must(first && 'bytes' in first ? first.before?.[0] : undefined, 'what the hold found');
  const held = await store.read((tx) => tx.get('orders', before.id));
  const place = must(await store.read((tx) => tx.meta('place')), 'a joined shop');
  const order = must(before.row, 'an order that was there');
  const effects = {put: {orders: [{...order, status: 'released'}]}, del: {}} as Parameters<typeof partOf>[1];
  const group = withHash(place.hash, {
    first: place.seq + 1,
    last: place.seq + 1,
    decidedAt: now,
    by: {replica: 'another-desk', inc: 'another-one-'},
    n: [1, 1],
    told: place.hash,
    not: [],
    parts: [partOf(wholeShop, effects)],
  });
  const applied = await new Applier(store, registry.mutators).apply(group);
  const after = await store.read((tx) => tx.get('orders', before.id));
  const [recalled] = await engine.mutate([callOf(recallOrder, {orderId: order.id as never})], {at: now});
  expect([held?.status, applied.ok, after?.status, recalled?.ok, bugs]).toEqual(['paid', true, 'released', true, []]);
});
