import {beginning} from '#core/journal/entry.ts';
import {must} from '#core/lib/assert.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {type TableName, tables} from '#core/schema.ts';
import {headOf} from '#core/sync/replica.ts';
import {type ChunkFacts, genesisHash} from '#core/sync/snapshot.ts';
import type {MasterOfShop, Meta, Store} from '#core/sync/store.ts';
import type {DexieStore} from '../dexie-store.ts';
import {answered} from '../idb-transaction.ts';
import {newIncarnation as newName} from '../safety/incarnation.ts';
import {confirmedRows} from './confirmed-rows.ts';
import {type Chunk, cutChunks} from './cut-chunks.ts';
import {newDeskKeys} from './desk-keys.ts';
import {masterAddress} from '#core/sync/master-address.ts';
import {MasterDoor} from './master-door.ts';
import type {Network} from './master-http.ts';

/** A place at a master that waits for a shop. */
export interface Promised {
  readonly master: MasterOfShop;
  readonly replica: string;
}

interface Wish {
  readonly url: string;
  readonly setupCode: string;
  readonly deskName: string;
  readonly inc: string;
  readonly signal: AbortSignal;
}

/** Asks a master for a place for a shop. Nothing of the shop goes there yet. */
export async function askForPlace(
  network: Network,
  {url: typed, setupCode, deskName, inc, signal}: Wish,
): Promise<Result<Promised> | 'cancelled'> {
  const url = masterAddress(typed);
  if (!url.ok) return url;
  const door = new MasterDoor(network, {url: url.value});
  signal.addEventListener('abort', () => door.close(), {once: true});
  const key = await door.key();
  if (signal.aborted) return 'cancelled';
  if (!key.ok) return key;
  const [{publicKey, privateKey}, shopId, replica] = [await newDeskKeys(), newName(), newName()];
  const found = await door.foundShop(shopId, {setupCode, replica, inc, publicKey, name: deskName});
  if (!found.ok) return signal.aborted ? 'cancelled' : found;
  const master = {url: url.value, shopId, token: found.value.token, key: key.value, privateKey};
  if (!signal.aborted) return ok({replica, master});
  await new MasterDoor(network, master).takeBack(shopId);
  return 'cancelled';
}

/**
 * From this transaction on what is done here waits for the master, and remembers what it found: so what the shop was at this moment
 * can be read at any later one. For a store that nobody else has open.
 */
export function beginWaiting(store: Store, {master, replica}: Promised): Promise<Result<null>> {
  return store.write(async (tx) => {
    if (await tx.meta('place')) return fail('sync.joined_already');
    const decided = await headOf(tx);
    const inc = must(await tx.meta('incarnation'), 'a store that is looked after');
    await tx.setMeta('master', master);
    await tx.setMeta('founding', true);
    await tx.setMeta('lines', [{replica, inc, from: decided.n}]);
    await tx.setMeta('decided', decided);
    await tx.setMeta('place', {epoch: 1, seq: 0, hash: beginning.hash});
    return ok(null);
  });
}

/** What a shop that lives alone does not remember. */
const ofMaster = ['master', 'founding', 'lines', 'decided', 'place'] as const satisfies readonly (keyof Meta)[];

/**
 * Lets a shop that is still on its way to a master live alone again, as if it had never begun: what was done meanwhile stays done. For
 * a store that nobody else has open.
 */
export function liveAlone(store: DexieStore): Promise<Result<null>> {
  return store.inDatabase('readwrite', async (transaction) => {
    const meta = transaction.objectStore('meta');
    if ((await answered(meta.get('founding'))) !== true) return fail('sync.joined_already');
    for (const key of ofMaster) meta.delete(key);
    return ok(null);
  });
}

/** Lets the master forget what has come there of a shop, if it can be reached, and the shop live alone in any case. */
export async function takeShopBack(
  store: DexieStore,
  network: Network,
): Promise<Result<{readonly isLeftThere: boolean}>> {
  const [master, founding] = await store.read(async (tx) => [await tx.meta('master'), await tx.meta('founding')]);
  if (!master || !founding) return fail('sync.joined_already');
  const gone = await new MasterDoor(network, master).takeBack(master.shopId);
  if (!gone.ok && gone.fault.code === 'cloud.shop_shared') return gone;
  const alone = await liveAlone(store);
  // Whom the master does not know has nothing there.
  return alone.ok ? ok({isLeftThere: !gone.ok && gone.fault.code !== 'sync.revoked'}) : alone;
}

export interface Sending {
  readonly door: MasterDoor;
  readonly shopId: string;
  readonly tell: (done: number, total: number) => void;
  /** Called before the master is asked to begin: from then on others may be let in there. */
  readonly begins: () => Promise<void>;
  readonly isWanted: () => boolean;
}

/** Sends what the shop was when it began to wait. Stopped anywhere, it is begun again and comes out the same. */
export async function sendShop(
  store: DexieStore,
  {door, shopId, tell, begins, isWanted}: Sending,
): Promise<Result<null>> {
  const sent: ChunkFacts[] = [];
  const names = Object.keys(tables) as TableName[];
  for (const [at, table] of names.entries()) {
    const rows = await confirmedRows(store, table, isWanted);
    if (!isWanted()) return fail('store.closed');
    let done = 0;
    for await (const {facts, text} of cutChunks(table, rows) as AsyncIterable<Chunk>) {
      const put = await door.putChunk(shopId, facts.sha, text);
      if (!put.ok) return put;
      sent.push(facts);
      done += facts.rows;
      tell(at * tellParts + Math.round((done / rows.length) * tellParts), names.length * tellParts);
    }
  }
  await begins();
  const begun = await door.begin(shopId, sent);
  if (!begun.ok) return begun;
  const place = begun.value;
  if (place.hash !== genesisHash(sent) || place.seq !== 0) return fail('sync.not_a_master');
  await store.write(async (tx) => {
    await tx.setMeta('place', place);
    await tx.setMeta('founding', false);
  });
  return ok(null);
}

const tellParts = 100;
