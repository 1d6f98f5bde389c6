import {expect, test} from 'vitest';
import {business, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import type {MasterReads} from './master-store.ts';
import {RowCache} from './row-cache.ts';

/** A shop of one storefront, and what a cache above it asks the database for. */
async function given(failing: readonly (keyof MasterReads)[] = []) {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    await tx.put('businesses', business);
    await tx.put('storefronts', storefront);
  });
  const asked: unknown[] = [];
  const telling = <T>(what: keyof MasterReads, told: unknown, answer: Promise<T>): Promise<T> => {
    asked.push([what, told]);
    return failing.includes(what) ? Promise.reject(new Error(`no answer to ${what}`)) : answer;
  };
  const below: MasterReads = {
    getAll: (all) =>
      telling(
        'getAll',
        all.map(({table, id}) => `${table}/${id}`),
        store.read((tx) => Promise.all(all.map(({table, id}) => tx.get(table, id)))),
      ),
    byKey: (table, key, values) =>
      telling(
        'byKey',
        [table, key, values],
        store.read((tx) => tx.byKey(table, key, values)),
      ),
    range: (table, range) =>
      telling(
        'range',
        [table, range],
        store.read((tx) => tx.range(table, range)),
      ),
  };
  return {cache: new RowCache(below), asked};
}

test('what mutations ask for side by side goes to the database together, and each row once', async () => {
  const {cache, asked} = await given();
  const [one, many] = await Promise.all([
    cache.get('storefronts', storefront.id),
    cache.getMany('businesses', [business.id, 'nobody------']),
  ]);
  const again = await cache.getMany('businesses', ['nobody------', business.id]);
  const other = await cache.get('storefronts', 'nobody------');
  cache.mustHaveRead();
  expect({one, many, again, other, asked}).toEqual({
    one: storefront,
    many: [business, undefined],
    again: [undefined, business],
    other: undefined,
    asked: [
      ['getAll', [`storefronts/${storefront.id}`, `businesses/${business.id}`, 'businesses/nobody------']],
      ['getAll', ['storefronts/nobody------']],
    ],
  });
});

test('a walk and a look by key are done once, and another one is another', async () => {
  const {cache, asked} = await given();
  const walks = [
    await cache.range('storefronts', {limit: 2}),
    await cache.range('storefronts', {limit: 2}),
    await cache.range('storefronts', {limit: 2, from: 'zz'}),
    await cache.byKey('storefronts', 'name', [business.id, storefront.name]),
    await cache.byKey('storefronts', 'name', [business.id, storefront.name]),
    await cache.byKey('storefronts', 'name', [business.id, 'Another']),
  ];
  cache.mustHaveRead();
  expect({walks, asked}).toEqual({
    walks: [[storefront], [storefront], [], [storefront], [storefront], []],
    asked: [
      ['range', ['storefronts', {limit: 2}]],
      ['range', ['storefronts', {limit: 2, from: 'zz'}]],
      ['byKey', ['storefronts', 'name', [business.id, storefront.name]]],
      ['byKey', ['storefronts', 'name', [business.id, 'Another']]],
    ],
  });
});

test.each([
  ['getAll', (cache: RowCache) => cache.get('storefronts', storefront.id)],
  ['byKey', (cache: RowCache) => cache.byKey('storefronts', 'name', [business.id, storefront.name])],
  ['range', (cache: RowCache) => cache.range('storefronts', {limit: 1})],
] as const)('whoever meets a database that does not answer %s is told, and it is remembered', async (what, read) => {
  const {cache} = await given([what]);
  const told = await read(cache).catch(String);
  const remembered = (): unknown => {
    try {
      return cache.mustHaveRead();
    } catch (error) {
      return String(error);
    }
  };
  expect([told, remembered()]).toEqual([`Error: no answer to ${what}`, `Error: no answer to ${what}`]);
});
