import {must} from '#core/lib/assert.ts';
import {base64url, fromBase64url} from '#core/lib/hash.ts';
import {answered, inTransaction} from '../idb-transaction.ts';

/** A database as JSON has it: every object store with its keys, its indexes and all its rows. */
export interface FrozenStore {
  readonly name: string;
  /** As the browser counts it: Dexie's number times ten. */
  readonly version: number;
  readonly stores: readonly FrozenObjectStore[];
}

interface FrozenObjectStore {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly indexes: readonly {readonly name: string; readonly keyPath: string | string[]}[];
  readonly rows: readonly {readonly key: IDBValidKey; readonly value: unknown}[];
}

const arrays = {Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float64Array} as const;
type ArrayName = keyof typeof arrays;

export async function freeze(db: IDBDatabase): Promise<FrozenStore> {
  const stores = await inTransaction(db, 'readonly', async (transaction) => {
    const frozen: FrozenObjectStore[] = [];
    for (const name of db.objectStoreNames) {
      const store = transaction.objectStore(name);
      const [keys, values] = [await answered(store.getAllKeys()), await answered<unknown[]>(store.getAll())];
      const indexes = [...store.indexNames].map((index) => ({name: index, keyPath: store.index(index).keyPath}));
      const rows = keys.map((key, at) => ({key, value: packed(values[at])}));
      frozen.push({name, keyPath: store.keyPath, indexes, rows});
    }
    return frozen;
  });
  return {name: db.name, version: db.version, stores};
}

/** Makes the database anew, as it was when it was frozen. */
export async function thaw(frozen: FrozenStore, factory: IDBFactory): Promise<void> {
  const request = factory.open(frozen.name, frozen.version);
  request.onupgradeneeded = () => {
    for (const {name, keyPath, indexes} of frozen.stores) {
      const store = request.result.createObjectStore(name, {keyPath});
      for (const index of indexes) store.createIndex(index.name, index.keyPath);
    }
  };
  const db = await answered(request);
  await inTransaction(db, 'readwrite', async (transaction) => {
    for (const {name, keyPath, rows} of frozen.stores) {
      for (const {key, value} of rows) {
        await answered(transaction.objectStore(name).add(unpacked(value), keyPath === null ? key : undefined));
      }
    }
  });
  db.close();
}

/** JSON knows no typed arrays: they become an object with one field, named as no field of ours is. */
function packed(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return {[`$${value.constructor.name}`]: base64url(bytes)};
  }
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, packed(field)]));
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value);
  const [name, field] = fields[0] ?? ['', undefined];
  if (name.startsWith('$')) return arrayOf(name.slice(1) as ArrayName, String(field));
  return Object.fromEntries(fields.map(([each, inside]) => [each, unpacked(inside)]));
}

function arrayOf(name: ArrayName, text: string): ArrayBufferView {
  const kind = must(arrays[name], 'a kind of array that rests in a store');
  return new kind(fromBase64url(text).buffer);
}
