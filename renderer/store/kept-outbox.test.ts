import 'fake-indexeddb/auto';
import {expect, test} from 'vitest';
import {beginning, entryOf} from '#core/journal/entry.ts';
import {monday} from '#core/testing/given.ts';
import {DexieStore} from './dexie-store.ts';
import {answered} from './idb-transaction.ts';
import {lastOfOutbox} from './kept-outbox.ts';

let stores = 0;

/** A store in which five mutations wait. */
async function given(): Promise<DexieStore> {
  const store = new DexieStore(`kept-outbox-${(stores += 1)}`);
  await store.write(async (tx) => {
    for (const n of [1, 2, 3, 4, 5]) {
      await tx.append(entryOf({...beginning, n: n - 1}, {n, name: 'orders.hold', version: 1, args: {}, at: monday}));
    }
  });
  return store;
}

const keysOf = (store: DexieStore): Promise<readonly unknown[]> =>
  store.inDatabase('readonly', (transaction) => answered(transaction.objectStore('outbox').getAllKeys()));

test('what is let go of leaves a row at the beginning that nobody is told of, so that the end is found at once', async () => {
  const store = await given();
  await store.write((tx) => tx.letGo(2));
  await store.write((tx) => tx.letGo(3));
  const told = await store.read(async (tx) => [(await tx.outbox(0, 9)).map(({n}) => n), (await tx.lastOfOutbox())?.n]);
  expect([await keysOf(store), told]).toEqual([
    [-1, 4, 5],
    [[4, 5], 5],
  ]);
});

test('a transaction that was not kept has let go of nothing', async () => {
  const store = await given();
  const aborted = store.write(async (tx) => {
    await tx.letGo(3);
    throw new Error('the disk is full');
  });
  await expect(aborted).rejects.toThrow('the disk is full');
  await store.write((tx) => tx.letGo(2));
  expect(await keysOf(store)).toEqual([-1, 3, 4, 5]);
});

test('where others were put in their place, nothing of what stands there is overlooked', async () => {
  const store = await given();
  await store.write((tx) => tx.letGo(4));
  await store.inDatabase('readwrite', async (transaction) => {
    transaction.objectStore('outbox').clear();
    for (const n of [2, 3, 4, 5, 6]) transaction.objectStore('outbox').put({n});
  });
  await store.write((tx) => tx.letGo(4));
  expect(await keysOf(store)).toEqual([-1, 5, 6]);
});

test('an outbox with nothing but that row has no last', async () => {
  const store = new DexieStore(`kept-outbox-${(stores += 1)}`);
  const last = await store.inDatabase('readwrite', async (transaction) => {
    transaction.objectStore('outbox').put({n: -1});
    return lastOfOutbox(transaction);
  });
  await store.write((tx) => tx.letGo(9));
  expect([last, await keysOf(store)]).toEqual([undefined, [-1]]);
});

test('of much that waited nothing goes until all of it can but the last, which stays, and so does what is appended behind it', async () => {
  const store = new DexieStore(`kept-outbox-${(stores += 1)}`);
  const many = 1_200;
  await store.inDatabase('readwrite', async (transaction) => {
    for (let n = 1; n <= many; n += 1) transaction.objectStore('outbox').put({n, name: 'orders.hold'});
  });
  const left: unknown[] = [];
  for (const upTo of [900, many]) {
    await store.write((tx) => tx.letGo(upTo));
    left.push((await keysOf(store)).length);
  }
  const all = await store.read((tx) => tx.outbox(0, 9));
  await store.inDatabase('readwrite', async (transaction) => {
    transaction.objectStore('outbox').put({n: many + 1});
  });
  await store.write((tx) => tx.letGo(many + 1));
  expect([left, all, await keysOf(store)]).toEqual([[many, 2], [{n: many, name: 'orders.hold'}], [-1, many + 1]]);
});
