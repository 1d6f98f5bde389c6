import {Dexie} from 'dexie';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {databaseOf} from '../database-name.ts';
import {MemoryLocks} from '../safety/testing/memory-locks.ts';
import {inDatabase} from '../safety/testing/a-desk.ts';
import {markUnreadable} from '../safety/unreadable-mark.ts';
import {Shelf} from '../snapshots/shelf.ts';
import type {APage} from '../storage/testing/a-page.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {Installations, codeAt, release, shopOf, shopWithHistory, wish} from './testing/installations.ts';

vi.setConfig({testTimeout: 60_000});

let all: Installations;

beforeEach(() => {
  all = new Installations();
});
afterEach(() => all.close());

/** A desk that has joined, has saved a change that did not go out, and was killed before its first snapshot. */
async function justJoined() {
  emptyDesk();
  const first = all.window();
  const [paid] = await shopWithHistory(first);
  await first.get('sync.begin', wish);
  const typed = await codeAt(first);
  emptyDesk();
  const [disk, locks] = [new MemoryDisk(), new MemoryLocks()];
  const second = all.window(disk, locks);
  await second.get('sync.join', {code: typed, deskName: 'Bench'});
  all.master.weather = 'offline';
  const [done] = await second.get('data.mutate', {calls: [release(paid)]});
  await vi.waitUntil(() => (shopOf(second).safety?.state?.savedN ?? 0) === 1, 10_000);
  await second.close();
  const snapshots = await new Shelf(disk, 'own').list();
  const next = (): APage => all.window(disk, locks);
  return {first, paid: must(paid, 'an order'), disk, next, began: [done?.ok, snapshots]};
}

const damages: readonly (readonly [string, (disk: MemoryDisk) => Promise<unknown>])[] = [
  ['is gone', async () => Dexie.delete(databaseOf('own'))],
  ['cannot be read', (disk) => markUnreadable(disk, 'own')],
  [
    'is that of another time',
    () =>
      inDatabase('own', 'readwrite', async (transaction) =>
        transaction.objectStore('meta').put('another-----', 'incarnation'),
      ),
  ],
  [
    'has lost its rows and what it is',
    () =>
      inDatabase('own', 'readwrite', async (transaction) => {
        for (const name of transaction.objectStoreNames) transaction.objectStore(name).clear();
      }),
  ],
];

test.each(damages)(
  'a desk whose store %s before its first snapshot has the shop from the master, and what it had saved',
  async (_, damage) => {
    const {first, paid, disk, next, began} = await justJoined();
    await damage(disk);
    all.master.weather = 'fair';
    const again = next();
    const opened = await again.get('shops.open', {kind: 'own'});
    const {why: __, ...recovered} = must(opened.recovered, 'a store that was built anew');
    await all.caughtUp(again, first);
    const [own, theirs] = await all.everything(again);
    const order = await shopOf(again).store.read((tx) => tx.get('orders', paid.id));
    expect({began, recovered, isSame: own === theirs, status: order?.status, bugs: all.bugs}).toEqual({
      began: [true, []],
      recovered: {
        isFromMaster: true,
        damaged: 0,
        replayed: 1,
        refused: 0,
        aside: expect.any(Number) as number,
        lost: 0,
      },
      isSame: true,
      status: 'released',
      bugs: [],
    });
  },
);

test('while the master cannot be reached that is said, and opened again later the shop is there', async () => {
  const {next} = await justJoined();
  await Dexie.delete(databaseOf('own'));
  const page = next();
  const waits = await page.call('shops.open', {kind: 'own'});
  const listed = await page.get('shops.list', null);
  all.master.weather = 'portal';
  const portal = await page.call('shops.open', {kind: 'own'});
  all.master.weather = 'fair';
  const opened = await page.get('shops.open', {kind: 'own'});
  const codes = [waits, portal].map((answer) => (answer.ok ? 'ok' : answer.fault.code));
  expect([codes, listed.length, opened.recovered?.replayed]).toEqual([['store.at_master', 'store.at_master'], 1, 1]);
});

test('a desk that the master does not know any more is told to join again', async () => {
  const {first, next} = await justJoined();
  all.master.weather = 'fair';
  const desks = await first.get('sync.desks', null);
  const replica = desks.ok ? desks.value.find(({name}) => name === 'Bench')?.replica : undefined;
  await first.get('sync.revoke', {replica: replica ?? ''});
  await Dexie.delete(databaseOf('own'));
  const opened = await next().call('shops.open', {kind: 'own'});
  expect(opened.ok ? '' : opened.fault.code).toBe('store.join_again');
});
