import {Dexie} from 'dexie';
import {assert, must} from '#core/lib/assert.ts';
import type {Instant} from '#core/time/instant.ts';
import {writeDemo} from '../../../renderer/store/demo-writer.ts';
import {DexieStore} from '../../../renderer/store/dexie-store.ts';
import {restoreSnapshot} from '../../../renderer/store/snapshots/restore-snapshot.ts';
import {Shelf} from '../../../renderer/store/snapshots/shelf.ts';
import {storeDigest} from '../../../renderer/store/snapshots/store-digest.ts';
import {type Subject, standingOf} from '../../../renderer/store/snapshots/take-snapshot.ts';
import {newShopKey, webVault} from '../../../renderer/store/web-vault.ts';
import type {Asked, Told} from './messages.ts';
import {OpfsDisk} from './opfs-disk.ts';

const [shop, copy] = ['shop', 'copy'];
const now = Date.UTC(2026, 10, 28) as Instant;
const secret = {sealedUnder: 'shop', bytes: new Uint8Array(32).fill(7)} as const;
const shelf = new Shelf(new OpfsDisk(), 'demo');
/** Between two mutations. */
const restMs = 5;

let kept = 0;
let firstMs = 0;

async function answer(asked: Asked): Promise<Omit<Told, 'ms' | 'deafMs'>> {
  switch (asked.ask) {
    case 'fill':
      return fill(asked.orderCount);
    case 'keep':
      return keep();
    case 'keepBusy':
      return busyWhile(keep);
    case 'onlyBusy':
      return busyWhile(async () => {
        await rest(asked.ms);
        return {};
      });
    case 'verify': {
      await whole();
      return {};
    }
    case 'restore': {
      const {snapshot} = await whole();
      const began = performance.now();
      const outcome = await restoreSnapshot(snapshot, copy, {watch: {}});
      assert(outcome !== 'cancelled' && outcome.ok, 'a snapshot that can be restored');
      return {plainBytes: snapshot.manifest.plainBytes, partMs: performance.now() - began};
    }
    case 'digests':
      return {digests: [await digestOf(shop), await digestOf(copy)]};
  }
}

async function fill(orderCount: number): Promise<Omit<Told, 'ms'>> {
  const store = new DexieStore(shop);
  const shopKey = newShopKey();
  const progress = {tell: () => undefined, cancelled: () => false};
  await writeDemo(store, await webVault(shopKey), {seed: 'bench', orderCount, now}, progress);
  await store.write((tx) => tx.setMeta('shopKey', shopKey));
  store.close();
  return {};
}

async function keep(): Promise<Omit<Told, 'ms'>> {
  const store = new DexieStore(shop);
  let isFirst = true;
  const inDatabase: Subject['inDatabase'] = async (mode, body) => {
    const began = performance.now();
    const value = await store.inDatabase(mode, body);
    if (isFirst) firstMs = performance.now() - began;
    isFirst = false;
    return value;
  };
  kept += 1;
  const subject = {
    inDatabase,
    kind: 'demo',
    secret,
    madeAt: (now + kept * 1_000) as Instant,
    standing: standingOf,
  } as const;
  const outcome = await shelf.keep(subject, {});
  store.close();
  assert(outcome !== 'cancelled' && outcome.ok, 'a snapshot that there is room for');
  return {bytes: outcome.value.bytes, partMs: firstMs};
}

async function whole() {
  const outcome = await shelf.newestWhole(secret, {});
  assert(outcome !== 'cancelled' && outcome.ok, 'a shelf that can be read');
  return must(outcome.value.newest, 'a snapshot that is whole');
}

/** Small writes one behind the other, as mutations are, until the work is done. */
async function busyWhile(work: () => Promise<Omit<Told, 'ms'>>): Promise<Omit<Told, 'ms'>> {
  const store = new DexieStore(shop);
  let isDone = false;
  let [count, longestMs] = [0, 0];
  const writing = (async () => {
    while (!isDone) {
      const began = performance.now();
      await store.write(async (tx) => {
        count = ((await tx.meta('lastN')) ?? 0) + 1;
        await tx.setMeta('lastN', count);
      });
      longestMs = Math.max(longestMs, performance.now() - began);
      await rest(restMs);
    }
  })();
  const told = await work();
  isDone = true;
  await writing;
  store.close();
  return {...told, writes: {count, longestMs}};
}

async function digestOf(name: string): Promise<string> {
  const dexie = new Dexie(name);
  await dexie.open();
  const digest = await storeDigest(dexie.backendDB());
  dexie.close();
  return digest;
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

self.addEventListener('message', ({data}: MessageEvent<Asked>) => {
  const began = performance.now();
  let last = began;
  let deafMs = 0;
  const listening = setInterval(() => {
    const heard = performance.now();
    deafMs = Math.max(deafMs, heard - last);
    last = heard;
  }, 1);
  answer(data)
    .then((told) => self.postMessage({...told, ms: performance.now() - began, deafMs}))
    .catch((error: unknown) => self.postMessage({failed: String(error)}))
    .finally(() => clearInterval(listening));
});
