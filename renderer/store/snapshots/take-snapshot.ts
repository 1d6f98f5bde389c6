import type {ShopKind} from '#core/journal/marker.ts';
import {beginning} from '#core/journal/entry.ts';
import {assert, must} from '#core/lib/assert.ts';
import {ChunkFiller, type PlainChunk} from '#core/snapshot/chunk-content.ts';
import type {JournalPosition, Manifest} from '#core/snapshot/manifest.ts';
import type {Instant} from '#core/time/instant.ts';
import {answered} from '../idb-transaction.ts';
import type {InDatabase} from '../intake/kept-files.ts';
import {lastOfOutbox} from '../kept-outbox.ts';
import {appendOnly, browserVersions, owners} from '../store-layouts.ts';
import {Pace, readRecords} from './read-records.ts';
import type {Secret} from './snapshot-cipher.ts';
import type {SnapshotSink} from './snapshot-source.ts';
import type {Watch} from './watch.ts';
import {SnapshotWriter} from './write-snapshot.ts';

/** Where a store stands, read in the transaction of its rows. */
export interface Standing {
  readonly n: number;
  readonly position: JournalPosition;
  readonly incarnation: string;
}

/** What a snapshot is taken of. */
export interface Subject {
  readonly inDatabase: InDatabase;
  readonly kind: ShopKind;
  readonly secret: Secret;
  readonly madeAt: Instant;
  readonly standing: (transaction: IDBTransaction) => Promise<Standing>;
}

/** Where a store stands; one that no journal has seen yet has a number and no hash of its own. */
export async function standingOf(transaction: IDBTransaction): Promise<Standing> {
  const meta = transaction.objectStore('meta');
  const last = await lastOfOutbox(transaction);
  const lastN = last?.n ?? (await answered<number | undefined>(meta.get('lastN'))) ?? 0;
  const position = last?.hash === undefined ? {...beginning, n: lastN} : {n: last.n, hash: last.hash};
  const incarnation = (await answered<string | undefined>(meta.get('incarnation'))) ?? '';
  return {n: position.n, position, incarnation};
}

/**
 * Writes everything that rests in a store, as of one moment, and answers what was written. It knows no feature: it takes each
 * object store as it is. Writers wait only while the first transaction reads what may change; what is only ever added is read
 * afterwards, up to the keys there were at that moment.
 */
export async function takeSnapshot(subject: Subject, sink: SnapshotSink, watch: Watch): Promise<Manifest> {
  const writer = await SnapshotWriter.begin(sink, subject.secret);
  watch.signal?.throwIfAborted();
  const {standing, storeVersion, names, chunks, later, ownerKeys} = await subject.inDatabase(
    'readonly',
    (transaction) => readChanging(transaction, subject.standing),
  );
  const total = chunks.length + later.reduce((sum, {keys}) => sum + keys.length, 0);
  let done = 0;
  const step = (count: number): void => {
    done += count;
    watch.signal?.throwIfAborted();
    watch.tell?.(done / total);
  };

  for (const name of names) writer.count(name);
  // Each is let go as soon as it is written.
  for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
    await writer.add(chunk);
    step(1);
  }
  for (const one of later) {
    const missing = await writeLater(subject.inDatabase, one, {writer, step});
    const owner = owners[one.store];
    if (owner !== undefined && missing.size > 0) await writeGone(writer, {...one, owner, missing, ownerKeys});
  }
  return writer.end({...standing, shop: subject.kind, madeAt: subject.madeAt, storeVersion});
}

/** An object store that is read when there is time, and the keys it had. */
interface Later {
  readonly store: string;
  readonly isKeyed: boolean;
  readonly keys: readonly IDBValidKey[];
}

async function readChanging(transaction: IDBTransaction, standingOf: Subject['standing']) {
  const names = [...transaction.objectStoreNames];
  const chunks: PlainChunk[] = [];
  const later: Later[] = [];
  const ownerKeys = new Set<IDBValidKey>();
  const standing = await standingOf(transaction);
  for (const name of names) {
    const store = transaction.objectStore(name);
    const isKeyed = store.keyPath === null;
    if (appendOnly.includes(name) || Object.hasOwn(owners, name)) {
      later.push({store: name, isKeyed, keys: await answered(store.getAllKeys())});
    } else {
      await readRecords(store, fillerOf(name, isKeyed), (chunk) => chunks.push(chunk));
    }
    if (Object.values(owners).includes(name)) {
      for (const key of await answered(store.getAllKeys())) ownerKeys.add(key);
    }
  }
  const storeVersion = transaction.db.version / browserVersions;
  return {standing, storeVersion, names, chunks, later, ownerKeys};
}

function fillerOf(store: string, isKeyed: boolean): ChunkFiller {
  return new ChunkFiller(store, isKeyed ? 'keyedRecords' : 'records');
}

/** Writes the records of these keys; answers those that were let go meanwhile. */
async function writeLater(
  inDatabase: InDatabase,
  {store: name, isKeyed, keys}: Later,
  {writer, step}: {readonly writer: SnapshotWriter; readonly step: (count: number) => void},
): Promise<ReadonlySet<IDBValidKey>> {
  const filler = fillerOf(name, isKeyed);
  const missing = new Set<IDBValidKey>();
  const pace = new Pace();
  for (let at = 0; at < keys.length;) {
    const batch = keys.slice(at, at + pace.limit);
    const values = await inDatabase('readonly', (transaction) => {
      const store = transaction.objectStore(name);
      return Promise.all(batch.map((key) => answered<unknown>(store.get(key))));
    });
    let bytes = 0;
    for (const [index, key] of batch.entries()) {
      const value = values[index];
      if (value === undefined) {
        assert(Object.hasOwn(owners, name), 'what is only ever added is never taken away');
        missing.add(key);
        continue;
      }
      const before = filler.length;
      const chunk = filler.add(key, value);
      bytes += (chunk?.bytes.length ?? filler.length) - before;
      if (chunk) await writer.add(chunk);
    }
    pace.after(bytes);
    at += batch.length;
    step(batch.length);
  }
  const rest = filler.end();
  if (rest) await writer.add(rest);
  return missing;
}

/** Takes back what was written of owners that have lost a part: they and all their parts were let go. */
async function writeGone(
  writer: SnapshotWriter,
  {
    store,
    keys,
    owner,
    missing,
    ownerKeys,
  }: Later & {
    readonly owner: string;
    readonly missing: ReadonlySet<IDBValidKey>;
    readonly ownerKeys: ReadonlySet<IDBValidKey>;
  },
): Promise<void> {
  const gone = new Set([...missing].map(ownerOf));
  const parts = keys.filter((key) => gone.has(ownerOf(key)) && !missing.has(key));
  const whole = [...gone].filter((key) => ownerKeys.has(key));
  await addGone(writer, store, parts);
  await addGone(writer, owner, whole);
}

async function addGone(writer: SnapshotWriter, store: string, keys: readonly IDBValidKey[]): Promise<void> {
  const filler = new ChunkFiller(store, 'goneKeys');
  for (const key of keys) {
    const chunk = filler.add(key, undefined);
    if (chunk) await writer.add(chunk);
  }
  const rest = filler.end();
  if (rest) await writer.add(rest);
}

function ownerOf(key: IDBValidKey): IDBValidKey {
  return must(Array.isArray(key) ? key[0] : undefined, 'a key that begins with its owner');
}
