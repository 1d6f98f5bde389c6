import {Dexie} from 'dexie';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {readMarker, writeMarker} from '#core/journal/marker.ts';
import {must} from '#core/lib/assert.ts';
import type {Order} from '#core/orders/schema.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {databaseOf} from '../database-name.ts';
import {MemoryLocks} from '../safety/testing/memory-locks.ts';
import type {APage} from '../storage/testing/a-page.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {Installations, codeAt, hold, shopIdOf, shopOf, shopWithHistory, wish} from './testing/installations.ts';

vi.setConfig({testTimeout: 60_000});

let all: Installations;

beforeEach(() => {
  all = new Installations();
  emptyDesk();
});
afterEach(() => all.close());

interface OnItsWay {
  readonly page: APage;
  /** A window of the same desk after this one was closed. */
  readonly next: () => APage;
  readonly disk: MemoryDisk;
  readonly shopId: string;
  readonly paid: Order | undefined;
}

/** A shop whose last request on its way to the master fails over and over, and in which somebody works meanwhile. */
async function onItsWay(fails: 'sent' | 'asked' | 'answered' = 'sent'): Promise<OnItsWay> {
  const [disk, locks] = [new MemoryDisk(), new MemoryLocks()];
  const next = (): APage => all.window(disk, locks);
  const page = next();
  const [paid] = await shopWithHistory(page);
  await shopOf(page).safety?.takeSnapshot();
  if (fails === 'sent') all.master.door.fails = {path: '/genesis', times: 1_000};
  else if (fails === 'asked') all.master.door.fails = {path: /\/genesis$/, times: 1_000};
  else all.master.door.loses = {path: '/genesis', times: 1_000};
  await page.get('sync.begin', wish);
  await page.get('data.mutate', {calls: [hold(paid)]});
  await vi.waitUntil(() => (shopOf(page).safety?.state?.savedN ?? 0) === 3, 10_000);
  return {page, next, disk, shopId: await shopIdOf(page), paid};
}

/** What is there of a master, in the store and beside it, and what the shop is. */
async function standing(page: APage, {disk, paid}: OnItsWay) {
  const state = await page.get('sync.look', null);
  const marker = await readMarker(disk, 'own');
  const {store} = shopOf(page);
  const {added} = await store.looseRows('orders');
  return store.read(async (tx) => ({
    state: state.state,
    meta: [await tx.meta('place'), await tx.meta('master'), await tx.meta('lines'), await tx.meta('founding')],
    marked: [marker?.master, marker?.lines],
    orders: [added.length, (await tx.get('orders', paid?.id ?? ''))?.status],
    last: (await tx.lastOfOutbox())?.n,
  }));
}

const alone = {
  state: 'absent',
  meta: [undefined, undefined, undefined, undefined],
  marked: [undefined, undefined],
  orders: [3, 'held'],
  last: 3,
};

test.each(['sent', 'asked', 'answered'] as const)(
  'a shop that is taken back on its way is alone as before with all that was done meanwhile, and nothing is left there (%s)',
  async (fails) => {
    const way = await onItsWay(fails);
    const founding = await way.page.get('sync.look', null);
    const taken = await way.page.get('sync.cancel', null);
    const after = await standing(way.page, way);
    const left = all.master.door.has(way.shopId);
    all.master.door.fails = all.master.door.loses = {path: '', times: 0};
    const again = await way.page.get('sync.begin', wish);
    await all.caughtUp(way.page);
    const [own, theirs] = await all.everything(way.page);
    expect({
      founding: founding.state === 'joined' && founding.founding !== undefined,
      taken,
      after,
      left,
      again: again.ok && own === theirs && own.includes('"status":"held"'),
      bugs: all.bugs,
    }).toEqual({
      founding: true,
      taken: {ok: true, value: {isLeftThere: false}},
      after: alone,
      left: false,
      again: true,
      bugs: [],
    });
  },
);

test('where the master cannot be reached the shop is alone all the same, and it is said what is left there', async () => {
  const way = await onItsWay();
  all.master.weather = 'offline';
  const taken = await way.page.get('sync.cancel', null);
  expect([taken, await standing(way.page, way), all.bugs]).toEqual([{ok: true, value: {isLeftThere: true}}, alone, []]);
});

test('killed when the master had let go of it and this desk had not, the shop is alone after the next start', async () => {
  const way = await onItsWay();
  const {token} = must(await shopOf(way.page).store.read((tx) => tx.meta('master')), 'a master');
  await way.page.close();
  all.master.door.fails = {path: '', times: 0};
  await all.master.door.answer(`/v1/shops/${way.shopId}`, {method: 'DELETE', told: '', token});
  const page = way.next();
  await page.get('shops.open', {kind: 'own'});
  await vi.waitUntil(async () => (await page.get('sync.look', null)).state === 'absent', 10_000);
  await page.get('shops.open', {kind: 'own'});
  expect([await standing(page, way), all.bugs]).toEqual([alone, []]);
});

test('killed when the store was alone and the marker not, the shop is alone after the next start', async () => {
  const way = await onItsWay();
  const before = must(await readMarker(way.disk, 'own'), 'a marker');
  await way.page.get('sync.cancel', null);
  await way.page.close();
  await writeMarker(way.disk, {...must(await readMarker(way.disk, 'own'), 'a marker'), lines: before.lines ?? []});
  const page = way.next();
  await page.get('shops.open', {kind: 'own'});
  expect(await standing(page, way)).toEqual(alone);
});

const losses = [
  ['sent', 1],
  ['asked', 1],
  ['sent, with a snapshot', 0],
] as const;

test.each(losses)(
  'a shop whose store is lost on its way is alone again with all of it (%s)',
  async (when, replayed) => {
    const way = await onItsWay(when.startsWith('sent') ? 'sent' : 'asked');
    if (replayed === 0) await shopOf(way.page).safety?.takeSnapshot();
    await way.page.close();
    await Dexie.delete(databaseOf('own'));
    const page = way.next();
    const opened = await page.get('shops.open', {kind: 'own'});
    expect([opened.recovered?.replayed, await standing(page, way), all.bugs]).toEqual([replayed, alone, []]);
  },
);

test('a shop whose store is lost on its way, with a snapshot since its master was asked to begin it, goes on', async () => {
  const way = await onItsWay('asked');
  await shopOf(way.page).safety?.takeSnapshot();
  await way.page.close();
  all.master.door.fails = {path: '', times: 0};
  await Dexie.delete(databaseOf('own'));
  const page = way.next();
  await page.get('shops.open', {kind: 'own'});
  await all.caughtUp(page);
  const [own, theirs] = await all.everything(page);
  expect([own === theirs, own.includes('"status":"held"'), all.bugs]).toEqual([true, true, []]);
});

test('a shop whose store is lost when the master had begun it, and had not said so, is had from there', async () => {
  const way = await onItsWay('answered');
  await way.page.close();
  all.master.door.loses = {path: '', times: 0};
  await Dexie.delete(databaseOf('own'));
  const page = way.next();
  const opened = await page.get('shops.open', {kind: 'own'});
  await all.caughtUp(page);
  const [own, theirs] = await all.everything(page);
  expect([opened.recovered?.isFromMaster, own === theirs, own.includes('"status":"held"'), all.bugs]).toEqual([
    true,
    true,
    true,
    [],
  ]);
});

test('nobody is let into a shop that is on its way, and another window is told where it can be taken back', async () => {
  const way = await onItsWay();
  const other = way.next();
  await other.get('shops.open', {kind: 'own'});
  const [code, cancelled] = [await other.get('sync.code', {minutes: 10}), await other.get('sync.cancel', null)];
  const late = await way.page.get('sync.code', {minutes: 10});
  all.master.door.fails = {path: '', times: 0};
  await way.page.call('sync.now', null);
  await all.caughtUp(way.page);
  const arrived = shopOf(way.page);
  const twice = await way.page.get('sync.cancel', null);
  const isUntouched = shopOf(way.page) === arrived;
  const codes = [code, cancelled, late, twice].map((answer) => (answer.ok ? 'ok' : answer.fault.code));
  expect([codes, isUntouched, (await codeAt(way.page)).length > 0]).toEqual([
    ['cloud.shop_empty', 'store.other_window', 'cloud.shop_empty', 'sync.joined_already'],
    true,
    true,
  ]);
});
