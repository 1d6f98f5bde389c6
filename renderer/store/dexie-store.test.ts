import 'fake-indexeddb/auto';
import {describe, expect, it} from 'vitest';
import {business} from '#core/testing/given.ts';
import {storeConformance} from '#core/testing/store-conformance.ts';
import {DexieStore} from './dexie-store.ts';

describe('the store in IndexedDB', () => {
  storeConformance(async (name) => new DexieStore(name));

  it('keeps what was put when it is closed and opened again', async () => {
    const before = new DexieStore('again');
    await before.write((tx) => tx.put('businesses', business));
    before.close();
    const after = new DexieStore('again');
    expect(await after.read((tx) => tx.get('businesses', business.id))).toEqual(business);
  });
});
