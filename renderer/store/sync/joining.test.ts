import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {FromWorker} from '#core/calls.ts';
import {must} from '#core/lib/assert.ts';
import {canonical} from '#core/lib/canonical.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import {holdOrder, releaseOrder} from '#core/orders/mutators.ts';
import type {Buyer, Order, OrderId} from '#core/orders/schema.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import type {Store} from '#core/sync/store.ts';
import {packPages} from '../pages.ts';
import type {Shop} from '../shop.ts';
import {type APage, aPage} from '../storage/testing/a-page.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {MemoryLocks} from '../safety/testing/memory-locks.ts';
import {confirmedRows} from './confirmed-rows.ts';
import {readJoinCode, writeJoinCode} from './join-code.ts';
import {setupCode} from './testing/door-in-process.ts';
import {MasterInProcess, masterUrl} from './testing/master-in-process.ts';

// Two installations in one process: each has databases, a disk and locks of its own.
// Each of them opens two shops and seals hundreds of orders.
vi.setConfig({testTimeout: 60_000});

let master: MasterInProcess;
let pages: APage[];

beforeEach(() => {
  master = new MasterInProcess();
  pages = [];
});
afterEach(async () => {
  for (const page of pages) await page.close();
});

function installation(disk = new MemoryDisk(), locks = new MemoryLocks()): APage {
  const page = aPage(disk, {network: master.network, locks});
  pages.push(page);
  return page;
}

function shopOf(page: APage): Shop {
  return must(page.worker.shops.current, 'an open shop');
}

const shipTo = {name: 'Anna Müller', street: 'Teeweg 1', postalCode: '20095', city: 'Hamburg', country: 'DE'};
const wish = {url: masterUrl, setupCode, deskName: 'Front desk'};

/** A shop of 300 shipped orders in pages and three paid ones above them. */
async function shopWithHistory(page: APage): Promise<readonly Order[]> {
  await page.get('shops.begin', null);
  await page.get('data.mutate', {calls: [callOf(createBusiness, business), callOf(createStorefront, storefront)]});
  const {store, vault} = shopOf(page);
  const order = async (number: number, changes: Partial<Order>): Promise<Order> => {
    const buyer: Sealed<Buyer> = await vault.seal({shipTo: {...shipTo, name: `Buyer ${number}`}});
    return givenOrder(String(number), {buyer, ...changes});
  };
  const old = await Promise.all(Array.from({length: 300}, (_, at) => order(1_000 + at, {status: 'shipped'})));
  const opened = await Promise.all(old.map(async (row) => ({row, personal: await vault.open(row.buyer)})));
  await store.putPages('orders', await packPages('orders', 0, opened, vault));
  const open = await Promise.all([1, 2, 3].map((number) => order(number, {})));
  await store.write(async (tx) => {
    for (const row of open) await tx.put('orders', row);
  });
  return [...open, ...old];
}

const hold = (order: Order | undefined): Call => callOf(holdOrder, {orderId: order?.id as OrderId, reason: 'stock'});
const release = (order: Order | undefined): Call => callOf(releaseOrder, {orderId: order?.id as OrderId});

async function caughtUp(...desks: readonly APage[]): Promise<void> {
  for (const desk of desks) {
    await vi.waitUntil(async () => {
      const state = await desk.get('sync.look', null);
      const head = await master.store.head(await shopIdOf(desk));
      return state.state === 'joined' && state.pending === 0 && state.place.seq === head?.seq && !state.joining;
    }, 10_000);
  }
}

async function shopIdOf(page: APage): Promise<string> {
  return must(await shopOf(page).store.read((tx) => tx.meta('master')), 'a shop with a master').shopId;
}

/** Every row of a desk, and of the master, as text. */
async function everything(page: APage): Promise<readonly [string, string]> {
  const own: string[] = [];
  for (const table of Object.keys(tables) as TableName[]) {
    const rows = await confirmedRows(shopOf(page).store, table);
    own.push(...rows.map(({id, text}) => `${table}/${id} ${text}`));
  }
  const store = must(master.store.rowsOf(await shopIdOf(page)), 'the shop at the master');
  const theirs = (await rowsIn(store)).map(([table, row]) => `${table}/${row.id} ${canonical(row)}`);
  return [own.toSorted().join('\n'), theirs.toSorted().join('\n')];
}

async function rowsIn(store: Store): Promise<readonly (readonly [TableName, Row])[]> {
  const rows: (readonly [TableName, Row])[] = [];
  for (const table of Object.keys(tables) as TableName[]) {
    const {added} = await store.looseRows(table);
    for (const row of added) rows.push([table, row]);
  }
  return rows;
}

async function code(page: APage): Promise<string> {
  const made = await page.get('sync.code', {minutes: 10});
  return must(made.ok ? made.value.code : undefined, 'a code');
}

test('a shop is put on a master, and a second desk that joins it shows and does the same', async () => {
  emptyDesk();
  const first = installation();
  const [paid, other] = await shopWithHistory(first);
  const begun = await first.get('sync.begin', wish);
  await first.get('data.mutate', {calls: [hold(paid)]});
  const typed = await code(first);
  master.door.isHot = (row) => (row as Order).status !== 'shipped';
  emptyDesk();
  const second = installation();
  const joined = await second.get('sync.join', {
    code: `${typed.slice(0, 30)}\n  ${typed.slice(30)} `,
    deskName: 'Bench',
  });
  await caughtUp(first, second);
  await second.get('data.mutate', {calls: [release(other)]});
  await caughtUp(second, first);
  const [one, two] = [await everything(first), await everything(second)];
  const compared = await second.get('sync.compare', null);
  const desks = await second.get('sync.desks', null);
  const buyer = await shopOf(second).vault.open(must(other, 'an order').buyer);
  expect({
    begun: begun.ok && begun.value.state,
    joined: joined.ok && joined.value.state,
    rows: one[0].split('\n').length,
    isSame: new Set([...one, ...two]).size,
    compared: compared.ok && compared.value.tables.every(({isSame}) => isSame),
    desks: desks.ok && desks.value.map(({name, isThis, revoked}) => [name, isThis, revoked]),
    buyer,
    bugs: pages.flatMap(({worker}) => worker.bugs),
  }).toEqual({
    begun: 'joined',
    joined: 'joined',
    rows: 305,
    isSame: 1,
    compared: true,
    desks: [
      ['Front desk', false, false],
      ['Bench', true, false],
    ],
    buyer: {shipTo: {...shipTo, name: 'Buyer 2'}},
    bugs: [],
  });
});

test('while a shop is being sent it is worked with, and sending that breaks off goes on by itself', async () => {
  emptyDesk();
  const first = installation();
  const [paid] = await shopWithHistory(first);
  master.door.fails = {path: '/genesis', times: 1};
  const begun = await first.get('sync.begin', wish);
  await first.get('data.mutate', {calls: [hold(paid)]});
  await caughtUp(first);
  const [own, theirs] = await everything(first);
  expect([begun.ok, own === theirs, own.includes('"status":"held"'), first.worker.bugs]).toEqual([
    false,
    true,
    true,
    [],
  ]);
});

test('killed while it is sent, a shop goes on being sent at the next start', async () => {
  emptyDesk();
  const [disk, locks] = [new MemoryDisk(), new MemoryLocks()];
  const first = installation(disk, locks);
  const [paid] = await shopWithHistory(first);
  master.door.fails = {path: '/genesis', times: 1_000};
  await first.get('sync.begin', wish);
  await first.get('data.mutate', {calls: [hold(paid)]});
  await first.close();
  master.door.fails = {path: '', times: 0};
  const next = installation(disk, locks);
  await next.get('shops.open', {kind: 'own'});
  await caughtUp(next);
  const [own, theirs] = await everything(next);
  expect([own === theirs, own.split('\n').length, next.worker.bugs]).toEqual([true, 305, []]);
});

test('a desk is worked with before its older orders are here, and what met one of them finds it when it comes', async () => {
  emptyDesk();
  const first = installation();
  const [paid] = await shopWithHistory(first);
  await first.get('sync.begin', wish);
  const typed = await code(first);
  master.door.isHot = (row) => (row as Order).status !== 'shipped';
  emptyDesk();
  const [disk, locks] = [new MemoryDisk(), new MemoryLocks()];
  const second = installation(disk, locks);
  const began = master.asked.length;
  // The hot chunks come, and then nothing more.
  master.door.lastsFor = 4;
  await second.get('sync.join', {code: typed, deskName: 'Bench'});
  const [done] = await second.get('data.mutate', {calls: [release(paid)]});
  const early = await second.get('sync.look', null);
  await second.close();
  master.door.lastsFor = Infinity;
  const again = installation(disk, locks);
  await again.get('shops.open', {kind: 'own'});
  await caughtUp(again);
  const [own, theirs] = await everything(again);
  const asked = master.asked.slice(began).filter((path) => path.includes('/snapshot/'));
  expect({
    done: done?.ok,
    early: early.state === 'joined' && early.pending === 1 && early.joining !== undefined,
    isSame: own === theirs,
    // No chunk that was kept is asked for twice.
    askedTwice: asked.length - new Set(asked).size <= 4,
    bugs: again.worker.bugs,
  }).toEqual({done: true, early: true, isSame: true, askedTwice: true, bugs: []});
});

test('nothing is told to a master that is not the one the code was made by', async () => {
  emptyDesk();
  const first = installation();
  await first.get('shops.begin', null);
  await first.get('sync.begin', wish);
  const read = readJoinCode(await code(first));
  const forged = read.ok ? writeJoinCode({...read.value, fingerprint: 'A'.repeat(22)}) : '';
  emptyDesk();
  const second = installation();
  const before = master.asked.length;
  const joined = await second.get('sync.join', {code: forged, deskName: 'Bench'});
  expect([joined.ok ? '' : joined.fault.code, master.asked.slice(before)]).toEqual([
    'sync.other_master',
    ['GET /v1/hello'],
  ]);
});

test('a code lets one desk in, and not where another shop of one’s own stands', async () => {
  emptyDesk();
  const first = installation();
  await first.get('shops.begin', null);
  const wrong = await first.get('sync.begin', {...wish, setupCode: 'guessed'});
  await first.get('sync.begin', wish);
  const twice = await first.get('sync.begin', wish);
  const typed = await code(first);
  emptyDesk();
  const second = installation();
  await second.get('sync.join', {code: typed, deskName: 'Bench'});
  const own = await second.get('sync.join', {code: typed, deskName: 'Bench'});
  emptyDesk();
  const third = installation();
  const used = await third.get('sync.join', {code: typed, deskName: 'Office'});
  const broken = await third.get('sync.join', {code: typed.slice(0, 40), deskName: 'Office'});
  await third.get('shops.begin', null);
  const alone = await third.get('sync.code', {minutes: 10});
  const codes = [wrong, twice, own, used, broken, alone].map((answer) => (answer.ok ? 'ok' : answer.fault.code));
  expect([codes, pages.flatMap(({worker}) => worker.bugs)]).toEqual([
    [
      'sync.setup_refused',
      'sync.joined_already',
      'sync.shop_in_the_way',
      'sync.code_used',
      'sync.code_unreadable',
      'sync.not_joined',
    ],
    [],
  ]);
});

test('a desk that was removed says so, and works on alone', async () => {
  emptyDesk();
  const first = installation();
  await first.get('shops.begin', null);
  await first.get('sync.begin', wish);
  const typed = await code(first);
  emptyDesk();
  const second = installation();
  await second.get('sync.join', {code: typed, deskName: 'Bench'});
  const desks = await first.get('sync.desks', null);
  const replica = desks.ok ? desks.value.find(({name}) => name === 'Bench')?.replica : undefined;
  await first.get('sync.revoke', {replica: replica ?? ''});
  const asked = await second.get('sync.code', {minutes: 10});
  const [done] = await second.get('data.mutate', {calls: [callOf(createBusiness, business)]});
  expect([asked.ok ? '' : asked.fault.code, done?.ok]).toEqual(['sync.revoked', true]);
});

test('a master that was brought back from an older copy gets what it has lost from the desk that did it', async () => {
  emptyDesk();
  const first = installation();
  const [paid, other, third] = await shopWithHistory(first);
  await first.get('sync.begin', wish);
  const id = await shopIdOf(first);
  const copied = await rowsIn(must(master.store.rowsOf(id), 'the shop at the master'));
  await first.get('data.mutate', {calls: [hold(paid), release(other)]});
  await caughtUp(first);

  await master.store.begin(id, copied, {hash: 'E'.repeat(43), epoch: 2});
  await first.get('data.mutate', {calls: [hold(third)]});
  await first.call('sync.now', null);
  await vi.waitUntil(async () => (await master.store.head(id))?.seq === 3, 15_000);
  await caughtUp(first);
  const [own, theirs] = await everything(first);
  const statuses = await shopOf(first).store.read((tx) =>
    tx.getMany(
      'orders',
      [paid, other, third].map((one) => one?.id ?? ''),
    ),
  );
  expect({
    isSame: own === theirs,
    rows: own.split('\n').length,
    statuses: statuses.map((order) => order?.status),
    bugs: first.worker.bugs,
  }).toEqual({isSame: true, rows: 305, statuses: ['held', 'released', 'held'], bugs: []});
});

test('joining that is cancelled leaves no shop, and begun again with the same code it goes on as the same desk', async () => {
  emptyDesk();
  const first = installation();
  await shopWithHistory(first);
  await first.get('sync.begin', wish);
  const typed = await code(first);
  emptyDesk();
  const second = installation();
  let isCancelled = false;
  second.worker.port.addEventListener('message', ({data}: MessageEvent<FromWorker>) => {
    if (isCancelled || !('told' in data) || data.told !== 'syncWork' || !data.what?.done) return;
    isCancelled = true;
    void second.call('sync.cancel', null);
  });
  const cancelled = await second.call('sync.join', {code: typed, deskName: 'Bench'});
  const shops = await second.get('shops.list', null);
  const joined = await second.get('sync.join', {code: typed, deskName: 'Bench'});
  await caughtUp(second);
  const desks = await first.get('sync.desks', null);
  const names = desks.ok ? desks.value.map(({name}) => name) : [];
  const [own, theirs] = await everything(second);
  expect([cancelled, shops, joined.ok, new Set(names).size, own === theirs]).toEqual([
    {ok: true, value: 'cancelled'},
    [],
    true,
    2,
    true,
  ]);
});

test('a shop that is begun after a join that came to nothing is empty', async () => {
  emptyDesk();
  const first = installation();
  await shopWithHistory(first);
  await first.get('sync.begin', wish);
  const typed = await code(first);
  emptyDesk();
  const second = installation();
  master.door.lastsFor = 3;
  const joined = await second.get('sync.join', {code: typed, deskName: 'Bench'});
  await second.get('shops.begin', null);
  const {added, changed} = await shopOf(second).store.looseRows('orders');
  const meta = await shopOf(second).store.read(async (tx) => [await tx.meta('master'), await tx.meta('lines')]);
  expect([joined.ok, added.length + changed.length, meta]).toEqual([false, 0, [undefined, undefined]]);
});

test('another window lets go of the shop while it begins to live with a master, and what it does later is told to that too', async () => {
  emptyDesk();
  const [disk, locks] = [new MemoryDisk(), new MemoryLocks()];
  const first = installation(disk, locks);
  const [paid, other] = await shopWithHistory(first);
  const second = installation(disk, locks);
  await second.get('shops.open', {kind: 'own'});
  // It has looked: for this window the shop has no master.
  await second.get('data.mutate', {calls: [hold(paid)]});
  const refused = await second.get('sync.begin', wish);
  master.door.fails = {path: '/genesis', times: 2};
  await first.get('sync.begin', wish);
  const closed = second.worker.shops.current === undefined;
  await second.get('shops.open', {kind: 'own'});
  await second.get('data.mutate', {calls: [release(other)]});
  const guesses = await shopOf(second).store.read(async (tx) => {
    const rows = await tx.outbox((await tx.meta('decided'))?.n ?? 0, 10);
    return rows.map((row) => 'bytes' in row && row.before?.map(({id}) => id));
  });
  await caughtUp(first);
  const [own, theirs] = await everything(first);
  expect({
    refused: refused.ok ? '' : refused.fault.code,
    closed,
    guesses,
    isSame: own === theirs,
    held: own.includes('"status":"held"'),
    bugs: pages.flatMap(({worker}) => worker.bugs),
  }).toEqual({refused: 'store.other_window', closed: true, guesses: [[other?.id]], isSame: true, held: true, bugs: []});
});
