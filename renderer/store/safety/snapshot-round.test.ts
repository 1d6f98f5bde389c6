import {expect, test} from 'vitest';
import {MemoryStore} from '#core/testing/memory-store.ts';
import type {Meta} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import {hasJustCome, isDue} from './snapshot-round.ts';

const madeAt = Date.UTC(2026, 10, 23, 9) as Instant;
const after = (ms: number): Instant => (madeAt + ms) as Instant;
const minuteMs = 60_000;

const shop: Partial<Meta> = {shop: {kind: 'own', madeAt, whole: true}};
const master = {
  url: 'http://127.0.0.1:1',
  shopId: 'shop--------',
  token: 'A'.repeat(43),
  key: 'A'.repeat(43),
  privateKey: new Uint8Array(),
};

async function storeOf(meta: Partial<Meta>): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    for (const [key, value] of Object.entries(meta)) await tx.setMeta(key as keyof Meta, value as never);
  });
  return store;
}

test('a shop that has just come from its master is not copied at once, for it can be had there again', async () => {
  const joined = await storeOf({...shop, master});
  const founding = await storeOf({...shop, master, founding: true});
  const alone = await storeOf(shop);
  expect([
    await hasJustCome(joined, after(0)),
    await hasJustCome(joined, after(5 * minuteMs - 1)),
    await hasJustCome(joined, after(5 * minuteMs)),
    await hasJustCome(founding, after(0)),
    await hasJustCome(alone, after(0)),
  ]).toEqual([true, true, false, false, false]);
});

test('a snapshot is due once a day, and at once where nothing else tells of the shop', () => {
  const dayMs = 24 * 60 * minuteMs;
  expect([
    isDue(undefined, after(0), true),
    isDue(madeAt, after(dayMs - 1), true),
    isDue(madeAt, after(dayMs), true),
    isDue(madeAt, after(0), false),
  ]).toEqual([true, false, true, true]);
});
