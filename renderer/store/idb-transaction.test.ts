import 'fake-indexeddb/auto';
import {beforeEach, expect, test} from 'vitest';
import {answered, inTransaction} from './idb-transaction.ts';

let databases = 0;
let db: IDBDatabase;

beforeEach(async () => {
  const request = indexedDB.open(`transaction-${(databases += 1)}`, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('one');
    request.result.createObjectStore('two');
  };
  db = await answered(request);
});

function kept(): Promise<unknown> {
  return inTransaction(db, 'readonly', async (tx) => [
    await answered(tx.objectStore('one').getAll()),
    await answered(tx.objectStore('two').getAll()),
  ]);
}

test('what a body writes into several stores is kept together, once it is answered', async () => {
  const answer = await inTransaction(db, 'readwrite', async (tx) => {
    await answered(tx.objectStore('one').put('tea', 1));
    // Mutators await only sometimes: a promise that is already there must not end the transaction.
    await Promise.resolve();
    await answered(tx.objectStore('two').put('paper', 1));
    return 'done';
  });
  expect([answer, await kept()]).toEqual(['done', [['tea'], ['paper']]]);
});

test('a body that throws leaves nothing, and its own error is told', async () => {
  const failed = inTransaction(db, 'readwrite', async (tx) => {
    await answered(tx.objectStore('one').put('tea', 1));
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await kept()).toEqual([[], []]);
});

test('a request that the store refuses leaves nothing of what came before it', async () => {
  const failed = inTransaction(db, 'readwrite', async (tx) => {
    await answered(tx.objectStore('one').put('tea', 1));
    await answered(tx.objectStore('one').add('other tea', 1));
  });
  await expect(failed).rejects.toMatchObject({name: 'ConstraintError'});
  expect(await kept()).toEqual([[], []]);
});

test('a request that nobody awaited leaves nothing either when it is refused', async () => {
  const failed = inTransaction(db, 'readwrite', async (tx) => {
    tx.objectStore('one').put('tea', 1);
    tx.objectStore('one').add('other tea', 1);
  });
  await expect(failed).rejects.toMatchObject({name: 'ConstraintError'});
  expect(await kept()).toEqual([[], []]);
});

const elsewhere = () => new Promise((resolve) => setTimeout(resolve, 20));

test('a body that awaits something else loses its transaction in the middle, and that is a bug', async () => {
  const failed = inTransaction(db, 'readwrite', async (tx) => {
    await answered(tx.objectStore('one').put('tea', 1));
    await elsewhere();
    await answered(tx.objectStore('two').put('paper', 1));
  });
  await expect(failed).rejects.toThrow('awaits nothing but its transaction');
  expect(await kept()).toEqual([['tea'], []]);
});

test('it is a bug even where nothing was left to write', async () => {
  const late = inTransaction(db, 'readwrite', async (tx) => {
    await answered(tx.objectStore('one').put('tea', 1));
    await elsewhere();
  });
  await expect(late).rejects.toThrow('awaits nothing but its transaction');
});
