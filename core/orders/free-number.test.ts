import {expect, test} from 'vitest';
import {givenOrder, storefront} from '../testing/given.ts';
import type {Db} from '../sync/define.ts';
import {freeOrderNumber} from './free-number.ts';
import type {Order} from './schema.ts';

/** The number that is proposed where these orders are. */
function proposed(orders: readonly Order[]): Promise<string> {
  const rows = new Map(orders.map((order) => [order.id as string, order]));
  const db = {orders: {get: async (id: string) => rows.get(id)}} as unknown as Db;
  return freeOrderNumber.run(db, {storefrontId: storefront.id});
}

function byHand(count: number): readonly Order[] {
  return Array.from({length: count}, (_, at) => givenOrder(`M-${String(at + 1).padStart(4, '0')}`));
}

test('the first order by hand is M-0001, and each has the next number', async () => {
  const counts = [0, 1, 2, 3, 4, 7, 8, 100];
  expect(await Promise.all(counts.map((count) => proposed(byHand(count))))).toEqual([
    'M-0001',
    'M-0002',
    'M-0003',
    'M-0004',
    'M-0005',
    'M-0008',
    'M-0009',
    'M-0101',
  ]);
});

test('numbers of the channel take none away, and that of an order which was taken back is free again', async () => {
  const [first = givenOrder('x')] = byHand(1);
  expect([await proposed([givenOrder('1001')]), await proposed([{...first, status: 'withdrawn'}])]).toEqual([
    'M-0001',
    'M-0001',
  ]);
});
