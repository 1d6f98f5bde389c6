import {expect, test} from 'vitest';
import {beginning, entryOf} from '../journal/entry.ts';
import {monday, storefront} from '../testing/given.ts';
import {type Pending, closure, pendingOf, touches} from './pending.ts';

/** Mutation `n`, which has written some storefronts and looked at some rows or tables. */
function pending(n: number, writes: readonly string[], reads: readonly string[] = []): Pending {
  const mutation = {n, name: 'orders.release', version: 1, args: {}, at: monday};
  const before = writes.map((id) => ({table: 'storefronts', id, row: {...storefront, id}}) as const);
  return pendingOf({...entryOf({...beginning, n: n - 1}, mutation), before, reads});
}

test('a mutation touches rows that it wrote or looked at, and all of a table that it walked', () => {
  const one = pending(3, ['A'], ['orders/1', 'buyers']);
  const names = ['storefronts/A', 'orders/1', 'buyers/1', 'storefronts/B', 'orders/2', 'orders'];
  expect(names.map((name) => touches(one, name))).toEqual([true, true, true, false, false, false]);
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
