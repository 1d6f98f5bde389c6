import {expect, test} from 'vitest';
import {beginning, entryOf} from '../journal/entry.ts';
import {monday, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {digestOf} from './group.ts';
import {JustAppended} from './just-appended.ts';
import {PendingIndex} from './pending-index.ts';
import type {OutboxRow} from './store.ts';
import {type Touched, touchedBy} from './touched.ts';

const place = {epoch: 1, seq: 4, hash: digestOf('here')};

const became = (id: string) => ({id, set: {name: `of ${id}`}});

/** Mutation `n`, which has written some storefronts and looked at some rows or tables. */
function row(n: number, writes: readonly string[], reads: readonly string[] = []): OutboxRow {
  const mutation = {n, name: 'orders.release', version: 1, args: {}, at: monday};
  const before = writes.map(
    (id) => ({table: 'storefronts', id, row: {...storefront, id}, became: became(id)}) as const,
  );
  return {...entryOf({...beginning, n: n - 1}, mutation), before, reads};
}

const touched = (n: number, writes: readonly string[], reads: readonly string[] = []): Touched => ({
  n,
  hash: undefined,
  reads,
  writes: writes.map((id) => `storefronts/${id}`),
  became: new Map(),
});

/** An index of what waits in a store. */
async function given(...rows: readonly OutboxRow[]) {
  const store = new MemoryStore();
  const append = (...more: readonly OutboxRow[]): Promise<void> =>
    store.write(async (tx) => {
      for (const one of more) await tx.append(one);
    });
  await append(...rows);
  const index = new PendingIndex();
  const catchUp = (at = place, decidedN = 0): Promise<void> => store.read((tx) => index.catchUp(tx, at, decidedN));
  await catchUp();
  return {store, index, append, catchUp};
}

const closureOf = (
  index: PendingIndex,
  names: readonly string[],
  {from = [], behind = 0}: {readonly from?: readonly number[]; readonly behind?: number} = {},
) => [...index.closure(names, from, behind)].toSorted((a, b) => a - b);

test('what waits tells what it has looked at and written, and what became of it; older rows tell nothing', () => {
  const older = {n: 4, name: 'orders.release', version: 1, args: {}, at: monday};
  const one = row(3, ['A'], ['orders/1']);
  const [appended, made] = [entryOf(beginning, older), [{table: 'storefronts' as const, id: 'A', row: storefront}]];
  const all = [one, older, appended, {...appended, before: made}];
  expect(all.map(touchedBy)).toEqual([
    {
      n: 3,
      hash: one.hash,
      reads: ['orders/1'],
      writes: ['storefronts/A'],
      became: new Map([['storefronts/A', became('A')]]),
    },
    {n: 4, hash: undefined, reads: [], writes: [], became: new Map()},
    {n: 1, hash: appended.hash, reads: [], writes: [], became: new Map()},
    {n: 1, hash: appended.hash, reads: [], writes: ['storefronts/A'], became: new Map()},
  ]);
});

test('a changed row concerns those that looked at it or wrote it, and those that depend on what these write', async () => {
  const {index} = await given(
    row(1, ['A'], ['storefronts/A']),
    row(2, ['B'], ['storefronts/A']),
    row(3, ['C'], ['storefronts/B']),
    row(4, ['D'], ['orders/1']),
    row(5, ['E'], ['orders']),
    row(6, ['F'], ['storefronts/E', 'orders/1']),
    row(7, [], ['rateDays']),
  );
  expect([
    closureOf(index, ['storefronts/A']),
    closureOf(index, ['storefronts/B']),
    closureOf(index, ['storefronts/C']),
    closureOf(index, ['orders/1']),
    closureOf(index, ['orders/2', 'orders/3']),
    closureOf(index, ['rateDays/1']),
    closureOf(index, ['storefronts/F', 'storefronts/C']),
    closureOf(index, ['buyers/1']),
    closureOf(index, []),
    closureOf(index, [], {from: [2]}),
    closureOf(index, ['storefronts/A'], {behind: 1}),
    closureOf(index, ['storefronts/A'], {from: [1, 4], behind: 1}),
  ]).toEqual([[1, 2, 3], [2, 3], [3], [4, 5, 6], [5, 6], [7], [3, 6], [], [], [2, 3], [2, 3], [2, 3, 4]]);
});

test('it knows who wrote a row first behind a number, and what was written up to one', async () => {
  const {index} = await given(row(1, ['A']), row(2, ['B', 'C']), row(4, ['A']));
  const first = (name: string, behind: number): number | undefined => index.firstWriter(`storefronts/${name}`, behind);
  expect([
    [first('A', 0), first('A', 1), first('A', 4), first('C', 0), first('D', 0)],
    [0, 1, 3, 4].map((n) => [...index.writtenUpTo(n)]),
    [0, 2, 4].map((n) => index.behind(n)),
    [index.hashAt(2), index.hashAt(3)],
  ]).toEqual([
    [1, 4, undefined, 2, undefined],
    [
      [],
      ['storefronts/A'],
      ['storefronts/A', 'storefronts/B', 'storefronts/C'],
      ['storefronts/A', 'storefronts/B', 'storefronts/C'],
    ],
    [[1, 2, 4], [4], []],
    [row(2, []).hash, undefined],
  ]);
});

test('one that comes out otherwise is bound to those behind it that touch what it writes, or write what it looks at', async () => {
  const {index} = await given(
    row(1, ['A'], ['storefronts/B']),
    row(2, ['B']),
    row(3, ['C'], ['storefronts/A']),
    row(4, [], ['storefronts']),
  );
  const bound = (one: Touched): readonly number[] => [...new Set(index.boundBehind(one))].toSorted((a, b) => a - b);
  expect([
    bound(touched(1, ['B'])),
    bound(touched(0, ['A'])),
    bound(touched(1, [], ['storefronts/B'])),
    bound(touched(1, [], ['storefronts'])),
    bound(touched(2, [], ['storefronts/B'])),
    bound(touched(4, ['A', 'B'])),
    bound(touched(1, [], ['orders/1'])),
  ]).toEqual([[2, 4], [1, 3, 4], [2], [2, 3], [], [], []]);
});

test('what is decided is forgotten, and what ran again is known by what it touches now', async () => {
  const {index, append, catchUp} = await given(row(1, ['A']), row(2, ['B']), row(3, ['C'], ['storefronts/A']));
  const next = {...place, seq: 5};
  index.moved(next, 1, [touched(3, ['D'], ['storefronts/B'])]);
  await append(row(4, ['E']));
  await catchUp(next, 1);
  expect([
    index.behind(0),
    ['A', 'B', 'C', 'D', 'E'].map((id) => closureOf(index, [`storefronts/${id}`])),
    ['A', 'B', 'C', 'D'].map((id) => index.firstWriter(`storefronts/${id}`, 0)),
  ]).toEqual([
    [2, 3, 4],
    [[], [2, 3], [], [3], [4]],
    [undefined, 2, undefined, 3],
  ]);
});

test('an index of another place is made anew, one of this place reads only what is new', async () => {
  const {index, store, append, catchUp} = await given(row(1, ['A']));
  const read: number[] = [];
  const watched = (at: typeof place, decidedN: number): Promise<void> =>
    store.read((tx) =>
      index.catchUp(
        {
          ...tx,
          outbox: async (after, limit) => {
            const rows = await tx.outbox(after, limit);
            read.push(...rows.map(({n}) => n));
            return rows;
          },
        },
        at,
        decidedN,
      ),
    );
  const seen: unknown[] = [];
  const look = (): unknown => seen.push([read.splice(0), index.behind(0)]);
  await append(row(2, ['B']));
  await watched(place, 0);
  look();
  for (const other of [
    {...place, seq: 5},
    {...place, seq: 5, epoch: 2},
    {...place, seq: 5, epoch: 2, hash: digestOf('x')},
  ]) {
    await watched(other, 1);
    look();
  }
  index.moved(place, 5, []);
  await append(row(6, ['F']));
  await watched(place, 5);
  look();
  await catchUp();
  expect(seen).toEqual([
    [[2], [1, 2]],
    [[2], [2]],
    [[2], [2]],
    [[2], [2]],
    [[6], [6]],
  ]);
});

test('what a row has become is known where only one mutation has written it, and that one is decided', async () => {
  const older = {...row(4, ['D']), before: [{table: 'storefronts' as const, id: 'D', row: storefront}]};
  const {index} = await given(row(1, ['A', 'B']), row(2, ['B']), row(3, ['C']), older);
  const known = (id: string, upTo: number) => index.onlyPatch(`storefronts/${id}`, upTo);
  expect([
    known('A', 1),
    known('A', 0),
    known('B', 1),
    known('B', 2),
    known('C', 2),
    known('D', 4),
    known('E', 4),
  ]).toEqual([became('A'), ...Array.from({length: 6}, () => undefined)]);
});

test('what this process has appended itself is not read back, and what another window has appended behind it is', async () => {
  const appended = new JustAppended();
  const {store, append} = await given(row(1, ['A']));
  const index = new PendingIndex(appended);
  const reads: number[] = [];
  const catchUp = (at = place): Promise<void> =>
    store.read((tx) =>
      index.catchUp(
        {
          ...tx,
          outbox: (after, limit) => {
            reads.push(after);
            return tx.outbox(after, limit);
          },
        },
        at,
        0,
      ),
    );
  await catchUp();
  const [own, others] = [row(2, ['B']), row(3, ['C'])] as const;
  await append(own, others);
  appended.add([own as never]);
  await catchUp();
  const here = [index.behind(0), [...reads]];
  await catchUp({...place, seq: 5});
  expect([here, index.behind(0), reads]).toEqual([
    [
      [1, 2, 3],
      [0, 2],
    ],
    [1, 2, 3],
    [0, 2, 0],
  ]);
});
