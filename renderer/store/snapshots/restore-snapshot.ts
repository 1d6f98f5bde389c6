import {Dexie} from 'dexie';
import {assert} from '#core/lib/assert.ts';
import {storeVersion} from '#core/schema.ts';
import type {StoredRecord} from '#core/snapshot/chunk-content.ts';
import type {ChunkKind, Manifest} from '#core/snapshot/manifest.ts';
import {Refusal, damaged} from '#core/snapshot/refusal.ts';
import {lineBegun} from '#core/sync/lines.ts';
import type {Meta} from '#core/sync/store.ts';
import {answered, inTransaction} from '../idb-transaction.ts';
import {declareLayouts} from '../store-layouts.ts';
import {pause} from './pause.ts';
import type {OpenSnapshot} from './read-snapshot.ts';
import {type Outcome, type Watch, outcomeOf} from './watch.ts';

/** What one transaction writes at most, so that others of this worker have their turn; a chunk is about a megabyte. */
const recordsAtOnce = 500;
/** Holds `shop` with its mark of being whole, so it is written last. */
const lastStore = 'meta';

/** What a restored store is given in place of what it had. */
export interface Renewal {
  /** A name that no store has had: copies of a store must not speak with one voice. */
  readonly incarnation?: string;
  /** More is done to it before it is a shop. */
  readonly isUnfinished?: boolean;
}

/**
 * Fills an empty database of this name with a snapshot, in the layout in which it was taken; opening it as a shop takes it on
 * from there. Until its last transaction it is no shop. Cancelled or refused, the database is deleted.
 */
export async function restoreSnapshot(
  snapshot: OpenSnapshot,
  name: string,
  {watch, renewal = {}}: {readonly watch: Watch; readonly renewal?: Renewal},
): Promise<Outcome<Manifest>> {
  const {manifest} = snapshot;
  const dexie = new Dexie(name, {cache: 'disabled'});
  const {signal} = watch;
  const undo = (): Promise<void> => {
    dexie.close();
    return Dexie.delete(name);
  };
  // Before anything is written, so that nothing is deleted that was there.
  const isEmpty = await outcomeOf(() => openEmpty(dexie, manifest), {undo: async () => dexie.close()});
  if (isEmpty === 'cancelled' || !isEmpty.ok) return isEmpty;
  return outcomeOf(
    async () => {
      await fill(dexie.backendDB(), snapshot, watch, renewal);
      dexie.close();
      return manifest;
    },
    {signal, undo},
  );
}

async function openEmpty(dexie: Dexie, manifest: Manifest): Promise<void> {
  if (manifest.storeVersion > storeVersion) throw new Refusal('store.newer');
  declareLayouts(dexie, manifest.storeVersion);
  await dexie.open();
  const counts = await inTransaction(dexie.backendDB(), 'readonly', countsOf);
  assert(
    [...counts.values()].every((count) => count === 0),
    'a snapshot is restored into an empty database',
  );
  assert(
    manifest.counts.every(({store}) => counts.has(store)),
    'a layout has the object stores it had',
  );
}

async function fill(db: IDBDatabase, snapshot: OpenSnapshot, {tell, signal}: Watch, renewal: Renewal): Promise<void> {
  const {chunks} = snapshot.manifest;
  const indexed = chunks.map((chunk, index) => ({...chunk, index}));
  const ordinary = indexed.filter(({store}) => store !== lastStore);
  let coming = read(snapshot, ordinary[0]?.index);
  for (const [at, {store, kind}] of ordinary.entries()) {
    const records = await coming;
    // The next one is opened while this one is written.
    coming = read(snapshot, ordinary[at + 1]?.index);
    for (let from = 0; from < records.length; from += recordsAtOnce) {
      await pause();
      signal?.throwIfAborted();
      const some = records.slice(from, from + recordsAtOnce);
      await inTransaction(db, 'readwrite', async (transaction) => writeRecords(transaction, store, kind, some));
    }
    tell?.((at + 1) / chunks.length);
  }

  const last: {readonly kind: ChunkKind; readonly records: readonly StoredRecord[]}[] = [];
  for (const {store, kind, index} of indexed) {
    if (store === lastStore) last.push({kind, records: await snapshot.records(index)});
  }
  signal?.throwIfAborted();
  await inTransaction(db, 'readwrite', async (transaction) => {
    for (const {kind, records} of last) writeRecords(transaction, lastStore, kind, records);
    const counts = await countsOf(transaction);
    if (snapshot.manifest.counts.some(({store, records}) => counts.get(store) !== records)) throw damaged();
    await renewIn(transaction.objectStore(lastStore), renewal, snapshot.manifest.n);
  });
  tell?.(1);
}

/** What the store says of itself, in the transaction that makes it whole. */
async function renewIn(meta: IDBObjectStore, {incarnation, isUnfinished = false}: Renewal, n: number): Promise<void> {
  if (incarnation === undefined) return;
  meta.put(incarnation, 'incarnation');
  const shop = await answered<Meta['shop'] | undefined>(meta.get('shop'));
  if (isUnfinished) return void meta.put({...shop, whole: false}, 'shop');
  const lines = await answered<Meta['lines'] | undefined>(meta.get('lines'));
  if (lines) meta.put(lineBegun(lines, {inc: incarnation, from: n}), 'lines');
}

function read(snapshot: OpenSnapshot, index: number | undefined): Promise<readonly StoredRecord[]> {
  const records = index === undefined ? Promise.resolve([]) : snapshot.records(index);
  // Refused while the one before is still being written: heard when it is awaited.
  records.catch(() => undefined);
  return records;
}

function writeRecords(
  transaction: IDBTransaction,
  name: string,
  kind: ChunkKind,
  records: readonly StoredRecord[],
): void {
  const store = transaction.objectStore(name);
  for (const {key, value} of records) {
    if (kind === 'goneKeys') store.delete(key as IDBValidKey);
    else store.add(value, kind === 'keyedRecords' ? (key as IDBValidKey) : undefined);
  }
}

async function countsOf(transaction: IDBTransaction): Promise<ReadonlyMap<string, number>> {
  const names = [...transaction.objectStoreNames];
  const counts = await Promise.all(names.map((name) => answered(transaction.objectStore(name).count())));
  return new Map(names.map((name, at) => [name, counts[at] ?? 0]));
}
