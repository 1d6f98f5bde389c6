import {expect, test} from 'vitest';
import {business, givenOrder, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {RowsReadOnce} from './rows-read-once.ts';

test('a row is read once, however often it is asked for, and those that will be asked for table by table', async () => {
  const store = new MemoryStore();
  const [one, two] = [givenOrder('1'), givenOrder('2')];
  await store.write(async (tx) => {
    await tx.put('orders', one);
    await tx.put('orders', two);
    await tx.put('businesses', business);
    await tx.put('storefronts', storefront);
  });
  const asked: unknown[] = [];
  const seen = await store.read(async (tx) => {
    const rows = new RowsReadOnce({
      ...tx,
      getMany: (table, ids) => {
        asked.push([table, ids]);
        return tx.getMany(table, ids);
      },
    });
    await rows.look([
      {table: 'orders', id: one.id},
      {table: 'businesses', id: business.id},
      {table: 'orders', id: 'nobody'},
    ]);
    return [
      await rows.get('orders', one.id),
      await rows.get('orders', 'nobody'),
      await rows.getMany('orders', ['nobody', two.id, one.id]),
      await rows.getMany('businesses', [business.id]),
      await rows.get('storefronts', storefront.id),
      await rows.get('storefronts', storefront.id),
      await rows.byKey('storefronts', 'name', [business.id, storefront.name]),
      await rows.range('storefronts', {limit: 1}),
    ];
  });
  expect({seen, asked}).toEqual({
    seen: [one, undefined, [undefined, two, one], [business], storefront, storefront, [storefront], [storefront]],
    asked: [
      ['orders', [one.id, 'nobody']],
      ['businesses', [business.id]],
      ['orders', [two.id]],
      ['storefronts', [storefront.id]],
    ],
  });
});
