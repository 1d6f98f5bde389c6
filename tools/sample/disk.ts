// Writes what lies outside of IndexedDB of a small shop today (marker, journal, a snapshot and the journal behind it) to
// `renderer/store/samples`: every later version must build the shop from it. Run once for each number: npx tsx tools/sample/disk.ts
import {existsSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {assert, must} from '#core/lib/assert.ts';
import {base64url} from '#core/lib/hash.ts';
import {createBusiness, createStorefront, removeStorefront} from '#core/storefronts/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {business, storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import type {Instant} from '#core/time/instant.ts';
import {deskLocks} from '../../renderer/store/safety/desk-locks.ts';
import {Shops} from '../../renderer/store/shops.ts';
import {emptyDesk} from '../../renderer/store/testing/in-process.ts';

const number = 1;
const file = fileURLToPath(new URL(`../../renderer/store/samples/disk-${number}.json.gz`, import.meta.url));
const now = Date.UTC(2026, 10, 28, 9) as Instant;

assert(!existsSync(file), 'a sample is frozen: a new form gets a new number');
emptyDesk();
const disk = new MemoryDisk();
const shops = new Shops(
  {
    report: (error) => {
      throw error;
    },
    changed: () => undefined,
    replaced: () => undefined,
    safety: () => undefined,
    recovery: () => undefined,
    unreadable: () => undefined,
    now: () => now,
  },
  Promise.resolve({disk, locks: deskLocks()}),
);
await shops.begin(now);
const {engine, safety} = must(shops.current, 'a shop that was just begun');
await engine.mutate([callOf(createBusiness, business), callOf(createStorefront, storefront)], {at: now});
await safety?.takeSnapshot();
await engine.mutate([callOf(removeStorefront, {storefrontId: storefront.id})], {at: now});
await engine.mutate([callOf(createStorefront, {...storefront, name: 'Behind the snapshot'})], {at: now});
await shops.current?.close();

const files: [string, string][] = [];
for (const path of disk.paths()) files.push([path, base64url(must(await disk.read(path), 'a listed file'))]);
const frozen = gzipSync(JSON.stringify(files), {level: 9});
writeFileSync(file, frozen);
console.log(`${file}: ${frozen.length} bytes, ${files.map(([path]) => path).join(', ')}`);
process.exit();
