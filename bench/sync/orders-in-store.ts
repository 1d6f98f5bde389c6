import type {Found} from './truth.ts';

/** Both run in the page of the built application, and so bring nothing with them: they know how orders rest, and none of our code. */
export const ordersInStore = {found, dropOne};

async function found(): Promise<Found> {
  const answered = <T>(request: IDBRequest<T>): Promise<T> => {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('a request that failed'));
    });
  };
  interface Page {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly ends: Uint32Array<ArrayBuffer>;
  }
  const db = await answered(indexedDB.open('tradewind-own'));
  const transaction = db.transaction(['orders', 'pageRows']);
  const pagesOfOrders = IDBKeyRange.bound(['orders'], ['orders', []]);
  const pages = (await answered(transaction.objectStore('pageRows').getAll(pagesOfOrders))) as readonly Page[];
  const loose = (await answered(transaction.objectStore('orders').getAll())) as readonly {readonly id: string}[];
  db.close();

  const decoder = new TextDecoder();
  const texts = new Map<string, string>();
  let count = 0;
  for (const {bytes, ends} of pages) {
    for (const [at, end] of ends.entries()) {
      const text = decoder.decode(bytes.subarray(ends[at - 1] ?? 0, end)).trimEnd();
      texts.set((JSON.parse(text) as {id: string}).id, text);
      count += 1;
    }
  }
  for (const row of loose) if (!texts.has(row.id)) count += 1;
  for (const row of loose) texts.set(row.id, JSON.stringify(row));
  const lines = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => `${text}\n`);
  const hash = await crypto.subtle.digest('SHA-256', await new Blob(lines).arrayBuffer());
  const digest = btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '');
  return {count, digest};
}

/** What a negative control does: the last page of orders is gone. */
async function dropOne(): Promise<void> {
  const answered = <T>(request: IDBRequest<T>): Promise<T> => {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('a request that failed'));
    });
  };
  const db = await answered(indexedDB.open('tradewind-own'));
  const pages = db.transaction('pageRows', 'readwrite').objectStore('pageRows');
  const keys = await answered(pages.getAllKeys(IDBKeyRange.bound(['orders'], ['orders', []])));
  const last = keys.at(-1);
  if (last !== undefined) await answered(pages.delete(last));
  db.close();
}
