import {expect, test} from 'vitest';
import type {BuyerId} from '../customers/schema.ts';
import type {OrderId} from '../orders/schema.ts';
import type {StorefrontId} from '../storefronts/schema.ts';
import {business, givenOrder, monday, sealedBuyer, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import type {Tx} from './define.ts';
import {Overlay} from './overlay.ts';
import type {PackPage} from './page.ts';
import type {RowReads, RowWrites} from './store.ts';

const pack: PackPage = (_table, rows) => ({rows, columns: {}, texts: ''});
const buyer = (at: number) => ({id: `${at}`.padStart(12, 'B') as BuyerId, contact: sealedBuyer}) as never;

/** What a mutation makes of an empty shop, written as pages of so many rows and as single rows. */
async function flushed(
  act: (tx: Tx) => Promise<void>,
  packing?: PackPage,
): Promise<{readonly pages: readonly (readonly [string, number])[]; readonly loose: number; readonly told: number}> {
  return new MemoryStore().write(async (tx) => {
    const overlay = new Overlay(tx);
    await act(overlay.tx(monday));
    const pages: (readonly [string, number])[] = [];
    let loose = 0;
    const counting: RowWrites = {
      put: async () => {
        loose += 1;
      },
      delete: async () => {
        loose += 1;
      },
      putPage: async (table, {rows}) => {
        pages.push([table, rows.length]);
      },
    };
    const told = await overlay.flush(counting, packing);
    return {pages, loose, told: told.length};
  });
}

function newOrders(count: number): (tx: Tx) => Promise<void> {
  return async (tx) => {
    const orders = Array.from({length: count}, (_, at) => givenOrder(String(at)));
    await tx.orders.getMany(orders.map(({id}) => id));
    for (const order of orders) await tx.orders.put(order);
  };
}

function newBuyers(count: number): (tx: Tx) => Promise<void> {
  return async (tx) => {
    for (let at = 0; at < count; at += 1) {
      const row = buyer(at) as {readonly id: string};
      await tx.buyers.get(row.id);
      await tx.buyers.put(row as never);
    }
  };
}

test('new rows rest as pages from a number on, which is smaller where a page has no columns', async () => {
  expect([
    await flushed(newOrders(127), pack),
    await flushed(newOrders(128), pack),
    await flushed(newOrders(384), pack),
    await flushed(newOrders(600), pack),
    await flushed(newOrders(128)),
    await flushed(newOrders(128), () => undefined),
    await flushed(newBuyers(15)),
    await flushed(newBuyers(16)),
    await flushed(newBuyers(272)),
  ]).toEqual([
    {pages: [], loose: 127, told: 127},
    {pages: [['orders', 128]], loose: 0, told: 128},
    {
      pages: [
        ['orders', 256],
        ['orders', 128],
      ],
      loose: 0,
      told: 384,
    },
    {
      pages: [
        ['orders', 256],
        ['orders', 256],
      ],
      loose: 88,
      told: 600,
    },
    {pages: [], loose: 128, told: 128},
    {pages: [], loose: 128, told: 128},
    {pages: [], loose: 15, told: 15},
    {pages: [['buyers', 16]], loose: 0, told: 16},
    {
      pages: [
        ['buyers', 256],
        ['buyers', 16],
      ],
      loose: 0,
      told: 272,
    },
  ]);
});

test('rows of small tables rest in no page, however many are new', async () => {
  const newStorefronts = async (tx: Tx): Promise<void> => {
    for (let at = 0; at < 256; at += 1) {
      const id = `${at}`.padStart(12, 'S') as StorefrontId;
      await tx.storefronts.get(id);
      await tx.storefronts.put({...storefront, id, name: `Shop ${at}`});
    }
  };
  expect(await flushed(newStorefronts, pack)).toEqual({pages: [], loose: 256, told: 256});
});

test('a row that nobody looked for, that was there before or is deleted again goes into no page', async () => {
  const unseen = async (tx: Tx): Promise<void> => {
    for (let at = 0; at < 16; at += 1) await tx.buyers.put(buyer(at));
  };
  const deleted = async (tx: Tx): Promise<void> => {
    await newBuyers(16)(tx);
    await tx.buyers.delete((buyer(3) as {readonly id: string}).id);
  };
  const mixed = async (tx: Tx): Promise<void> => {
    await newBuyers(16)(tx);
    await tx.businesses.put(business);
  };
  expect([await flushed(unseen), await flushed(deleted), await flushed(mixed)]).toEqual([
    {pages: [], loose: 16, told: 16},
    {pages: [], loose: 16, told: 16},
    {pages: [['buyers', 16]], loose: 1, told: 17},
  ]);
});

/** A shop of one business, one storefront and one order, and how often it is asked for rows. */
async function given() {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    await tx.put('businesses', business);
    await tx.put('storefronts', storefront);
    await tx.put('orders', givenOrder('1'));
  });
  const asked: string[] = [];
  const over = <T>(act: (overlay: Overlay, tx: Tx) => Promise<T>): Promise<T> =>
    store.write(async (tx) => {
      const below: RowReads = {
        get: (table, id) => tx.get(table, id),
        getMany: (table, ids) => {
          asked.push(...ids.map((id) => `${table}/${id}`));
          return tx.getMany(table, ids);
        },
        byKey: (table, key, values) => tx.byKey(table, key, values),
        range: (table, range) => tx.range(table, range),
      };
      const overlay = new Overlay(below);
      return act(overlay, overlay.tx(monday));
    });
  return {over, asked};
}

const orderId = givenOrder('1').id as OrderId;

test('what stood before a mutation is known of every row that it writes, whether it looked or not, and what it makes of it', async () => {
  const {over, asked} = await given();
  const before = await over(async (overlay, tx) => {
    await tx.storefronts.put({...storefront, name: 'Renamed'});
    await tx.storefronts.get(storefront.id);
    await tx.orders.update(orderId, {shipCountry: 'FR'});
    await tx.orders.update(orderId, {shipCountry: 'IT'});
    await tx.businesses.delete(business.id);
    await tx.orders.put(givenOrder('2'));
    return [await overlay.before(), await overlay.before()];
  });
  const images = [
    {table: 'storefronts', id: storefront.id, row: storefront, became: {id: storefront.id, set: {name: 'Renamed'}}},
    {table: 'orders', id: orderId, row: givenOrder('1'), became: {id: orderId, set: {shipCountry: 'IT'}}},
    {table: 'businesses', id: business.id, row: business},
    {table: 'orders', id: givenOrder('2').id, row: undefined},
  ];
  expect({before, asked}).toEqual({
    before: [images, images],
    // Each once: what was looked at by the mutation is not asked for again.
    asked: [
      `orders/${orderId}`,
      `storefronts/${storefront.id}`,
      `businesses/${business.id}`,
      `orders/${givenOrder('2').id}`,
    ],
  });
});

test('a mutation has looked at rows it asked for, there or not, and at tables it walked', async () => {
  const {over} = await given();
  const reads = await over(async (overlay, tx) => {
    await tx.storefronts.put({...storefront, name: 'Renamed'});
    await tx.storefronts.get(storefront.id);
    await tx.orders.getMany([orderId, givenOrder('2').id]);
    await tx.businesses.range({limit: 1});
    await tx.storefronts.byKey('name', business.id, 'Renamed');
    return overlay.reads;
  });
  expect(reads).toEqual(['businesses', 'storefronts', `orders/${orderId}`, `orders/${givenOrder('2').id}`]);
});

test('a walk and a look by key see rows of their own table only', async () => {
  const {over} = await given();
  const seen = await over(async (_overlay, tx) => {
    await tx.businesses.put({...business, name: storefront.name});
    await tx.orders.update(orderId, {shipCountry: 'FR'});
    return [
      await tx.storefronts.range({limit: 9}),
      await tx.storefronts.byKey('name', business.id, storefront.name),
      await tx.businesses.range({limit: 9}),
      tx.at,
      tx.storefronts === tx.storefronts,
    ];
  });
  expect(seen).toEqual([[storefront], [storefront], [{...business, name: storefront.name}], monday, true]);
});
