import {expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {boughtLabelIdOf} from '#core/shipping/bought/label-id.ts';
import type {Instant} from '#core/time/instant.ts';
import {emptyDesk, startDataWorker} from '../testing/in-process.ts';
import {LabelStore} from './label-bytes.ts';

const idOf = (place: number) => boughtLabelIdOf({fileId: 'file', place});
const day = 86_400_000;
const label = (place: number) => ({labelId: idOf(place), bytes: new Uint8Array([place, 2, 3])});

/** The labels of a shop that was just begun. */
async function labels(): Promise<{
  readonly store: LabelStore;
  readonly raw: () => Promise<string>;
  readonly close: () => void;
}> {
  emptyDesk();
  const worker = startDataWorker();
  await worker.shops.begin(1 as Instant);
  const {store, vault} = must(worker.shops.current, 'a shop that was just begun');
  const inDatabase = store.inDatabase.bind(store);
  const raw = () =>
    inDatabase('readonly', async (transaction) => {
      const asked = transaction.objectStore('boughtBytes').getAll();
      await new Promise((resolve) => (asked.onsuccess = resolve));
      return JSON.stringify(asked.result);
    });
  return {store: new LabelStore(inDatabase, vault), raw, close: () => worker.close()};
}

test('a label comes back as it was kept, and lies sealed', async () => {
  const {store, raw, close} = await labels();
  const secret = new TextEncoder().encode('Ada Pohl, Ahornweg 3 '.repeat(50));
  await store.keep([{labelId: idOf(1), bytes: secret}, label(2)], 1 as Instant);
  const told = [await store.bytes(idOf(1)), await store.bytes(idOf(9)), await store.held([idOf(2), idOf(9)])];
  expect([told, (await raw()).includes('Ada')]).toEqual([[secret, undefined, [idOf(2)]], false]);
  close();
});

test('what a killed desk left, and what left the house long ago, is let go; all else stays', async () => {
  const {store, close} = await labels();
  await store.keep([1, 2, 3, 4].map(label), 1 as Instant);
  const known = [
    {id: idOf(2)},
    {id: idOf(3), parcelId: 'parcel', usedAt: 1 as Instant},
    {id: idOf(4), parcelId: 'parcel', usedAt: (80 * day) as Instant},
  ];
  await store.sweep(known, (100 * day) as Instant);
  const held = await store.held([1, 2, 3, 4].map(idOf));
  await store.keep([label(5)], (100 * day) as Instant);
  await store.sweep(known, (100 * day + 60_000) as Instant);
  expect([held, await store.held([idOf(5)])]).toEqual([[idOf(2), idOf(4)], [idOf(5)]]);
  close();
});
