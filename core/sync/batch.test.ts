import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Storefront, StorefrontId} from '../storefronts/schema.ts';
import {business, givenOrder, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {Batch} from './batch.ts';
import type {RowReads, RowWrites} from './store.ts';

const ids = ['A', 'B', 'C', 'D'].map((letter) => letter.repeat(12) as StorefrontId);

function named(at: number, name: string): Storefront {
  return {...storefront, id: ids[at % ids.length] ?? storefront.id, name};
}

/** Storefronts A, B and C. */
async function given(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    for (const at of [0, 1, 2]) await tx.put('storefronts', named(at, `Shop ${at}`));
    await tx.put('businesses', business);
  });
  return store;
}

type Step = {readonly put: number; readonly name: string} | {readonly drop: number};

async function take(rows: RowWrites, steps: readonly Step[]): Promise<void> {
  // A row of another table, which no walk over storefronts sees.
  await rows.put('businesses', {...business, name: 'Shop 1'});
  for (const step of steps) {
    if ('put' in step) await rows.put('storefronts', named(step.put, step.name));
    else await rows.delete('storefronts', named(step.drop, '').id);
  }
}

test('whatever a batch has changed, the next mutation reads as it would if the store had it already', async () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({put: fc.nat({max: 3}), name: fc.constantFrom('Shop 0', 'Shop 1', 'New')}),
    fc.record({drop: fc.nat({max: 3})}),
  );
  const bound = fc.option(fc.constantFrom('A', 'BBBBBBBBBBBB', 'D'), {nil: undefined});
  const ranges = fc
    .record({from: bound, below: bound, limit: fc.nat({max: 4})})
    .map(({from, below, limit}) => ({limit, ...(from && {from}), ...(below && {below})}));
  const seen = async (rows: RowReads, range: {readonly limit: number}): Promise<unknown> => [
    await rows.getMany('storefronts', ids),
    await rows.get('storefronts', 'BBBBBBBBBBBB'),
    await rows.get('businesses', business.id),
    await rows.range('storefronts', range),
    await rows.byKey('storefronts', 'name', [business.id, 'Shop 1']),
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(step, {maxLength: 6}), ranges, async (steps, range) => {
      const [plain, store] = [await given(), await given()];
      await plain.write((tx) => take(tx, steps));
      const expected = await plain.read((tx) => seen(tx, range));
      const found = await store.read(async (tx) => {
        const batch = new Batch(tx);
        await take(batch, steps);
        return seen(batch, range);
      });
      expect(found).toEqual(expected);
    }),
    {numRuns: 150},
  );
});

test('of every row a batch tells the last image, those of pages too, and nothing once it is cleared', async () => {
  const store = await given();
  const orders = [givenOrder('1'), givenOrder('2')];
  const [changes, cleared] = await store.read(async (tx) => {
    const batch = new Batch(tx);
    await take(batch, [{put: 3, name: 'New'}, {put: 0, name: 'Renamed'}, {drop: 0}]);
    await batch.putPage('orders', {rows: orders});
    const told = batch.changes;
    batch.clear();
    return [told, [batch.changes, await batch.get('storefronts', named(0, '').id)]];
  });
  expect({changes, cleared}).toEqual({
    changes: [
      {table: 'businesses', id: business.id, row: {...business, name: 'Shop 1'}},
      {table: 'storefronts', id: named(3, '').id, row: named(3, 'New')},
      {table: 'storefronts', id: named(0, '').id, row: undefined},
      ...orders.map((row) => ({table: 'orders', id: row.id, row})),
    ],
    cleared: [[], named(0, 'Shop 0')],
  });
});

test('what a batch has changed itself it does not ask the store for', async () => {
  const store = await given();
  const asked: (readonly string[])[] = [];
  await store.read(async (tx) => {
    const below: RowReads = {
      ...tx,
      getMany: (table, some) => {
        asked.push(some);
        return tx.getMany(table, some);
      },
    };
    const batch = new Batch(below);
    await take(batch, [{put: 0, name: 'Renamed'}, {drop: 1}]);
    await batch.getMany('storefronts', ids.slice(0, 2));
    await batch.getMany('storefronts', ids.slice(0, 3));
  });
  expect(asked).toEqual([[named(2, '').id]]);
});

test('what a mutation looked at is as it was below as long as none of it was changed', async () => {
  const store = await given();
  const answers = await store.read(async (tx) => {
    const batch = new Batch(tx);
    const ask = (...reads: readonly string[]): boolean => batch.isAsBelow(reads);
    const before = ask('storefronts/A', 'storefronts');
    await take(batch, [{drop: 0}]);
    const dropped = `storefronts/${named(0, '').id}`;
    return [before, ask(), ask('orders/1', dropped), ask('storefronts'), ask('storefronts/B', 'orders', 'orders/1')];
  });
  expect(answers).toEqual([true, true, false, false, true]);
});
