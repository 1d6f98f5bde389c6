import {expect, test} from 'vitest';
import {beginning, entryOf} from '../journal/entry.ts';
import {givenOrder, monday, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {Confirmed, closure, mutationOf, nameOf, pendingBehind, pendingOf, tableOf, touches} from './pending.ts';
import type {OutboxRow, RowBefore} from './store.ts';

const mutation = (n: number) => ({n, name: 'orders.release', version: 1, args: {}, at: monday});
const written = (id: string): RowBefore => ({table: 'storefronts', id, row: {...storefront, id}});

/** Mutation `n`, which has written some storefronts and looked at some rows or tables. */
function row(n: number, writes: readonly string[], reads: readonly string[] = []): OutboxRow {
  return {...entryOf({...beginning, n: n - 1}, mutation(n)), before: writes.map(written), reads};
}

const pending = (n: number, writes: readonly string[], reads: readonly string[] = []) =>
  pendingOf(row(n, writes, reads));

test('what waits knows what it has written and what it has looked at; older rows know neither', () => {
  const one = pending(3, ['A'], ['orders/1', 'storefronts']);
  const older = [pendingOf(mutation(4)), pendingOf(entryOf(beginning, mutation(1)))];
  expect({
    one: [one.n, [...one.writes], [...one.reads], one.before, mutationOf(one)],
    older: older.map(({n, before, writes, reads}) => [n, before, writes.size, reads.size]),
    touched: ['storefronts/A', 'orders/1', 'storefronts/B', 'orders/2', 'orders'].map((name) => touches(one, name)),
    names: [nameOf({table: 'orders', id: 'a/b'}), tableOf('orders/a/b')],
  }).toEqual({
    one: [3, ['storefronts/A'], ['orders/1', 'storefronts'], [written('A')], mutation(3)],
    older: [
      [4, [], 0, 0],
      [1, [], 0, 0],
    ],
    touched: [true, true, true, false, false],
    names: ['orders/a/b', 'orders'],
  });
});

test('all that waits behind a number is found, however much that is', async () => {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    for (let n = 1; n <= 1_001; n += 1) await tx.append(row(n, []));
  });
  const numbers = (n: number): Promise<readonly number[]> =>
    store.read(async (tx) => (await pendingBehind(tx, n)).map((one) => one.n));
  const found = [await numbers(0), await numbers(501), await numbers(1_000), await numbers(1_001)];
  expect(found.map((all) => [all.length, all[0], all.at(-1)])).toEqual([
    [1_001, 1, 1_001],
    [500, 502, 1_001],
    [1, 1_001, 1_001],
    [0, undefined, undefined],
  ]);
});

test('a changed row concerns those that looked at it or wrote it, and those that depend on what these write', () => {
  const waiting = [
    pending(1, ['A'], ['storefronts/A']),
    pending(2, ['B'], ['storefronts/A']),
    pending(3, ['C'], ['storefronts/B']),
    pending(4, ['D'], ['orders/1']),
    pending(5, ['E'], ['orders']),
    pending(6, ['F'], ['storefronts/E', 'orders/1']),
    pending(7, [], ['rateDays']),
  ];
  const chosen = (...names: readonly string[]) => closure(waiting, names).map(({n}) => n);
  expect([
    chosen('storefronts/A'),
    chosen('storefronts/B'),
    chosen('storefronts/C'),
    chosen('orders/1'),
    chosen('orders/2'),
    chosen('rateDays/1'),
    chosen('storefronts/F', 'storefronts/C'),
    chosen('buyers/1'),
    chosen(),
  ]).toEqual([[1, 2, 3], [2, 3], [3], [4, 5, 6], [5, 6], [7], [3, 6], [], []]);
});

test('below all that waits a row is what the first that wrote it found there', () => {
  const first = pending(1, ['A', 'B']);
  const later = {...pending(2, []), before: [{...written('A'), row: givenOrder('1')}, written('C')]};
  const confirmed = new Confirmed([first, later]);
  expect({
    names: [...confirmed.names],
    before: [...confirmed.names].map((name) => confirmed.before(name)),
    has: ['storefronts/A', 'storefronts/D'].map((name) => confirmed.has(name)),
  }).toEqual({
    names: ['storefronts/A', 'storefronts/B', 'storefronts/C'],
    before: ['A', 'B', 'C'].map(written),
    has: [true, false],
  });
  expect(() => confirmed.before('storefronts/D')).toThrow('a row that somebody has written');
});
