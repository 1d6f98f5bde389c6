import {expect, test} from 'vitest';
import {beginning, entryOf} from '../journal/entry.ts';
import {givenOrder, monday, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {Confirmed, mutationOf, nameOf, pendingBehind, pendingOf, tableOf} from './pending.ts';
import type {OutboxRow, RowBefore} from './store.ts';

const mutation = (n: number) => ({n, name: 'orders.release', version: 1, args: {}, at: monday});
const written = (id: string): RowBefore => ({table: 'storefronts', id, row: {...storefront, id}});

/** Mutation `n`, which has written some storefronts and looked at some rows or tables. */
function row(n: number, writes: readonly string[], reads: readonly string[] = []): OutboxRow {
  return {...entryOf({...beginning, n: n - 1}, mutation(n)), before: writes.map(written), reads};
}

const pending = (n: number, writes: readonly string[], reads: readonly string[] = []) =>
  pendingOf(row(n, writes, reads));

test('what waits knows what it has written, older rows do not, and a name tells its table', () => {
  const one = pending(3, ['A'], ['orders/1', 'storefronts']);
  const older = [pendingOf(mutation(4)), pendingOf(entryOf(beginning, mutation(1)))];
  expect({
    one: [one.n, one.before, mutationOf(one)],
    older: older.map(({n, before}) => [n, before]),
    names: [nameOf({table: 'orders', id: 'a/b'}), tableOf('orders/a/b')],
  }).toEqual({
    one: [3, [written('A')], mutation(3)],
    older: [
      [4, []],
      [1, []],
    ],
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
