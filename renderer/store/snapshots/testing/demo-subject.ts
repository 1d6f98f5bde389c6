import {Dexie} from 'dexie';
import {Engine} from '#core/data/engine.ts';
import {must} from '#core/lib/assert.ts';
import {registry} from '#core/registry.ts';
import type {Store} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import {writeDemo} from '../../demo-writer.ts';
import {DexieStore} from '../../dexie-store.ts';
import {answered, inTransaction} from '../../idb-transaction.ts';
import {databaseOf} from '../../database-name.ts';
import {newShopKey, webVault} from '../../web-vault.ts';
import {type OpenSnapshot, SealedSnapshot} from '../read-snapshot.ts';
import type {Secret} from '../snapshot-cipher.ts';
import {type SnapshotSink, sourceOfBlob} from '../snapshot-source.ts';
import {storeDigest} from '../store-digest.ts';
import {type Subject, standingOf, takeSnapshot} from '../take-snapshot.ts';

export const madeAt = Date.UTC(2026, 10, 28, 18, 15) as Instant;

/** Writes a demo shop, without a word to the windows that other tests have open. */
export async function writeDemoShop(orderCount: number): Promise<void> {
  const store = new DexieStore(databaseOf('demo'));
  const shopKey = newShopKey();
  const wish = {seed: 'snapshots', orderCount, now: madeAt};
  await writeDemo(store, await webVault(shopKey), wish, {tell: () => undefined, cancelled: () => false});
  await store.write(async (tx) => {
    await tx.setMeta('shopKey', shopKey);
    await tx.setMeta('shop', {kind: 'demo', madeAt, whole: true, orderCount});
  });
  store.close();
}

/** Runs mutations on a store, as silently. */
export async function engineOver(store: Store, {bytes}: Secret): Promise<Engine> {
  return new Engine({
    store,
    vault: await webVault(bytes),
    registry,
    soon: (work) => void setTimeout(work, 0),
    later: (work) => void setTimeout(work, 0),
    announce: () => undefined,
    report: (error) => {
      throw error;
    },
  });
}

/** The demo shop's store, and what a snapshot is taken of. */
export async function demoSubject(at: Instant = madeAt): Promise<Subject & {readonly store: DexieStore}> {
  const store = new DexieStore(databaseOf('demo'));
  const bytes = must(await store.read((tx) => tx.meta('shopKey')), 'a key of the demo shop');
  const secret: Secret = {sealedUnder: 'shop', bytes};
  return {
    inDatabase: (mode, body) => store.inDatabase(mode, body),
    kind: 'demo',
    secret,
    madeAt: at,
    standing: standingOf,
    store,
  };
}

/** A sink that keeps what it takes. */
export function keeping(): SnapshotSink & {blob(): Blob} {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: async (bytes) => void pieces.push(bytes.slice()),
    blob: () => new Blob(pieces),
  };
}

export async function snapshotOf(subject: Subject): Promise<Blob> {
  const sink = keeping();
  await takeSnapshot(subject, sink, {});
  return sink.blob();
}

export async function opened(blob: Blob, secret: Secret): Promise<OpenSnapshot> {
  return (await SealedSnapshot.open(sourceOfBlob(blob))).unlock(secret);
}

/** Looks at a database as it lies there: opened in whatever layout it has. */
export async function inRaw<T>(name: string, look: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const db = await answered(must(Dexie.dependencies.indexedDB, 'a desk with databases').open(name));
  try {
    return await look(db);
  } finally {
    db.close();
  }
}

export function digestOf(name: string): Promise<string> {
  return inRaw(name, storeDigest);
}

/** What a snapshot is taken of, of a database in whatever layout it has. */
export async function rawSubject(db: IDBDatabase): Promise<Subject> {
  const shopKey = (transaction: IDBTransaction) =>
    answered<Uint8Array<ArrayBuffer>>(transaction.objectStore('meta').get('shopKey'));
  const bytes = await inTransaction(db, 'readonly', shopKey);
  return {
    inDatabase: (mode, body) => inTransaction(db, mode, body),
    kind: 'demo',
    secret: {sealedUnder: 'shop', bytes},
    madeAt,
    standing: standingOf,
  };
}

export async function allOf(db: IDBDatabase, name: string): Promise<readonly unknown[]> {
  return inTransaction(db, 'readonly', (transaction) => answered<unknown[]>(transaction.objectStore(name).getAll()));
}
