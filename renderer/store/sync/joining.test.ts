import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {FromWorker} from '#core/calls.ts';
import {must} from '#core/lib/assert.ts';
import type {Order} from '#core/orders/schema.ts';
import {createBusiness} from '#core/storefronts/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {business} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {MemoryLocks} from '../safety/testing/memory-locks.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {readJoinCode, writeJoinCode} from './join-code.ts';
import {
  Installations,
  codeAt,
  hold,
  release,
  rowsIn,
  shipTo,
  shopIdOf,
  shopOf,
  shopWithHistory,
  wish,
} from './testing/installations.ts';
import type {MasterInProcess} from './testing/master-in-process.ts';

// Two installations in one process, each with databases, a disk and locks of its own, open two shops and seal hundreds of orders.
vi.setConfig({testTimeout: 60_000});

let all: Installations;
let master: MasterInProcess;

beforeEach(() => {
  all = new Installations();
  master = all.master;
});
afterEach(() => all.close());

test('a shop is put on a master, and a second desk that joins it shows and does the same', async () => {
  emptyDesk();
  const first = all.window();
  const [paid, other] = await shopWithHistory(first);
  const begun = await first.get('sync.begin', wish);
  await first.get('data.mutate', {calls: [hold(paid)]});
  const typed = await codeAt(first);
  master.door.isHot = (row) => (row as Order).status !== 'shipped';
  emptyDesk();
  const second = all.window();
  const joined = await second.get('sync.join', {
    code: `${typed.slice(0, 30)}\n  ${typed.slice(30)} `,
    deskName: 'Bench',
  });
  await all.caughtUp(first, second);
  await second.get('data.mutate', {calls: [release(other)]});
  await all.caughtUp(second, first);
  const [one, two] = [await all.everything(first), await all.everything(second)];
  const compared = await second.get('sync.compare', null);
  const desks = await second.get('sync.desks', null);
  const buyer = await shopOf(second).vault.open(must(other, 'an order').buyer);
  expect({
    begun: begun.ok && begun.value.state,
    joined: joined.ok && joined.value.sync.state,
    rows: one[0].split('\n').length,
    isSame: new Set([...one, ...two]).size,
    compared: compared.ok && compared.value.tables.every(({isSame}) => isSame),
    desks: desks.ok && desks.value.map(({name, isThis, revoked}) => [name, isThis, revoked]),
    buyer,
    bugs: all.bugs,
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
  const first = all.window();
  const [paid] = await shopWithHistory(first);
  master.door.fails = {path: '/genesis', times: 1};
  const begun = await first.get('sync.begin', wish);
  await first.get('data.mutate', {calls: [hold(paid)]});
  await all.caughtUp(first);
  const [own, theirs] = await all.everything(first);
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
  const first = all.window(disk, locks);
  const [paid] = await shopWithHistory(first);
  master.door.fails = {path: '/genesis', times: 1_000};
  await first.get('sync.begin', wish);
  await first.get('data.mutate', {calls: [hold(paid)]});
  await first.close();
  master.door.fails = {path: '', times: 0};
  const next = all.window(disk, locks);
  await next.get('shops.open', {kind: 'own'});
  await all.caughtUp(next);
  const [own, theirs] = await all.everything(next);
  expect([own === theirs, own.split('\n').length, next.worker.bugs]).toEqual([true, 305, []]);
});

test.each([
  ['as soon as they come', true],
  ['when the master has dropped their list', false],
])('a desk is worked with before its older orders are here, and finds one that it met %s', async (_, asTheyCome) => {
  emptyDesk();
  const first = all.window();
  const [paid] = await shopWithHistory(first);
  await first.get('sync.begin', wish);
  const typed = await codeAt(first);
  master.door.isHot = (row) => (row as Order).status !== 'shipped';
  emptyDesk();
  const [disk, locks] = [new MemoryDisk(), new MemoryLocks()];
  const second = all.window(disk, locks);
  const began = master.asked.length;
  // The hot chunks come, and then nothing more.
  master.door.lastsFor = 4;
  await second.get('sync.join', {code: typed, deskName: 'Bench'});
  const [done] = await second.get('data.mutate', {calls: [release(paid)]});
  const early = await second.get('sync.look', null);
  await second.close();
  master.door.lastsFor = Infinity;
  if (!asTheyCome) master.door.dropSnapshots();
  const again = all.window(disk, locks);
  await again.get('shops.open', {kind: 'own'});
  await all.caughtUp(again);
  const [own, theirs] = await all.everything(again);
  const asked = master.asked.slice(began).filter((path) => path.includes('/snapshot/'));
  expect({
    done: done?.ok,
    early: early.state === 'joined' && early.pending === 1 && early.joining !== undefined,
    isSame: own === theirs,
    // No chunk that was kept is asked for twice, unless it begins anew; the next four are always on their way.
    askedTwice: asked.length - new Set(asked).size <= (asTheyCome ? 4 : 12),
    bugs: again.worker.bugs,
  }).toEqual({done: true, early: true, isSame: true, askedTwice: true, bugs: []});
});

test('nothing is told to a master that is not the one the code was made by', async () => {
  emptyDesk();
  const first = all.window();
  await first.get('shops.begin', null);
  await first.get('sync.begin', wish);
  const read = readJoinCode(await codeAt(first));
  const forged = read.ok ? writeJoinCode({...read.value, fingerprint: 'A'.repeat(22)}) : '';
  emptyDesk();
  const second = all.window();
  const before = master.asked.length;
  const joined = await second.get('sync.join', {code: forged, deskName: 'Bench'});
  expect([joined.ok ? '' : joined.fault.code, master.asked.slice(before)]).toEqual([
    'sync.other_master',
    ['GET /v1/hello'],
  ]);
});

test('a code lets one desk in, and not where another shop of one’s own stands', async () => {
  emptyDesk();
  const first = all.window();
  await first.get('shops.begin', null);
  const wrong = await first.get('sync.begin', {...wish, setupCode: 'guessed'});
  await first.get('sync.begin', wish);
  const twice = await first.get('sync.begin', wish);
  const typed = await codeAt(first);
  emptyDesk();
  const second = all.window();
  await second.get('sync.join', {code: typed, deskName: 'Bench'});
  const own = await second.get('sync.join', {code: typed, deskName: 'Bench'});
  emptyDesk();
  const third = all.window();
  const used = await third.get('sync.join', {code: typed, deskName: 'Office'});
  const broken = await third.get('sync.join', {code: typed.slice(0, 40), deskName: 'Office'});
  await third.get('shops.begin', null);
  const alone = await third.get('sync.code', {minutes: 10});
  const codes = [wrong, twice, own, used, broken, alone].map((answer) => (answer.ok ? 'ok' : answer.fault.code));
  expect([codes, all.bugs]).toEqual([
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
  const first = all.window();
  await first.get('shops.begin', null);
  await first.get('sync.begin', wish);
  const typed = await codeAt(first);
  emptyDesk();
  const second = all.window();
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
  const first = all.window();
  const [paid, other, third] = await shopWithHistory(first);
  await first.get('sync.begin', wish);
  const id = await shopIdOf(first);
  const copied = await rowsIn(must(master.store.rowsOf(id), 'the shop at the master'));
  await first.get('data.mutate', {calls: [hold(paid), release(other)]});
  await all.caughtUp(first);

  await master.store.begin(id, copied, {hash: 'E'.repeat(43), epoch: 2});
  await first.get('data.mutate', {calls: [hold(third)]});
  await first.call('sync.now', null);
  await vi.waitUntil(async () => (await master.store.head(id))?.seq === 3, 15_000);
  await all.caughtUp(first);
  const [own, theirs] = await all.everything(first);
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
  const first = all.window();
  await shopWithHistory(first);
  await first.get('sync.begin', wish);
  const typed = await codeAt(first);
  emptyDesk();
  const second = all.window();
  let isCancelled = false;
  second.worker.port.addEventListener('message', ({data}: MessageEvent<FromWorker>) => {
    if (isCancelled || !('told' in data) || data.told !== 'syncWork' || !data.what?.done) return;
    isCancelled = true;
    void second.call('sync.cancel', null);
  });
  const cancelled = await second.call('sync.join', {code: typed, deskName: 'Bench'});
  const shops = await second.get('shops.list', null);
  const joined = await second.get('sync.join', {code: typed, deskName: 'Bench'});
  await all.caughtUp(second);
  const desks = await first.get('sync.desks', null);
  const names = desks.ok ? desks.value.map(({name}) => name) : [];
  const [own, theirs] = await all.everything(second);
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
  const first = all.window();
  await shopWithHistory(first);
  await first.get('sync.begin', wish);
  const typed = await codeAt(first);
  emptyDesk();
  const second = all.window();
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
  const first = all.window(disk, locks);
  const [paid, other] = await shopWithHistory(first);
  const second = all.window(disk, locks);
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
  await all.caughtUp(first);
  const [own, theirs] = await all.everything(first);
  expect({
    refused: refused.ok ? '' : refused.fault.code,
    closed,
    guesses,
    isSame: own === theirs,
    held: own.includes('"status":"held"'),
    bugs: all.bugs,
  }).toEqual({refused: 'store.other_window', closed: true, guesses: [[other?.id]], isSame: true, held: true, bugs: []});
});
