import {Dexie} from 'dexie';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {Order, OrderId} from '#core/orders/schema.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {business, storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {databaseOf} from '../database-name.ts';
import {MemoryLocks} from '../safety/testing/memory-locks.ts';
import {ownShop} from '../storage/testing/a-page.ts';
import type {APage} from '../storage/testing/a-page.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {Installations, codeAt, hold, release, shopOf, shopWithHistory, wish} from './testing/installations.ts';

vi.setConfig({testTimeout: 60_000});

let all: Installations;
let first: APage;

beforeEach(async () => {
  all = new Installations();
  emptyDesk();
  first = all.window();
  await shopWithHistory(first);
  await first.get('sync.begin', wish);
});
afterEach(() => all.close());

async function ordersOf(page: APage): Promise<readonly Order[]> {
  const {store} = shopOf(page);
  const {added} = await store.looseRows('orders');
  const heads = await store.pageHeads('orders', 0, 100);
  const paged = heads.flatMap(({ids}) => ids.flatMap((of) => of.split('\n'))) as string[] as OrderId[];
  const ids = new Set([...added.map(({id}) => id), ...paged]);
  return (await store.read((tx) => tx.getMany('orders', [...ids]))).flatMap((order) => order ?? []);
}

/** What stands on a desk, in a few words. */
async function standing(page: APage): Promise<unknown> {
  const orders = await ordersOf(page);
  const state = await page.get('sync.look', null);
  return shopOf(page).store.read(async (tx) => [
    state.state,
    orders.length,
    (await tx.range('storefronts', {limit: 10})).map(({name}) => name),
  ]);
}

const shared = ['joined', 303, [storefront.name]];

test('a shop without an order is put away for the one that is joined, and can be had back as it was', async () => {
  const code = await codeAt(first);
  emptyDesk();
  const [disk, locks] = [new MemoryDisk(), new MemoryLocks()];
  const second = all.window(disk, locks);
  await second.get('shops.begin', null);
  const calls = [callOf(createBusiness, business), callOf(createStorefront, {...storefront, name: 'First try'})];
  await second.get('data.mutate', {calls});
  const place = await second.get('sync.joinPlace', null);
  const broken = await second.get('sync.join', {code: code.slice(0, 40), deskName: 'Bench'});
  const untouched = await standing(second);
  const joined = await second.get('sync.join', {code, deskName: 'Bench'});
  await all.caughtUp(second);
  const there = await standing(second);
  await second.close();
  const next = all.window(disk, locks);
  await next.get('shops.open', {kind: 'own'});
  await all.caughtUp(next);
  const later = await standing(next);
  const before = joined.ok ? (joined.value.before ?? '') : '';
  await next.get('storage.goBack', {name: before});
  expect({
    place,
    broken: broken.ok ? '' : broken.fault.code,
    untouched,
    there,
    later,
    back: await standing(next),
    left: (await Dexie.getDatabaseNames()).filter((name) => name.includes('coming')),
    bugs: all.bugs,
  }).toEqual({
    place: 'empty',
    broken: 'sync.code_unreadable',
    untouched: ['absent', 0, ['First try']],
    there: shared,
    later: shared,
    back: ['absent', 0, ['First try']],
    left: [],
    bugs: [],
  });
});

test('a shop with orders is never replaced, and neither is one that lives with a master', async () => {
  const code = await codeAt(first);
  const placeOfShared = await first.get('sync.joinPlace', null);
  const ofShared = await first.get('sync.join', {code, deskName: 'Bench'});
  emptyDesk();
  const second = all.window();
  const free = await second.get('sync.joinPlace', null);
  await shopWithHistory(second);
  const place = await second.get('sync.joinPlace', null);
  const own = await second.get('sync.join', {code, deskName: 'Bench'});
  const codes = [ofShared, own].map((answer) => (answer.ok ? 'ok' : answer.fault.code));
  expect([placeOfShared, free, place, codes]).toEqual([
    'taken',
    'free',
    'taken',
    ['sync.shop_in_the_way', 'sync.shop_in_the_way'],
  ]);
});

test('a desk that was removed joins again with a new code; what had not gone out is in the snapshot of what stood here', async () => {
  const codes = [await codeAt(first), await codeAt(first)];
  emptyDesk();
  const second = all.window();
  await second.get('sync.join', {code: codes[0] ?? '', deskName: 'Bench'});
  await all.caughtUp(second);
  const [one, other] = (await ordersOf(second)).filter(({status: stands}) => stands === 'paid');
  const desks = await first.get('sync.desks', null);
  const replica = desks.ok ? desks.value.find(({name}) => name === 'Bench')?.replica : undefined;
  await first.get('sync.revoke', {replica: replica ?? ''});
  await second.get('data.mutate', {calls: [hold(one)]});
  await second.call('sync.now', null);
  await vi.waitUntil(async () => (await second.get('sync.joinPlace', null)) === 'left', 10_000);
  const joined = await second.get('sync.join', {code: codes[1] ?? '', deskName: 'Bench again'});
  await all.caughtUp(second);
  const status = async (): Promise<unknown> =>
    (await shopOf(second).store.read((tx) => tx.get('orders', one?.id ?? '')))?.status;
  const fresh = await status();
  await second.get('data.mutate', {calls: [release(other)]});
  await all.caughtUp(second);
  const [own, theirs] = await all.everything(second);
  await second.get('storage.goBack', {name: joined.ok ? (joined.value.before ?? '') : ''});
  expect([fresh, own === theirs, await status(), all.bugs]).toEqual(['paid', true, 'held', []]);
});

test('where the shop was lost and its master does not know the desk any more, it joins again', async () => {
  const [one, two] = [await codeAt(first), await codeAt(first)];
  emptyDesk();
  const [disk, locks] = [new MemoryDisk(), new MemoryLocks()];
  const second = all.window(disk, locks);
  await second.get('sync.join', {code: one, deskName: 'Bench'});
  await second.close();
  const desks = await first.get('sync.desks', null);
  const replica = desks.ok ? desks.value.find(({name}) => name === 'Bench')?.replica : undefined;
  await first.get('sync.revoke', {replica: replica ?? ''});
  await Dexie.delete(databaseOf('own'));
  const next = all.window(disk, locks);
  const closed = await next.get('sync.joinPlace', null);
  const opened = await next.call('shops.open', {kind: 'own'});
  const lost = await next.get('sync.joinPlace', null);
  await next.get('sync.join', {code: two, deskName: 'Bench again'});
  await all.caughtUp(next);
  expect([closed, opened.ok ? '' : opened.fault.code, lost, await standing(next), all.bugs]).toEqual([
    'taken',
    'store.join_again',
    'lost',
    shared,
    [],
  ]);
});

test('joining that is cancelled leaves the empty shop as it was, open', async () => {
  const code = await codeAt(first);
  emptyDesk();
  const second = all.window();
  await ownShop(second);
  all.master.door.lastsFor = 1;
  const broken = await second.get('sync.join', {code, deskName: 'Bench'});
  all.master.door.lastsFor = Infinity;
  const asIs = await standing(second);
  const joined = await second.get('sync.join', {code, deskName: 'Bench'});
  expect([broken.ok ? '' : broken.fault.code, asIs, joined.ok, await standing(second)]).toEqual([
    'sync.offline',
    ['absent', 0, [storefront.name]],
    true,
    shared,
  ]);
});
