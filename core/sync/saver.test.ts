import {expect, test, vi} from 'vitest';
import {beginning, valueOf} from '../journal/entry.ts';
import {Journal} from '../journal/journal.ts';
import {releaseOrder} from '../orders/mutators.ts';
import {registry} from '../registry.ts';
import {givenOrder, monday} from '../testing/given.ts';
import {MemoryDisk} from '../testing/memory-disk.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {callOf} from './define.ts';
import {Replica, journalledOf} from './replica.ts';
import {Saver, type SavedState} from './saver.ts';
import type {ReadTx} from './store.ts';

const folder = 'own/journal';
const ordersMax = 600;

/** Counts how often somebody looks into it. */
class WatchedStore extends MemoryStore {
  reads = 0;

  override read<T>(body: (tx: ReadTx) => Promise<T>): Promise<T> {
    this.reads += 1;
    return super.read(body);
  }
}

async function given() {
  const store = new WatchedStore();
  await store.write(async (tx) => {
    for (let at = 0; at < ordersMax; at += 1) await tx.put('orders', givenOrder(String(at)));
  });
  const disk = new MemoryDisk();
  const told: SavedState[] = [];
  const waits: (() => void)[] = [];
  const bugs: unknown[] = [];
  const saver = new Saver({
    store,
    journal: await Journal.begin(disk, folder, beginning),
    tell: (state) => told.push(state),
    later: (_ms, work) => waits.push(work),
    report: (error) => bugs.push(error),
  });
  const replica = new Replica(store, registry.mutators);
  const release = (from: number, count: number) =>
    Array.from({length: count}, (_, at) => callOf(releaseOrder, {orderId: givenOrder(String(from + at)).id}));
  return {
    store,
    disk,
    saver,
    told,
    bugs,
    /** Commits as this window does. */
    work: (from: number, count: number) =>
      replica.mutate(release(from, count), {at: monday}, ({entries}) => saver.committed(entries)),
    /** Commits as another window does, which only says so. */
    workElsewhere: (from: number, count: number) => replica.mutate(release(from, count), {at: monday}, () => undefined),
    wakeUp: () => waits.splice(0).forEach((work) => work()),
  };
}

async function journalled(disk: MemoryDisk): Promise<readonly unknown[]> {
  const found = await Journal.find(disk, folder);
  const values: unknown[] = [];
  if (found) for await (const entry of found.journal.entries(0)) values.push(valueOf(entry));
  return values;
}

async function outboxOf(store: MemoryStore): Promise<readonly unknown[]> {
  return (await store.read((tx) => tx.outbox(0, ordersMax))).map(journalledOf);
}

test('what was committed is in the journal, as the outbox has it', async () => {
  const {store, disk, saver, work, told} = await given();
  await work(0, 600);
  await saver.saved(600);
  expect({same: await journalled(disk), last: told.at(-1)}).toEqual({same: await outboxOf(store), last: {savedN: 600}});
});

test('what this window committed is journalled as it was handed over, and not read from the store again', async () => {
  const {disk, saver, store, work} = await given();
  for (const from of [0, 200, 400]) await work(from, 200);
  await saver.saved(600);
  expect({reads: store.reads, journalled: (await journalled(disk)).length}).toEqual({reads: 0, journalled: 600});
});

test('what another window committed in between is read from the outbox', async () => {
  const {store, disk, saver, work, workElsewhere, bugs} = await given();
  await work(0, 1);
  await workElsewhere(1, 300);
  await work(301, 1);
  await saver.saved(302);
  expect({same: await journalled(disk), bugs}).toEqual({same: await outboxOf(store), bugs: []});
});

test('what was committed and not journalled when the process was killed is journalled at the next start', async () => {
  const {store, disk, saver, workElsewhere} = await given();
  await workElsewhere(0, 3);
  saver.committed();
  await saver.saved(3);
  expect(await journalled(disk)).toEqual(await outboxOf(store));
});

test('while the disk takes nothing it says so and promises nothing; once it does, everything is there', async () => {
  const {store, disk, saver, work, told, wakeUp, bugs} = await given();
  for (let call = 1; call <= 3; call += 1) disk.failAt(disk.calls + call, 'full');
  let isSaved = false;
  void saver.saved(1).then(() => (isSaved = true));
  await work(0, 2);
  await vi.waitUntil(() => saver.state.blocked === 'full', 10_000);
  const whileBlocked = {isSaved, state: saver.state};
  for (let at = 0; at < 4; at += 1) {
    wakeUp();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await saver.saved(2);
  expect({whileBlocked, after: told.at(-1), same: await journalled(disk), bugs}).toEqual({
    whileBlocked: {isSaved: false, state: {savedN: 0, blocked: 'full'}},
    after: {savedN: 2},
    same: await outboxOf(store),
    bugs: [],
  });
});

test('it never says of a change that it is saved before the disk has it', async () => {
  const {disk, saver, work, told} = await given();
  const held = disk.holdAt(disk.calls + 1);
  await work(0, 5);
  await held;
  const said = {told: [...told], savedN: saver.state.savedN};
  const next = await Journal.find(disk.crash(0), folder);
  expect({...said, found: next?.journal.position.n}).toEqual({told: [], savedN: 0, found: 0});
});

test('a store whose outbox tells another story than its head is a bug, and not journalled', async () => {
  const {store, disk, saver, workElsewhere, bugs} = await given();
  await workElsewhere(0, 2);
  await store.write((tx) => tx.append({n: 3, name: 'a', version: 1, args: {}, at: monday, hash: 'x'.repeat(43)}));
  saver.committed();
  await vi.waitUntil(() => bugs.length > 0, 10_000);
  expect([String(bugs[0]).includes('the outbox tells what was committed'), await journalled(disk)]).toEqual([true, []]);
});
