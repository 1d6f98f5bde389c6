import {Dexie} from 'dexie';
import type {ShopKind} from '#core/journal/marker.ts';
import {must} from '#core/lib/assert.ts';
import {storeVersion} from '#core/schema.ts';
import type {Meta} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import {databaseOf} from '../database-name.ts';
import {answered, inTransaction} from '../idb-transaction.ts';
import type {Shelf} from '../snapshots/shelf.ts';
import {browserVersions} from '../store-layouts.ts';
import {faultOf} from '../store-faults.ts';
import {standingOf} from '../snapshots/take-snapshot.ts';

/**
 * Takes a snapshot of a store in the layout it has, if opening it would bring it to a newer one. Without room for it the upgrade
 * goes on: it is one transaction, and the snapshot of yesterday is there. A store that cannot be read is not looked at here.
 */
export async function snapshotBeforeUpgrade(kind: ShopKind, shelf: Shelf, now: Instant): Promise<void> {
  if (!(await Dexie.getDatabaseNames()).includes(databaseOf(kind))) return;
  try {
    const db = await answered(must(Dexie.dependencies.indexedDB, 'a host with databases').open(databaseOf(kind)));
    const isOlder = db.version < storeVersion * browserVersions && db.objectStoreNames.contains('meta');
    if (isOlder) await keepAsItIs(db, kind, shelf, now);
    db.close();
  } catch (error) {
    if (faultOf(error) === undefined) throw error;
  }
}

async function keepAsItIs(db: IDBDatabase, kind: ShopKind, shelf: Shelf, now: Instant): Promise<void> {
  const {shopKey, shop} = await inTransaction(db, 'readonly', async (transaction) => {
    const meta = transaction.objectStore('meta');
    return {
      shopKey: await answered<Meta['shopKey'] | undefined>(meta.get('shopKey')),
      shop: await answered<Meta['shop'] | undefined>(meta.get('shop')),
    };
  });
  if (!shopKey || !shop?.whole) return;
  await shelf.keep(
    {
      kind,
      madeAt: now,
      inDatabase: (mode, body) => inTransaction(db, mode, body),
      secret: {sealedUnder: 'shop', bytes: shopKey},
      standing: standingOf,
    },
    {},
  );
}
