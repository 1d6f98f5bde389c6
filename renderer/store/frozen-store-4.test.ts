import {readFileSync} from 'node:fs';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {Applier} from '#core/sync/applier.ts';
import {callOf} from '#core/sync/define.ts';
import {partOf, wholeShop, withHash} from '#core/sync/group.ts';
import {nextPush} from '#core/sync/outgoing.ts';
import {recallOrder} from '#core/orders/mutators.ts';
import {registry} from '#core/registry.ts';
import {FrozenShop, listed, now} from './testing/frozen-shop.ts';

// What version 4 left on a desk that lives with a master: two changes wait, an order of a page was forgotten, another change lies in
// the tray.
const sample = readFileSync(new URL('samples/store-4.json.gz', import.meta.url));
let frozen: FrozenShop;

beforeEach(() => {
  frozen = new FrozenShop();
});
afterEach(() => frozen.close());

test('an order that was forgotten is in no list, and what waits can be told to the master', async () => {
  const opened = await frozen.open(sample);
  const {total, rows} = await listed(
    opened,
    {sort: {column: 'number', descending: false}},
    {window: {from: 0, to: 1_000}},
  );
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
    bugs: frozen.bugs,
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
  const {store, engine} = await frozen.open(sample);
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
  expect([held?.status, applied.ok, after?.status, recalled?.ok, frozen.bugs]).toEqual([
    'paid',
    true,
    'released',
    true,
    [],
  ]);
});
