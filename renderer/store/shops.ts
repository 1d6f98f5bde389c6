import {Dexie} from 'dexie';
import type {ShopFacts} from '#core/data/messages.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import {must} from '#core/lib/assert.ts';
import type {Instant} from '#core/time/instant.ts';
import {type Progress, writeDemo} from './demo-writer.ts';
import {DexieStore} from './dexie-store.ts';
import {type Shop, databaseOf, factsOf, openShop} from './shop.ts';
import {newShopKey, webVault} from './web-vault.ts';

const kinds: readonly ShopKind[] = ['demo', 'own'];

/** The shops on this desk, of which one is open in this window. */
export class Shops {
  readonly #report: (error: unknown) => void;
  readonly #otherWindows = new BroadcastChannel('tradewind-shops');
  #open: Shop | undefined;

  /** `changed` is called when another window deletes a shop or makes one. */
  constructor(report: (error: unknown) => void, changed: () => void) {
    this.#report = report;
    this.#otherWindows.onmessage = ({data}: MessageEvent<{readonly deleted?: ShopKind}>) => {
      if (data.deleted === this.#open?.facts.kind) this.#close();
      changed();
    };
  }

  /** The shop in this window, if one is open: another window may delete it at any moment. */
  get current(): Shop | undefined {
    return this.#open;
  }

  async list(): Promise<readonly ShopFacts[]> {
    const names = await Dexie.getDatabaseNames();
    const found: ShopFacts[] = [];
    for (const kind of kinds) {
      if (!names.includes(databaseOf(kind))) continue;
      const store = new DexieStore(databaseOf(kind));
      const facts = await factsOf(kind, store);
      store.close();
      if (facts?.whole) found.push(facts);
    }
    return found;
  }

  async open(kind: ShopKind): Promise<ShopFacts | undefined> {
    if (this.#open?.facts.kind === kind) return this.#open.facts;
    this.#close();
    this.#open = await openShop(kind, this.#report);
    return this.#open?.facts;
  }

  /** An empty shop of the seller's own; the one that stands already, if there is one. */
  async begin(now: Instant): Promise<ShopFacts> {
    const standing = await this.open('own');
    if (standing) return standing;

    const store = new DexieStore(databaseOf('own'));
    await store.write(async (tx) => {
      await tx.setMeta('shopKey', newShopKey());
      await tx.setMeta('shop', {kind: 'own', madeAt: now, whole: true});
    });
    store.close();
    this.#otherWindows.postMessage({});
    return must(await this.open('own'), 'a shop that was just begun');
  }

  /** A new demo shop in the place of the old one; undefined if it was cancelled, and then there is none. */
  async makeDemo(
    wish: {readonly seed: string; readonly orderCount: number; readonly now: Instant},
    progress: Progress,
  ): Promise<ShopFacts | undefined> {
    await this.delete('demo');
    const store = new DexieStore(databaseOf('demo'));
    const shopKey = newShopKey();
    const facts = {kind: 'demo', madeAt: wish.now, orderCount: wish.orderCount} as const;
    // Not whole yet: killed from here on, it is no shop, and the next demo clears it away.
    await store.write(async (tx) => {
      await tx.setMeta('shopKey', shopKey);
      await tx.setMeta('shop', {...facts, whole: false});
    });
    const written = await writeDemo(store, await webVault(shopKey), wish, progress);
    if (written) await store.write((tx) => tx.setMeta('shop', {...facts, whole: true}));
    store.close();
    if (!written) {
      await this.delete('demo');
      return undefined;
    }
    this.#otherWindows.postMessage({});
    return this.open('demo');
  }

  async delete(kind: ShopKind): Promise<void> {
    if (this.#open?.facts.kind === kind) this.#close();
    // Other windows close it too; the database goes when the last of them has.
    this.#otherWindows.postMessage({deleted: kind});
    await Dexie.delete(databaseOf(kind));
  }

  #close(): void {
    this.#open?.close();
    this.#open = undefined;
  }
}
