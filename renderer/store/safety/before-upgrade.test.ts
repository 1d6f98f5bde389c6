import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {storeVersion} from '#core/schema.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {Shelf} from '../snapshots/shelf.ts';
import {type FrozenStore, thaw} from '../testing/frozen-store.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {ADesk, inDatabase} from './testing/a-desk.ts';

async function thawed(version: number): Promise<FrozenStore> {
  const sample = new URL(`../samples/store-${version}.json.gz`, import.meta.url);
  const frozen = JSON.parse(gunzipSync(readFileSync(sample)).toString()) as FrozenStore;
  await thaw(frozen, emptyDesk());
  return frozen;
}

test('before a store of an older layout is brought to a newer one, it is kept as it was', async () => {
  await thawed(1);
  const disk = new MemoryDisk();
  const shopKey = await inDatabase('demo', 'readonly', async (transaction) =>
    transaction.objectStore('meta').get('shopKey'),
  );
  const desk = new ADesk(disk);
  const opened = await desk.shops.open('demo');
  const shelf = new Shelf(disk, 'demo');
  const listed = await shelf.list();
  const bytes = shopKey.result as Uint8Array<ArrayBuffer>;
  const newest = await shelf.newestWhole({sealedUnder: 'shop', bytes}, {});
  const upgraded = await inDatabase('demo', 'readonly', async (transaction) => transaction.db.version);
  await desk.quit();
  expect({
    opened: opened.ok,
    verified: listed.map(({verified}) => verified),
    layout: newest !== 'cancelled' && newest.ok && newest.value.newest?.snapshot.manifest.storeVersion,
    upgraded,
    bugs: desk.bugs,
  }).toEqual({opened: true, verified: [true], layout: 1, upgraded: storeVersion * 10, bugs: []});
});

test('a store of today’s layout is opened without a snapshot, and a desk without one makes none', async () => {
  await thawed(storeVersion);
  const disk = new MemoryDisk();
  const desk = new ADesk(disk);
  await desk.shops.open('demo');
  const listed = (await new Shelf(disk, 'demo').list()).length;
  await desk.quit();
  emptyDesk();
  const empty = new MemoryDisk();
  const opened = await new ADesk(empty).shops.open('own');
  expect([listed, opened.ok, await empty.list('own')]).toEqual([0, false, []]);
});
