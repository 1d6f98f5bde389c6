import 'fake-indexeddb/auto';
import {describe, expect, it} from 'vitest';
import {business} from '#core/testing/given.ts';
import {storeConformance} from '#core/testing/store-conformance.ts';
import {DexieStore} from './dexie-store.ts';
import {isDamage} from './store-faults.ts';

describe('the store in IndexedDB', () => {
  storeConformance(async (name) => new DexieStore(name));

  it('keeps what was put when it is closed and opened again', async () => {
    const before = new DexieStore('again');
    await before.write((tx) => tx.put('businesses', business));
    before.close();
    const after = new DexieStore('again');
    expect(await after.read((tx) => tx.get('businesses', business.id))).toEqual(business);
  });

  it('is damaged, and never begun anew as an empty one, once the browser has taken it away', async () => {
    const store = new DexieStore('taken');
    await store.write((tx) => tx.put('businesses', business));
    const database = await store.inDatabase('readonly', async (transaction) => transaction.db);
    database.close();
    database.onclose?.(new Event('close'));
    const found = await store.read((tx) => tx.get('businesses', business.id)).catch(isDamage);
    expect(found).toBe(true);
  });
});
