import {expect, test} from 'vitest';
import {type Position, beginning, entryOf} from '../journal/entry.ts';
import {Journal} from '../journal/journal.ts';
import {monday} from '../testing/given.ts';
import {MemoryDisk} from '../testing/memory-disk.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {type SavedState, Saver} from './saver.ts';
import type {ReadTx} from './store.ts';

const folder = 'own/journal';

/** Counts how often it is looked into. */
class WatchedStore extends MemoryStore {
  reads = 0;

  override read<T>(body: (tx: ReadTx) => Promise<T>): Promise<T> {
    this.reads += 1;
    return super.read(body);
  }
}

async function given() {
  const [store, disk] = [new WatchedStore(), new MemoryDisk()];
  const told: SavedState[] = [];
  const waits: {readonly ms: number; readonly work: () => void}[] = [];
  const bugs: unknown[] = [];
  const journal = await Journal.begin(disk, folder, beginning);
  const saver = new Saver({
    store,
    journal,
    tell: (state) => told.push(state),
    later: (ms, work) => waits.push({ms, work}),
    report: (error) => bugs.push(error),
  });
  let head: Position = beginning;
  const append = async (count: number) => {
    const entries = Array.from({length: count}, () => {
      const entry = entryOf(head, {n: head.n + 1, name: 'a', version: 1, args: {}, at: monday});
      head = {n: entry.n, hash: entry.hash};
      return entry;
    });
    await store.write(async (tx) => {
      for (const entry of entries) await tx.append(entry);
    });
    return entries;
  };
  return {store, disk, saver, told, waits, bugs, append, journal};
}

/** Lets everything run that waits for no disk and no clock. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('a disk that takes nothing is tried again after twice the time, up to half a minute, and from the start once it does', async () => {
  const {disk, saver, waits, append} = await given();
  const first = await append(1);
  disk.failAt(disk.calls + 1, 'full');
  saver.committed(first);
  await settled();
  for (let at = 0; at < 8; at += 1) {
    disk.failAt(disk.calls + 1, 'full');
    waits.at(-1)?.work();
    await settled();
  }
  waits.at(-1)?.work();
  await saver.saved(1);
  await settled();
  const second = await append(1);
  disk.failAt(disk.calls + 1, 'busy');
  saver.committed(second);
  await settled();
  expect([waits.map(({ms}) => ms), saver.state]).toEqual([
    [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 500],
    {savedN: 1, blocked: 'busy'},
  ]);
});

test('a disk that is gone is not tried again, and neither is one of a shop that is closed', async () => {
  const gone = await given();
  gone.disk.close();
  gone.saver.committed(await gone.append(1));
  await settled();
  const closed = await given();
  closed.disk.failAt(closed.disk.calls + 1, 'full');
  closed.saver.committed(await closed.append(1));
  await closed.saver.close();
  expect([
    gone.saver.state,
    gone.waits.length,
    closed.saver.state,
    closed.waits.length,
    [...gone.bugs, ...closed.bugs],
  ]).toEqual([{savedN: 0, blocked: 'closed'}, 0, {savedN: 0, blocked: 'full'}, 0, []]);
});

test('closing waits for what is being written, and nothing is written after it', async () => {
  const {saver, journal, append, told} = await given();
  saver.committed(await append(2));
  await saver.close();
  const atClose = journal.position.n;
  saver.committed(await append(1));
  await settled();
  expect([atClose, journal.position.n, told]).toEqual([2, 2, [{savedN: 2}]]);
});

test('whoever waits for a number hears when it is saved, and at once where it is already', async () => {
  const {saver, append} = await given();
  const heard: number[] = [];
  const wait = (n: number): Promise<unknown> => saver.saved(n).then(() => heard.push(n));
  const waiting = [3, 1, 2, 2].map(wait);
  saver.committed(await append(2));
  await settled();
  const behind = heard.toSorted((a, b) => a - b);
  await wait(2);
  saver.committed(await append(1));
  await Promise.all(waiting);
  expect({behind, all: heard.toSorted((a, b) => a - b)}).toEqual({behind: [1, 2, 2], all: [1, 2, 2, 2, 3]});
});

test('the outbox is read in parts, and only where something may stand in it that was not handed over', async () => {
  const {store, saver, journal, append} = await given();
  await append(501);
  saver.committed();
  await saver.saved(501);
  await settled();
  const afterMany = store.reads;
  saver.committed(await append(3));
  await saver.saved(504);
  const handedOver = store.reads - afterMany;
  await append(2);
  saver.committed(await append(1));
  await saver.saved(507);
  await settled();
  expect([afterMany, handedOver, store.reads - afterMany, journal.position.n]).toEqual([3, 0, 1, 507]);
});

test('an error of the store that is none of the disk is reported as a bug, and the next change is saved all the same', async () => {
  const {store, saver, bugs, append, waits} = await given();
  await append(1);
  const {read} = store;
  store.read = () => Promise.reject(new Error('no store'));
  saver.committed();
  await settled();
  store.read = read;
  await append(1);
  saver.committed();
  await saver.saved(2);
  expect([bugs.map(String), waits.length, saver.state]).toEqual([['Error: no store'], 0, {savedN: 2}]);
});

test('what is handed over piece by piece is not read from the outbox, at whatever moment it comes', async () => {
  const reads: number[] = [];
  for (let ticks = 0; ticks < 40; ticks += 1) {
    const {store, saver, journal, append} = await given();
    const [first, second, third] = [await append(1), await append(1), await append(1)];
    saver.committed(first);
    saver.committed(second);
    for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
    saver.committed(third);
    await settled();
    reads.push(store.reads, journal.position.n);
  }
  expect(reads).toEqual(Array.from({length: 40}, () => [0, 3]).flat());
});

test('what another window did in between is journalled in its place', async () => {
  const {store, saver, journal, append} = await given();
  const [first, second] = [await append(1), await append(1)];
  await append(1);
  const fourth = await append(1);
  // The first is being written when the others come.
  for (const entries of [first, second, fourth]) saver.committed(entries);
  await saver.saved(4);
  expect([journal.position, store.reads]).toEqual([{n: 4, hash: fourth[0]?.hash}, 1]);
});
