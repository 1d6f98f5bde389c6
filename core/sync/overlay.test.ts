import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Storefront, StorefrontId} from '../storefronts/schema.ts';
import {business, givenOrder, monday, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import type {Tx} from './define.ts';
import {Overlay, type RowChange} from './overlay.ts';

const ids = ['A', 'B', 'C', 'D'].map((letter) => letter.repeat(12) as StorefrontId);

function named(at: number, name: string): Storefront {
  return {...storefront, id: ids[at % ids.length] ?? storefront.id, name};
}

/** Storefronts A, B and C, and what a mutation above them does and sees. */
async function above<T>(
  act: (tx: Tx) => Promise<T>,
): Promise<{readonly seen: T; readonly changes: readonly RowChange[]}> {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    await tx.put('businesses', business);
    await tx.put('orders', givenOrder('1001'));
    for (const at of [0, 1, 2]) await tx.put('storefronts', named(at, `Shop ${at}`));
  });
  return store.write(async (tx) => {
    const overlay = new Overlay(tx);
    const seen = await act(overlay.tx(monday));
    return {seen, changes: await overlay.flush(tx)};
  });
}

test('a mutation sees what it has written itself: by id, by key and in a walk', async () => {
  const {seen} = await above(async (tx) => {
    await tx.storefronts.put(named(3, 'Shop 0'));
    await tx.storefronts.update(named(0, '').id, {name: 'Renamed'});
    await tx.storefronts.delete(named(1, '').id);
    return {
      byId: await tx.storefronts.get(named(3, '').id),
      deleted: await tx.storefronts.get(named(1, '').id),
      byKey: await tx.storefronts.byKey('name', business.id, 'Shop 0'),
      renamed: await tx.storefronts.byKey('name', business.id, 'Renamed'),
      walk: await tx.storefronts.range({limit: 10}),
      some: await tx.storefronts.range({from: 'B', below: 'D', limit: 10}),
    };
  });
  expect(seen).toEqual({
    byId: named(3, 'Shop 0'),
    deleted: undefined,
    byKey: [named(3, 'Shop 0')],
    renamed: [named(0, 'Renamed')],
    walk: [named(0, 'Renamed'), named(2, 'Shop 2'), named(3, 'Shop 0')],
    some: [named(2, 'Shop 2')],
  });
});

test('a walk of one finds the next storefront when the first has just been deleted', async () => {
  const {seen} = await above(async (tx) => {
    await tx.storefronts.delete(named(0, '').id);
    return tx.storefronts.range({limit: 1});
  });
  expect(seen).toEqual([named(1, 'Shop 1')]);
});

test('a field that is set to undefined is removed, and the last word on each row is told once', async () => {
  const {id} = givenOrder('1001');
  const {changes} = await above(async (tx) => {
    await tx.orders.update(id, {status: 'held', heldFrom: 'paid', holdReason: 'stock'});
    await tx.orders.update(id, {status: 'paid', heldFrom: undefined, holdReason: undefined});
    await tx.storefronts.delete(named(1, '').id);
  });
  expect(changes).toEqual([
    {table: 'orders', id, row: givenOrder('1001')},
    {table: 'storefronts', id: named(1, '').id, row: undefined},
  ]);
});

test('a row that its table does not allow is a bug of the mutator, and so is changing one that is not there', async () => {
  await expect(above((tx) => tx.storefronts.put(named(0, '')))).rejects.toThrow(
    'a storefronts row as its table declares it',
  );
  await expect(above((tx) => tx.storefronts.update(named(3, '').id, {name: 'x'}))).rejects.toThrow('to update');
});

test('until it is flushed, nothing of a mutation is in the store', async () => {
  const store = new MemoryStore();
  const row = await store.write(async (tx) => {
    await new Overlay(tx).tx(monday).businesses.put(business);
    return tx.get('businesses', business.id);
  });
  expect(row).toBeUndefined();
});

type Step = {readonly put: number; readonly name: string} | {readonly drop: number};

test('whatever a mutation writes and drops, it reads as it would if the store had it already', async () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({put: fc.nat({max: 3}), name: fc.constantFrom('Shop 0', 'Shop 1', 'New')}),
    fc.record({drop: fc.nat({max: 3})}),
  );
  const from = fc.option(fc.constantFrom('A', 'B', 'BBBBBBBBBBBB', 'D'), {nil: undefined});
  const range = fc
    .record({from, below: from, limit: fc.nat({max: 4})})
    .map(({from, below, limit}) => ({limit, ...(from && {from}), ...(below && {below})}));
  await fc.assert(
    fc.asyncProperty(fc.array(step, {maxLength: 6}), range, async (steps, asked) => {
      const plain = new MemoryStore();
      await plain.write(async (tx) => {
        for (const at of [0, 1, 2]) await tx.put('storefronts', named(at, `Shop ${at}`));
        for (const one of steps) {
          if ('put' in one) await tx.put('storefronts', named(one.put, one.name));
          else await tx.delete('storefronts', named(one.drop, '').id);
        }
      });
      const expected = await plain.read(async (tx) => [
        await tx.range('storefronts', asked),
        await tx.byKey('storefronts', 'name', [business.id, 'Shop 1']),
      ]);

      const {seen} = await above(async (tx) => {
        for (const one of steps) {
          if ('put' in one) await tx.storefronts.put(named(one.put, one.name));
          else await tx.storefronts.delete(named(one.drop, '').id);
        }
        return [await tx.storefronts.range(asked), await tx.storefronts.byKey('name', business.id, 'Shop 1')];
      });
      expect(seen).toEqual(expected);
    }),
    {numRuns: 300},
  );
});

test('many new orders of one mutation rest as a page, and orders that were there already stay loose rows', async () => {
  const store = new MemoryStore();
  const orders = Array.from({length: 300}, (_, at) => givenOrder(String(at)));
  const fewNew = Array.from({length: 100}, (_, at) => givenOrder(`few ${at}`));
  const write = (rows: typeof orders) =>
    store.write(async (tx) => {
      const overlay = new Overlay(tx);
      const {orders: table} = overlay.tx(monday);
      await table.getMany(rows.map(({id}) => id));
      for (const row of rows) await table.put(row);
      return overlay.flush(tx, (_, some) => ({rows: some, columns: {}, texts: ''}));
    });
  await store.write((tx) => tx.put('orders', givenOrder('7')));
  const changes = await write(orders);
  await write(fewNew);
  const heads = await store.pageHeads('orders', 0, 10);
  const {added, changed} = await store.looseRows('orders');
  expect({
    told: changes.length,
    pages: heads.map(({ids: [page = '']}) => page.split('\n').length),
    loose: added.length,
    changed: changed.length,
    last: await store.read((tx) => tx.get('orders', givenOrder('200').id)),
  }).toEqual({told: 300, pages: [256], loose: 144, changed: 0, last: givenOrder('200')});
});
