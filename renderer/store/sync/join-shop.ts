import {beginning} from '#core/journal/entry.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {type TableName, tables} from '#core/schema.ts';
import type {OwnLine} from '#core/sync/lines.ts';
import type {ShopManifest, TieredChunk} from '#core/sync/shop-chunks.ts';
import type {MasterOfShop} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import type {DexieStore} from '../dexie-store.ts';
import {newIncarnation as newName} from '../safety/incarnation.ts';
import {broughtIn, putNew} from './bring-chunks.ts';
import {newDeskKeys} from './desk-keys.ts';
import {type JoinCode, fingerprintOf, proofOf, readJoinCode, unwrapKey} from './join-code.ts';
import {MasterDoor} from './master-door.ts';
import type {Network} from './master-http.ts';

export interface Joining {
  readonly code: string;
  readonly deskName: string;
  readonly network: Network;
  readonly now: Instant;
  readonly tell: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** What a marker is to know of a shop that came from a master. */
export interface JoinedShop {
  readonly shopKey: Uint8Array<ArrayBuffer>;
  readonly incarnation: string;
  readonly lines: readonly OwnLine[];
  readonly master: MasterOfShop;
}

/**
 * Fills an empty store with the shop that a code leads to, as far as a desk needs it in order to work; older orders come later. Until
 * the last transaction it is no shop, and asked for with the same code it goes on as the same desk.
 */
export async function joinShop(store: DexieStore, joining: Joining): Promise<Result<JoinedShop> | 'cancelled'> {
  const code = readJoinCode(joining.code);
  if (!code.ok) return code;
  const {network, signal} = joining;
  const door = new MasterDoor(network, {url: code.value.url});
  const key = await door.key();
  if (!key.ok) return key;
  // Before anything of the code is told.
  if ((await fingerprintOf(key.value)) !== code.value.fingerprint) return fail('sync.other_master');
  const admitted = await admit(store, {joining, code: code.value, door, key: key.value});
  if (!admitted.ok) return admitted;

  const {url, token, shopId} = admitted.value.master;
  const inside = new MasterDoor(network, {url, token});
  signal.addEventListener('abort', () => inside.close(), {once: true});
  const manifest = await inside.manifest(shopId);
  if (signal.aborted) return 'cancelled';
  if (!manifest.ok) return manifest;
  await clearRows(store);
  const brought = await bringHot(store, {door: inside, shopId, chunks: hotOf(manifest.value), joining});
  if (brought === 'cancelled' || !brought.ok) return brought;
  await makeWhole(store, {...admitted.value, manifest: manifest.value, now: joining.now});
  return admitted;
}

async function admit(
  store: DexieStore,
  {
    joining,
    code,
    door,
    key,
  }: {readonly joining: Joining; readonly code: JoinCode; readonly door: MasterDoor; readonly key: string},
): Promise<Result<JoinedShop>> {
  const {publicKey, privateKey, replica, incarnation} = await ourselves(store, code);
  const proof = await proofOf(code);
  const asked = {codeId: code.codeId, proof, replica, inc: incarnation, publicKey, name: joining.deskName};
  const joined = await door.join(asked, key);
  if (!joined.ok) return joined;
  const {shop: shopId, token, wrapped} = joined.value;
  const shopKey = await unwrapKey(code, wrapped);
  if (!shopKey.ok) return shopKey;
  return ok({
    shopKey: shopKey.value,
    incarnation,
    lines: [{replica, inc: incarnation, from: 0}],
    master: {url: code.url, shopId, token, key, privateKey},
  });
}

/** Who this desk is: who it was when it tried this code before, because the master lets nobody else in with it. */
async function ourselves(store: DexieStore, {codeId, url}: JoinCode) {
  const known = await store.read(async (tx) => ({
    joining: await tx.meta('joining'),
    master: await tx.meta('master'),
    lines: await tx.meta('lines'),
  }));
  const line = known.lines?.[0];
  if (known.joining?.codeId === codeId && known.master && line) {
    const {publicKey} = known.joining;
    return {publicKey, privateKey: known.master.privateKey, replica: line.replica, incarnation: line.inc};
  }
  const {publicKey, privateKey} = await newDeskKeys();
  const [replica, incarnation] = [newName(), newName()];
  await store.write(async (tx) => {
    await tx.setMeta('joining', {codeId, publicKey});
    await tx.setMeta('lines', [{replica, inc: incarnation, from: 0}]);
    await tx.setMeta('master', {url, shopId: '', token: '', key: '', privateKey});
  });
  return {publicKey, privateKey, replica, incarnation};
}

async function clearRows(store: DexieStore): Promise<void> {
  await store.inDatabase('readwrite', async (transaction) => {
    for (const name of transaction.objectStoreNames) if (name !== 'meta') transaction.objectStore(name).clear();
  });
}

async function bringHot(
  store: DexieStore,
  {
    door,
    shopId,
    chunks,
    joining,
  }: {
    readonly door: MasterDoor;
    readonly shopId: string;
    readonly chunks: readonly TieredChunk[];
    readonly joining: Joining;
  },
): Promise<Result<null> | 'cancelled'> {
  let done = 0;
  joining.tell(done, chunks.length);
  for await (const some of broughtIn({door, shopId}, chunks)) {
    if (joining.signal.aborted) return 'cancelled';
    if (!some.ok) return some;
    await store.write(async (tx) => {
      for (const one of some.value) await putNew(tx, one);
    });
    done += some.value.length;
    joining.tell(done, chunks.length);
  }
  return ok(null);
}

async function makeWhole(
  store: DexieStore,
  {manifest, now, ...who}: JoinedShop & {readonly manifest: ShopManifest; readonly now: Instant},
): Promise<void> {
  const {epoch, seq, hash, chunks} = manifest;
  await store.write(async (tx) => {
    await tx.setMeta('shopKey', who.shopKey);
    await tx.setMeta('incarnation', who.incarnation);
    await tx.setMeta('lines', who.lines);
    await tx.setMeta('master', who.master);
    await tx.setMeta('place', {epoch, seq, hash});
    await tx.setMeta('decided', beginning);
    const coming = chunks.filter((chunk) => !isHot(chunk));
    await tx.setMeta('coming', coming);
    await tx.setMeta('comingLeft', coming.length);
    await tx.setMeta('shop', {kind: 'own', madeAt: now, whole: true});
  });
}

function hotOf({chunks}: ShopManifest): readonly TieredChunk[] {
  return chunks.filter(isHot);
}

/** Only of packed tables there is more than one needs in order to work. */
function isHot({tier, table}: TieredChunk): boolean {
  return tier === 'hot' || !(Object.hasOwn(tables, table) && tables[table as TableName].packed);
}
