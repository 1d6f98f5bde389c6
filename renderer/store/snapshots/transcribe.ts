import {storeVersion} from '#core/schema.ts';
import type {Manifest} from '#core/snapshot/manifest.ts';
import {Refusal, damaged} from '#core/snapshot/refusal.ts';
import type {Meta} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import type {OpenSnapshot} from './read-snapshot.ts';
import type {Secret} from './snapshot-cipher.ts';
import type {SnapshotSink} from './snapshot-source.ts';
import type {Watch} from './watch.ts';
import {SnapshotWriter} from './write-snapshot.ts';

/** What the store in a snapshot says of itself. */
export interface ShopInside {
  readonly shop: Meta['shop'];
  readonly shopKey: Meta['shopKey'];
}

/** Refuses a snapshot of a newer layout, and one that holds no whole shop. */
export async function shopInside(snapshot: OpenSnapshot): Promise<ShopInside> {
  const {chunks, storeVersion: version} = snapshot.manifest;
  if (version > storeVersion) throw new Refusal('store.newer');
  const said = new Map<unknown, unknown>();
  for (const [index, {store}] of chunks.entries()) {
    if (store !== 'meta') continue;
    for (const {key, value} of await snapshot.records(index)) said.set(key, value);
  }
  const [shop, shopKey] = [said.get('shop') as Meta['shop'] | undefined, said.get('shopKey')];
  if (!shop?.whole || !(shopKey instanceof Uint8Array)) throw damaged();
  return {shop, shopKey: new Uint8Array(shopKey)};
}

/** Writes the same content under another secret, as a snapshot of another moment. */
export async function transcribe(
  snapshot: OpenSnapshot,
  {secret, madeAt, incarnation}: {readonly secret: Secret; readonly madeAt: Instant; readonly incarnation: string},
  sink: SnapshotSink,
  {tell, signal}: Watch,
): Promise<Manifest> {
  const {shop, storeVersion: version, n, position, counts, chunks} = snapshot.manifest;
  const writer = await SnapshotWriter.begin(sink, secret);
  for (const {store} of counts) writer.count(store);
  for (const index of chunks.keys()) {
    signal?.throwIfAborted();
    await writer.add(await snapshot.plain(index));
    tell?.((index + 1) / chunks.length);
  }
  return writer.end({shop, madeAt, storeVersion: version, n, position, incarnation});
}
