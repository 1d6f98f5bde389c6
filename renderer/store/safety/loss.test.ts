import {Dexie} from 'dexie';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {readMarker} from '#core/journal/marker.ts';
import {must} from '#core/lib/assert.ts';
import {releaseOrder} from '#core/orders/mutators.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {changeBusiness, createBusiness, createStorefront, removeStorefront} from '#core/storefronts/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {business, storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {databaseOf} from '../database-name.ts';
import {answered} from '../idb-transaction.ts';
import {faultOf} from '../store-faults.ts';
import {emptyDesk} from '../testing/in-process.ts';
import type {Instant} from '#core/time/instant.ts';
import {ADesk, contentOf, inDatabase, now} from './testing/a-desk.ts';

const demoWish = {seed: 'kranich', orderCount: 300, now};
const patient = {tell: () => undefined, cancelled: () => false};
const firstCalls = [callOf(createBusiness, business), callOf(createStorefront, storefront)];
const remove = callOf(removeStorefront, {storefrontId: storefront.id});
const again = callOf(createStorefront, storefront);
const desks: ADesk[] = [];

function aDesk(disk?: MemoryDisk): ADesk {
  const desk = new ADesk(disk);
  desks.push(desk);
  return desk;
}

beforeEach(() => void emptyDesk());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.quit();
});

/** A shop of one's own in which everything is saved. */
async function savedShop(disk: MemoryDisk, ...calls: readonly Call[]): Promise<string> {
  const desk = aDesk(disk);
  await desk.shops.begin(now);
  await desk.save(...firstCalls, ...calls);
  await desk.quit();
  return contentOf('own');
}

/** Opens the shop at the next start; what was recovered, or the fault. */
async function nextStart(disk: MemoryDisk, kind: 'own' | 'demo' = 'own') {
  const desk = aDesk(disk);
  const opened = await desk.shops.open(kind);
  await desk.quit();
  return {desk, told: opened.ok ? opened.value.recovered : opened.fault.code};
}

/** Puts a database of IndexedDB back to what it was. */
async function copyOf(kind: 'own' | 'demo') {
  const records = await inDatabase(kind, 'readonly', async (transaction) => {
    const all: [string, IDBValidKey, unknown, boolean][] = [];
    for (const name of transaction.objectStoreNames) {
      const store = transaction.objectStore(name);
      const [keys, values] = [await answered(store.getAllKeys()), await answered<unknown[]>(store.getAll())];
      for (const [at, key] of keys.entries()) all.push([name, key, values[at], store.keyPath === null]);
    }
    return all;
  });
  return {
    putBack: () =>
      inDatabase(kind, 'readwrite', async (transaction) => {
        for (const name of transaction.objectStoreNames) transaction.objectStore(name).clear();
        for (const [name, key, value, isKeyed] of records) {
          await answered(transaction.objectStore(name).put(value, isKeyed ? key : undefined));
        }
      }),
  };
}

async function paidOrder({shops}: ADesk): Promise<OrderId> {
  const {store} = must(shops.current, 'an open shop');
  const {added} = await store.looseRows('orders');
  const paid = added.find(({status}) => status === 'paid');
  return must(paid, 'a paid order').id as OrderId;
}

const whole = {damaged: 0, refused: 0, aside: 0, lost: 0};

test('a store that is gone is built anew from the journal, equal to the last byte, as a new incarnation', async () => {
  const disk = new MemoryDisk();
  const before = await savedShop(disk, remove, again);
  const first = await readMarker(disk, 'own');
  emptyDesk();
  const listed = await aDesk(disk).shops.list();
  const {desk, told} = await nextStart(disk);
  const renewed = await readMarker(disk, 'own');
  const incarnation = await inDatabase('own', 'readonly', (transaction) =>
    answered<unknown>(transaction.objectStore('meta').get('incarnation')),
  );
  expect({
    listed,
    told,
    same: (await contentOf('own')) === before,
    isNew: renewed?.incarnation !== first?.incarnation && renewed?.incarnation === incarnation,
    bugs: desk.bugs,
  }).toEqual({
    listed: [{kind: 'own', madeAt: now, whole: true}],
    told: {why: 'lost', replayed: 4, ...whole},
    same: true,
    isNew: true,
    bugs: [],
  });
});

test('without a journal the same loss loses everything: this is what the journal is for', async () => {
  const desk = aDesk();
  await desk.shops.begin(now);
  await desk.do(...firstCalls);
  await desk.quit();
  emptyDesk();
  const next = aDesk();
  expect([await next.shops.list(), (await next.shops.open('own')).ok]).toEqual([[], false]);
});

test('a demo shop is invented again, and what was done in it is done again', async () => {
  const disk = new MemoryDisk();
  const desk = aDesk(disk);
  await desk.shops.makeDemo(demoWish, patient);
  await desk.save(callOf(releaseOrder, {orderId: await paidOrder(desk)}));
  await desk.quit();
  emptyDesk();
  const {told, desk: next} = await nextStart(disk, 'demo');
  expect({told, parts: [...new Set(next.steps.map(({part}) => part))], bugs: next.bugs}).toEqual({
    told: {why: 'lost', replayed: 1, ...whole},
    parts: ['snapshot', 'demo', 'journal'],
    bugs: [],
  });
});

test('an old copy of the store is brought up to the journal', async () => {
  const disk = new MemoryDisk();
  const desk = aDesk(disk);
  await desk.shops.begin(now);
  await desk.save(...firstCalls);
  await desk.quit();
  const old = await copyOf('own');
  const {desk: later} = {desk: aDesk(disk)};
  await later.shops.open('own');
  await later.save(remove);
  await later.save(again);
  await later.quit();
  const before = await contentOf('own');
  await old.putBack();
  const {told} = await nextStart(disk);
  expect({told, same: (await contentOf('own')) === before}).toEqual({
    told: {why: 'behind', replayed: 2, ...whole},
    same: true,
  });
});

test('an old copy that went on by itself is set aside and replaced by what this desk has saved', async () => {
  const disk = new MemoryDisk();
  await savedShop(disk);
  const old = await copyOf('own');
  const desk = aDesk(disk);
  await desk.shops.open('own');
  await desk.save(remove);
  await desk.quit();
  const before = await contentOf('own');
  await old.putBack();
  const stray = aDesk();
  await stray.shops.open('own');
  await stray.do(callOf(changeBusiness, {...business, name: 'Somewhere else'}));
  await stray.quit();
  const {told} = await nextStart(disk);
  const [found] = await disk.list('own/found');
  const lines = new TextDecoder().decode(await disk.read(must(found, 'a file of what was found').path)).trim();
  expect({told, same: (await contentOf('own')) === before, aside: lines.split('\n').length}).toEqual({
    told: {why: 'parted', replayed: 3, ...whole, aside: 3},
    same: true,
    aside: 3,
  });
});

test('a store of another desk is not taken for ours', async () => {
  const [disk, other] = [new MemoryDisk(), new MemoryDisk()];
  const before = await savedShop(disk, remove);
  emptyDesk();
  await savedShop(other);
  const {told} = await nextStart(disk);
  expect({told, same: (await contentOf('own')) === before}).toEqual({
    told: {why: 'copied', replayed: 3, ...whole, aside: 2},
    same: true,
  });
});

test('what was stored and not yet journalled when the process was killed is journalled at the next start', async () => {
  const disk = new MemoryDisk();
  const desk = aDesk(disk);
  await desk.shops.begin(now);
  await desk.save(...firstCalls);
  const held = disk.holdAt(disk.calls + 1);
  await desk.do(remove);
  await held;
  const left = disk.crash(0);
  await desk.quit();
  const first = await nextStart(left);
  const before = await contentOf('own');
  emptyDesk();
  const second = await nextStart(left);
  expect([first.told, second.told, (await contentOf('own')) === before]).toEqual([
    undefined,
    {why: 'lost', replayed: 3, ...whole},
    true,
  ]);
});

test('killed while it is built anew, it is built anew at the next start', async () => {
  const disk = new MemoryDisk();
  const before = await savedShop(disk, remove, again);
  const ended: boolean[] = [];
  const whys = new Set<unknown>();
  let lying = disk;
  for (let call = 1; call <= 16; call += 1) {
    emptyDesk();
    const held = lying.holdAt(lying.calls + call);
    const interrupted = aDesk(lying).shops.open('own');
    await Promise.race([held, interrupted.catch(() => undefined)]);
    lying = lying.crash(0);
    const {told} = await nextStart(lying);
    whys.add(typeof told === 'object' ? told.why : told);
    ended.push((await contentOf('own')) === before);
  }
  // Where the call was none that writes, the first of the two came to its end.
  expect({whys, ended: new Set(ended)}).toEqual({whys: new Set(['lost', undefined]), ended: new Set([true])});
});

test('a shop from before there was a journal is taken in: not called safe until its first snapshot, and safe from then on', async () => {
  const older = aDesk();
  await older.shops.makeDemo(demoWish, patient);
  await older.quit();
  const disk = new MemoryDisk();
  const desk = aDesk(disk);
  await desk.shops.open('demo');
  const first = desk.state;
  await vi.waitUntil(() => desk.state?.secured === true, 20_000);
  await desk.save(callOf(releaseOrder, {orderId: await paidOrder(desk)}));
  await desk.quit();
  const before = await contentOf('demo');
  emptyDesk();
  const {told} = await nextStart(disk, 'demo');
  expect({first, told, same: (await contentOf('demo')) === before}).toEqual({
    first: {savedN: 0, secured: false},
    told: {why: 'lost', snapshotAt: now, replayed: 1, ...whole},
    same: true,
  });
});

test('a store that is found to be unreadable in the middle of work is built anew at the next start', async () => {
  const disk = new MemoryDisk();
  const before = await savedShop(disk, remove, again);
  const desk = aDesk(disk);
  await desk.shops.open('own');
  await desk.shops.met(new DOMException('Seek failure, unable to continue', 'UnknownError'));
  const {told} = await nextStart(disk);
  const {told: later} = await nextStart(disk);
  expect([desk.isUnreadable, told, later, (await contentOf('own')) === before]).toEqual([
    true,
    {why: 'unreadable', replayed: 4, ...whole},
    undefined,
    true,
  ]);
});

test('what cannot be built anew is not deleted for that', async () => {
  const older = aDesk();
  await older.shops.makeDemo(demoWish, patient);
  await older.quit();
  const before = await contentOf('demo');
  const disk = new MemoryDisk();
  const desk = aDesk(disk);
  await desk.shops.open('demo');
  await desk.shops.met(new DOMException('Seek failure, unable to continue', 'UnknownError'));
  const {told} = await nextStart(disk, 'demo');
  expect([told, (await contentOf('demo')) === before]).toEqual(['store.not_recoverable', true]);
});

test('a newest snapshot that is damaged costs time and nothing else', async () => {
  const disk = new MemoryDisk();
  const desk = aDesk(disk);
  await desk.shops.begin(now);
  await desk.save(...firstCalls);
  await desk.shops.current?.safety?.takeSnapshot();
  await desk.save(remove);
  desk.now = (now + 86_400_000) as Instant;
  await desk.shops.current?.safety?.takeSnapshot();
  await desk.save(again);
  await desk.quit();
  const before = await contentOf('own');
  const newest = must(
    disk.paths().findLast((path) => path.endsWith('.tws')),
    'a snapshot',
  );
  const {length} = must(await disk.read(newest), 'its bytes');
  for (let at = 0; at < length; at += 10) disk.flip(newest, at);
  emptyDesk();
  const {told} = await nextStart(disk);
  expect({told, same: (await contentOf('own')) === before}).toEqual({
    told: {why: 'lost', snapshotAt: now, replayed: 2, ...whole, damaged: 1},
    same: true,
  });
});

test('an older Tradewind leaves a newer store alone and says so', async () => {
  const disk = new MemoryDisk();
  await savedShop(disk);
  const paths = disk.paths();
  const factory = must(Dexie.dependencies.indexedDB, 'a desk with databases');
  (await answered(factory.open(databaseOf('own'), 9_990))).close();
  const opened = await aDesk(disk)
    .shops.open('own')
    .catch((error: unknown) => faultOf(error)?.code);
  const version = await inDatabase('own', 'readonly', async (transaction) => transaction.db.version);
  expect([opened, version, disk.paths()]).toEqual(['store.newer', 9_990, paths]);
});

test('a shop that is deleted is gone, journal and all, however far its deletion came', async () => {
  const disk = new MemoryDisk();
  const desk = aDesk(disk);
  await desk.shops.makeDemo(demoWish, patient);
  await desk.shops.delete('demo');
  const left = await disk.list('demo');
  await desk.shops.makeDemo(demoWish, patient);
  const held = disk.holdAt(disk.calls + 6);
  void desk.shops.delete('demo').catch(() => undefined);
  await held;
  const after = disk.crash(0);
  const next = aDesk(after);
  expect([left, await next.shops.list(), (await next.shops.open('demo')).ok]).toEqual([[], [], false]);
});

test('an order that was released stays released through three losses in a row', async () => {
  const disk = new MemoryDisk();
  const desk = aDesk(disk);
  await desk.shops.makeDemo(demoWish, patient);
  const orderId = await paidOrder(desk);
  await desk.save(callOf(releaseOrder, {orderId}));
  await desk.quit();
  const statuses: unknown[] = [];
  for (let loss = 0; loss < 3; loss += 1) {
    emptyDesk();
    const next = aDesk(disk);
    await next.shops.open('demo');
    const order = await next.shops.current?.store.read((tx) => tx.get('orders', orderId));
    statuses.push(order?.status);
    await next.quit();
  }
  expect(statuses).toEqual(['released', 'released', 'released']);
});
