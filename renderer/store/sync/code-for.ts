import {must} from '#core/lib/assert.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import type {MasterOfShop} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import type {DexieStore} from '../dexie-store.ts';
import {fingerprintOf, newSecret, proofOf, verifierOf, wrapKey, writeJoinCode} from './join-code.ts';
import type {MasterDoor} from './master-door.ts';

/** A code with which one more desk joins, for so many minutes. */
export async function codeFor(
  {store, door, master}: {readonly store: DexieStore; readonly door: MasterDoor; readonly master: MasterOfShop},
  minutes: number,
): Promise<Result<{readonly code: string; readonly expiresAt: Instant}>> {
  if (await store.read((tx) => tx.meta('founding'))) return fail('cloud.shop_empty');
  const shopKey = must(await store.read((tx) => tx.meta('shopKey')), 'an open shop has its key');
  const code = {secret: newSecret(), fingerprint: await fingerprintOf(master.key)};
  const asked = {
    verifier: await verifierOf(await proofOf(code)),
    wrapped: await wrapKey(code, shopKey),
    minutes,
  };
  const added = await door.addCode(master.shopId, asked);
  if (!added.ok) return added;
  const {codeId, expiresAt} = added.value;
  return ok({code: writeJoinCode({...code, url: master.url, codeId}), expiresAt});
}
