import {assert} from '#core/lib/assert.ts';

/** Awaits one IndexedDB request. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused a request without saying why'));
  });
}

/** Awaits an `add`: false where the key is taken, and then the transaction goes on. */
export function addedAnew(request: IDBRequest<IDBValidKey>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(true);
    request.onerror = (event) => {
      if (request.error?.name !== 'ConstraintError') return reject(request.error ?? new Error('an add that failed'));
      event.preventDefault();
      event.stopPropagation();
      resolve(false);
    };
  });
}

/**
 * Runs a body in one transaction over all object stores, and answers once it is committed; a body that throws aborts it.
 * Plain promises on purpose: Dexie follows its transactions through awaits by patching promises, and loses the track in
 * functions that await only sometimes (dexie/Dexie.js#1186), as mutators do. The browser itself does not.
 */
export async function inTransaction<T>(
  db: IDBDatabase,
  mode: 'readonly' | 'readwrite',
  body: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction([...db.objectStoreNames], mode, {durability: 'relaxed'});
  let isKept = false;
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      isKept = true;
      resolve();
    };
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
  try {
    const value = await body(transaction);
    // Nothing is left to ask: committing now spares the wait for the browser to find that out.
    transaction.commit();
    await ended;
    return value;
  } catch (error) {
    ended.catch(() => undefined);
    // The browser committed it in the middle of the body: a bug, which must not pass for a store that was closed.
    assert(!isKept, 'a body awaits nothing but its transaction');
    try {
      transaction.abort();
    } catch {
      // It has already ended by itself; the reason is the error being thrown.
    }
    throw error;
  }
}
