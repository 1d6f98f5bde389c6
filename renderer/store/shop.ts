import {Engine} from '#core/data/engine.ts';
import type {ShopFacts} from '#core/data/messages.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import type {Vault} from '#core/lib/sealed.ts';
import {registry} from '#core/registry.ts';
import {JustAppended} from '#core/sync/just-appended.ts';
import type {SyncState} from '#core/sync/messages.ts';
import type {Store} from '#core/sync/store.ts';
import {databaseOf} from './database-name.ts';
import type {DexieStore} from './dexie-store.ts';
import {KeptFiles} from './intake/kept-files.ts';
import type {Outside} from './safety/outside.ts';
import type {Safety} from './safety/safety.ts';
import type {Network} from './sync/master-http.ts';
import {ShopSync, type ShopSyncHost} from './sync/shop-sync.ts';
import {webVault} from './web-vault.ts';

const tellLaterMs = 1_000;

/** A shop that is open in this worker. */
export interface Shop {
  readonly facts: ShopFacts;
  readonly engine: Engine;
  /** For what is read outside of queries; rows change only through the engine. */
  readonly store: DexieStore;
  readonly vault: Vault;
  readonly files: KeptFiles;
  /** What keeps it safe from its own loss; undefined where the host has no place outside of the store. */
  readonly safety: Safety | undefined;
  /** What it has to do with its master; undefined where nothing could be saved before it is told. */
  readonly sync: ShopSync | undefined;
  /** Answers once nothing of it is being written any more. */
  close(): Promise<void>;
}

/** What a store says of itself, or undefined for one in which nobody has begun a shop. */
export async function factsOf(kind: ShopKind, store: Store): Promise<ShopFacts | undefined> {
  const shop = await store.read((tx) => tx.meta('shop'));
  return shop && {...shop, kind};
}

/** How a shop reaches a master, and where it tells how far it is with that. */
export interface SyncHost {
  readonly network: Network;
  readonly tell: (state: SyncState) => void;
}

export interface ShopHost {
  readonly safety: Safety | undefined;
  readonly report: (error: unknown) => void;
  readonly sync?: SyncHost & Pick<ShopSyncHost, 'now' | 'replaceWith' | 'takeBack'> & {readonly outside: Outside};
}

/** Opens a whole shop over its store, or undefined where there is none. */
export async function openShop(
  kind: ShopKind,
  store: DexieStore,
  {safety, report, sync}: ShopHost,
): Promise<Shop | undefined> {
  const [facts, shopKey] = [await factsOf(kind, store), await store.read((tx) => tx.meta('shopKey'))];
  if (!facts?.whole || !shopKey) return undefined;

  let isOpen = true;
  // What it was still reading when it was closed does not end well, and is no bug.
  const reportOpen = (error: unknown): void => {
    if (isOpen) report(error);
  };
  const vault = await webVault(shopKey);
  const otherWindows = new BroadcastChannel(databaseOf(kind));
  const appended = new JustAppended();
  const engine = new Engine({
    store,
    vault,
    registry,
    soon: (work) => void setTimeout(work, 0),
    later: (work) => void setTimeout(work, tellLaterMs),
    announce: (news) => otherWindows.postMessage(news),
    sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
    kept: (entries) => safety?.committed(entries),
    appended,
    report: reportOpen,
  });
  // From here on nothing is missed: what comes while the columns load waits for them.
  otherWindows.onmessage = ({data}: MessageEvent<Parameters<Engine['heard']>[0]>) => engine.heard(data);
  void engine.start().catch(reportOpen);
  const shopSync =
    safety &&
    sync &&
    new ShopSync({
      ...sync,
      disk: sync.outside.disk,
      kind,
      store,
      engine,
      appended,
      safety,
      report: reportOpen,
    });
  return {
    facts,
    engine,
    store,
    vault,
    files: new KeptFiles((mode, body) => store.inDatabase(mode, body), vault),
    safety,
    sync: shopSync,
    close: async () => {
      isOpen = false;
      await shopSync?.close();
      otherWindows.close();
      await safety?.close();
      store.close();
    },
  };
}
