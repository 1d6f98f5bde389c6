import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {fromBase64url} from '#core/lib/hash.ts';
import {storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {ADesk} from './testing/a-desk.ts';

// What version 1 of marker, journal and snapshot left outside of a store. The file never changes, and neither does what is built from it.
let desk: ADesk | undefined;

beforeEach(() => void emptyDesk());
afterEach(() => desk?.quit());

function thawed(without: (path: string) => boolean = () => false): MemoryDisk {
  const sample = new URL('../samples/disk-1.json.gz', import.meta.url);
  const files = JSON.parse(gunzipSync(readFileSync(sample)).toString()) as [string, string][];
  const kept = files.filter(([path]) => !without(path));
  return new MemoryDisk({files: new Map(kept.map(([path, text]) => [path, fromBase64url(text)]))});
}

async function built(disk: MemoryDisk) {
  desk = new ADesk(disk);
  const opened = await desk.shops.open('own');
  const row = await desk.shops.current?.store.read((tx) => tx.get('storefronts', storefront.id));
  return {recovered: opened.ok && opened.value.recovered, name: row?.name, bugs: desk.bugs};
}

const nothingMissing = {damaged: 0, refused: 0, aside: 0, lost: 0};

test('a shop is built from the snapshot and the journal of version 1', async () => {
  expect(await built(thawed())).toEqual({
    recovered: {why: 'lost', snapshotAt: Date.UTC(2026, 10, 28, 9), replayed: 2, ...nothingMissing},
    name: 'Behind the snapshot',
    bugs: [],
  });
});

test('a shop is built from the journal of version 1 alone', async () => {
  expect(await built(thawed((path) => path.includes('/snapshots/')))).toEqual({
    recovered: {why: 'lost', replayed: 4, ...nothingMissing},
    name: 'Behind the snapshot',
    bugs: [],
  });
});
