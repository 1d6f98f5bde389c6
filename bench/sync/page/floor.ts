import type {Order} from '#core/orders/schema.ts';
import {chunks} from './chunks.ts';
import type {Peer} from './peer.ts';

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('a request that failed'));
  });
}

/** The bytes of each chunk as they come out of gzip, one put in one transaction: what is committed survives a killed process. */
export class Floor implements Peer {
  #db: IDBDatabase | undefined;

  async bring(): Promise<void> {
    const opening = indexedDB.open('floor', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('chunks');
    const db = (this.#db = await answered(opening));
    for await (const {sha, table, body} of chunks()) {
      const bytes = new Uint8Array(await body.arrayBuffer());
      const transaction = db.transaction('chunks', 'readwrite', {durability: 'relaxed'});
      transaction.objectStore('chunks').put({table, bytes}, sha);
      transaction.commit();
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = reject;
      });
    }
  }

  async orders(): Promise<readonly Order[]> {
    if (!this.#db) return [];
    const kept = await answered(this.#db.transaction('chunks').objectStore('chunks').getAll());
    const decoder = new TextDecoder();
    return (kept as readonly {table: string; bytes: Uint8Array<ArrayBuffer>}[])
      .filter(({table}) => table === 'orders')
      .flatMap(({bytes}) => decoder.decode(bytes).trimEnd().split('\n'))
      .map((line) => JSON.parse(line) as Order);
  }
}
