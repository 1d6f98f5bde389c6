import {Dexie} from 'dexie';
import type {Fault, FaultCode} from '#core/faults.ts';
import type {OpenedShop, RecoveryStep, SafetyState, ShopFacts} from '#core/data/messages.ts';
import {beginning} from '#core/journal/entry.ts';
import {Journal} from '#core/journal/journal.ts';
import {type Marker, type ShopKind, readMarker, shopKinds, writeMarker} from '#core/journal/marker.ts';
import {base64url} from '#core/lib/hash.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import type {Instant} from '#core/time/instant.ts';
import {databaseOf} from './database-name.ts';
import {type Progress, writeDemo} from './demo-writer.ts';
import {DexieStore} from './dexie-store.ts';
import type {DeskLocks} from './safety/desk-locks.ts';
import {journalFolder} from './safety/examine.ts';
import {keeperLock} from './safety/guard.ts';
import {newIncarnation} from './safety/incarnation.ts';
import {forgetMaster, markedMaster} from './safety/master-outside.ts';
import {type Opening, forgetShop, openGuarded, openHeld, startLock} from './safety/open-guarded.ts';
import type {Outside} from './safety/outside.ts';
import {Safety} from './safety/safety.ts';
import {type Shop, type SyncHost, factsOf, openShop} from './shop.ts';
import {isDamage} from './store-faults.ts';
import {type Brought, type Lay, bringInstead, joinPlaceIn} from './sync/bring-instead.ts';
import type {ShopCopy} from './sync/copy-shop.ts';
import {type Promised, beginWaiting, takeShopBack} from './sync/found-shop.ts';
import {newShopKey, webVault} from './web-vault.ts';

export interface ShopsHost {
  readonly report: (error: unknown) => void;
  /** Called when another window deletes a shop or makes one. */
  readonly changed: () => void;
  /** Called when another store stands in the place of this one's, or the same was closed and opened again: by another window, or by itself. */
  readonly replaced: (kind: ShopKind) => void;
  readonly safety: (state: SafetyState) => void;
  readonly recovery: (step: RecoveryStep) => void;
  /** The open shop cannot be read any more; opened again, it is built anew. */
  readonly unreadable: () => void;
  readonly now: () => Instant;
  /** Absent where no shop of this host ever lives with a master. */
  readonly sync?: SyncHost;
}

/** What the windows of a profile tell each other: a shop that was deleted or replaced is closed everywhere. */
interface Word {
  readonly deleted?: ShopKind;
  readonly replaced?: ShopKind;
}

/** How putting another store in the place of a shop's ended; `otherWindow`: it is for another window to do, and nothing was. */
export type Replaced<T> =
  | 'otherWindow'
  | {readonly decided: T; readonly opened: Result<OpenedShop>; readonly fault?: Fault};

/** The shops on this desk, of which one is open in this window. */
export class Shops {
  readonly #host: ShopsHost;
  /** Where markers, journals and snapshots lie; undefined where the host has no such place. */
  readonly #outside: Promise<Outside | undefined>;
  readonly #otherWindows = new BroadcastChannel('tradewind-shops');
  #open: Shop | undefined;
  /** Whether the open shop was built anew when it was opened. */
  #isBuiltAnew = false;
  readonly #lost = new Set<ShopKind>();

  constructor(host: ShopsHost, outside: Promise<Outside | undefined> = Promise.resolve(undefined)) {
    this.#host = host;
    this.#outside = outside;
    this.#otherWindows.onmessage = ({data}: MessageEvent<Word>) => {
      const gone = data.deleted ?? data.replaced;
      if (gone !== undefined && gone === this.#open?.facts.kind) void this.#close();
      host.changed();
      if (data.replaced !== undefined) host.replaced(data.replaced);
    };
  }

  get outside(): Promise<Outside | undefined> {
    return this.#outside;
  }

  /** The shop in this window, if one is open: another window may delete it at any moment. */
  get current(): Shop | undefined {
    return this.#open;
  }

  /** Whether a shop could not be opened, and will not be another time either. */
  isLost(kind: ShopKind): boolean {
    return this.#lost.has(kind);
  }

  /** Shops that stand here, also those whose store is gone: their markers say that they should. */
  async list(): Promise<readonly ShopFacts[]> {
    const outside = await this.#outside;
    const names = await Dexie.getDatabaseNames();
    const found: ShopFacts[] = [];
    for (const kind of shopKinds) {
      const marker = outside && (await readMarker(outside.disk, kind));
      if (marker && !marker.deleted) found.push(factsIn(marker));
      if (marker || !names.includes(databaseOf(kind))) continue;
      const store = new DexieStore(databaseOf(kind));
      const facts = await factsOf(kind, store);
      store.close();
      if (facts?.whole) found.push(facts);
    }
    return found;
  }

  async open(kind: ShopKind): Promise<Result<OpenedShop>> {
    if (this.#open?.facts.kind === kind) return ok({facts: this.#open.facts});
    await this.#close();
    const outside = await this.#outside;
    return outside ? this.#openGuarded(kind, outside) : this.#openAlone(kind);
  }

  /** An empty shop of the seller's own; the one that stands already, if there is one. */
  async begin(now: Instant): Promise<Result<OpenedShop>> {
    if ((await this.list()).some(({kind}) => kind === 'own')) return this.open('own');

    // What is left of a shop that was to come from elsewhere is none.
    await Dexie.delete(databaseOf('own'));
    const store = new DexieStore(databaseOf('own'));
    const shopKey = newShopKey();
    const incarnation = newIncarnation();
    await store.write(async (tx) => {
      await tx.setMeta('shopKey', shopKey);
      await tx.setMeta('incarnation', incarnation);
      await tx.setMeta('shop', {kind: 'own', madeAt: now, whole: true});
    });
    store.close();
    const shop = {kind: 'own', madeAt: now} as const;
    await this.#mark({shop, shopKey: base64url(shopKey), incarnation, origin: 'empty'});
    this.#otherWindows.postMessage({});
    return this.open('own');
  }

  /** A shop of the seller's own that comes from elsewhere. */
  async bring(lay: Lay): Promise<Brought> {
    const place = await joinPlaceIn(this);
    if (place === 'taken') return fail('sync.shop_in_the_way');
    if (place !== 'free') {
      const standing = this.#open;
      const brought = await bringInstead(this, lay, this.#host.now());
      if ((brought === 'cancelled' || !brought.ok) && this.#open !== standing) this.#host.replaced('own');
      return brought;
    }
    const store = new DexieStore(databaseOf('own'));
    const laid = await lay(store).finally(() => store.close());
    if (laid === 'cancelled' || !laid.ok) return laid;
    const {shopKey, incarnation, lines} = laid.value;
    const shop = {kind: 'own', madeAt: this.#host.now()} as const;
    // Until the first snapshot nothing here tells of what came from a master, so that it is known where it can be had again.
    const master = markedMaster(laid.value.master, 0 as Instant);
    await this.#mark({shop, shopKey: base64url(shopKey), incarnation, lines, origin: 'snapshot', master});
    this.#otherWindows.postMessage({});
    const opened = await this.open('own');
    return opened.ok ? ok({}) : opened;
  }

  /**
   * Lets a shop live with a master from now on: what is done in any window after this is told to it. Nobody else has the store open
   * meanwhile, because who has it open believes that it has no master.
   */
  async beginWaiting(promised: Promised): Promise<Result<OpenedShop>> {
    const kind = this.#open?.facts.kind;
    const outside = await this.#outside;
    if (kind === undefined || !outside) return fail('store.no_outside');
    const replaced = await this.replace(kind, async () => {
      if (!(await areGone(outside.locks, keeperLock(kind)))) return fail('store.other_window');
      const store = new DexieStore(databaseOf(kind));
      // Lines of another time, when it came to nothing, are not those of this one.
      await forgetMaster(kind, outside.disk);
      return beginWaiting(store, promised).finally(() => store.close());
    });
    if (replaced === 'otherWindow') return fail('store.other_window');
    this.#host.replaced(kind);
    return replaced.decided.ok ? replaced.opened : replaced.decided;
  }

  /**
   * Lets a shop that is on its way to a master live alone again. The master forgets what has come there, if it can be reached; if not,
   * nobody can do anything with it: no other desk was let in.
   */
  async takeBack(): Promise<Result<{readonly isLeftThere: boolean}>> {
    const [kind, outside, network] = [this.#open?.facts.kind, await this.#outside, this.#host.sync?.network];
    if (kind === undefined || !outside || !network) return fail('store.no_outside');
    // Looked at before the shop is closed for it: it may have arrived meanwhile.
    if (!(await this.#open?.store.read((tx) => tx.meta('founding')))) return fail('sync.joined_already');
    const replaced = await this.replace(kind, async () => {
      if (!(await areGone(outside.locks, keeperLock(kind)))) return fail('store.other_window');
      const store = new DexieStore(databaseOf(kind));
      const taken = await takeShopBack(store, network).finally(() => store.close());
      if (taken.ok) await forgetMaster(kind, outside.disk);
      return taken;
    });
    if (replaced === 'otherWindow') return fail('store.other_window');
    this.#host.replaced(kind);
    return replaced.decided;
  }

  /** Puts what the master has in the place of what stands here, and opens it again, brought up to what the journal tells. */
  async #replaceWith(kind: ShopKind, copy: ShopCopy, {disk, locks}: Outside): Promise<Result<null>> {
    const {putCopy} = await import('./sync/copy-shop.ts');
    const replaced = await this.replace(kind, async () => {
      const found = await Journal.find(disk, journalFolder(kind));
      if (!found || !(await areGone(locks, keeperLock(kind)))) return fail('store.other_window');
      const store = new DexieStore(databaseOf(kind));
      return putCopy(store, copy, {journal: found.journal, now: this.#host.now()}).finally(() => store.close());
    });
    this.#host.replaced(kind);
    return replaced === 'otherWindow' ? fail('store.other_window') : replaced.decided;
  }

  /** A new demo shop in the place of the old one; undefined if it was cancelled, and then there is none. */
  async makeDemo(
    wish: {readonly seed: string; readonly orderCount: number; readonly now: Instant},
    progress: Progress,
  ): Promise<Result<OpenedShop> | undefined> {
    await this.delete('demo');
    const store = new DexieStore(databaseOf('demo'));
    const shopKey = newShopKey();
    const incarnation = newIncarnation();
    const facts = {kind: 'demo', madeAt: wish.now, orderCount: wish.orderCount} as const;
    // Not whole yet: killed from here on, it is no shop, and the next demo clears it away.
    await store.write(async (tx) => {
      await tx.setMeta('shopKey', shopKey);
      await tx.setMeta('incarnation', incarnation);
      await tx.setMeta('shop', {...facts, whole: false});
    });
    const written = await writeDemo(store, await webVault(shopKey), wish, progress);
    if (written) await store.write((tx) => tx.setMeta('shop', {...facts, whole: true}));
    store.close();
    if (!written) {
      await this.delete('demo');
      return undefined;
    }
    const shop = {...facts, seed: wish.seed};
    await this.#mark({shop, shopKey: base64url(shopKey), incarnation, origin: 'demo'});
    this.#otherWindows.postMessage({});
    return this.open('demo');
  }

  /** Told of every error of the open shop: what cannot be read today is built anew at the next start, which is now. */
  async met(error: unknown): Promise<void> {
    const safety = this.#open?.safety;
    if (!safety || !isDamage(error)) return;
    await safety.suspect();
    await this.#close();
    this.#host.unreadable();
  }

  async delete(kind: ShopKind): Promise<void> {
    const outside = await this.#outside;
    const marker = outside && (await readMarker(outside.disk, kind));
    if (outside && marker) await writeMarker(outside.disk, {...marker, deleted: true});
    // No window takes the journal over while it goes.
    const letGo = this.#open?.facts.kind === kind ? this.#open.safety?.handOver() : undefined;
    if (this.#open?.facts.kind === kind) await this.#close();
    // Other windows close it too; the database goes when the last of them has, its journal when nobody writes it any more.
    this.#otherWindows.postMessage({deleted: kind});
    if (!outside) return Dexie.delete(databaseOf(kind));
    const forget = (): Promise<void> => forgetShop(kind, outside.disk);
    return letGo ? forget().finally(letGo) : outside.locks.alone(keeperLock(kind), forget);
  }

  /**
   * Closes a shop in every window, lets something be decided about what stands in its place, and opens that here; if that cannot
   * be, what was open before. Only the window that keeps the journal can; without a journal there is nothing to be careful with.
   */
  async replace<T>(kind: ShopKind, decide: (opening: Opening | undefined) => Promise<T>): Promise<Replaced<T>> {
    const outside = await this.#outside;
    const before = this.#open?.facts.kind;
    const letGo = outside && (await this.#keeping(kind, outside));
    if (outside && !letGo) return 'otherWindow';

    await this.#close();
    this.#otherWindows.postMessage({replaced: kind} satisfies Word);
    const replaced =
      outside && letGo
        ? await this.#replaceHeld(kind, {outside, letGo}, decide)
        : {decided: await decide(undefined), opened: await this.open(kind)};
    if (replaced.opened.ok || before === undefined || before === kind) return replaced;
    return {...replaced, opened: await this.open(before), fault: replaced.opened.fault};
  }

  /** The right to write a shop's journal, from the shop that is open here or from nobody. */
  async #keeping(kind: ShopKind, {locks}: Outside): Promise<(() => void) | undefined> {
    return this.#open?.facts.kind === kind ? this.#open.safety?.handOver() : locks.tryHold(keeperLock(kind));
  }

  /** Until it is opened no other window can open it: it would find what is about to go. */
  async #replaceHeld<T>(
    kind: ShopKind,
    {outside, letGo}: {readonly outside: Outside; readonly letGo: () => void},
    decide: (opening: Opening) => Promise<T>,
  ): Promise<{readonly decided: T; readonly opened: Result<OpenedShop>}> {
    const opening = this.#opening(kind, outside);
    return outside.locks.alone(startLock(kind), async () => {
      const decided = await decide(opening).catch((error: unknown) => {
        letGo();
        throw error;
      });
      return {decided, opened: await this.#showGuarded(await openHeld(opening, letGo), kind, outside)};
    });
  }

  #opening(kind: ShopKind, {disk, locks}: Outside): Opening {
    const {now, recovery: tell, sync} = this.#host;
    return {kind, disk, locks, now: now(), tell, ...(sync && {network: sync.network})};
  }

  async #openAlone(kind: ShopKind): Promise<Result<OpenedShop>> {
    return this.#show(kind, new DexieStore(databaseOf(kind)), undefined);
  }

  async #openGuarded(kind: ShopKind, outside: Outside): Promise<Result<OpenedShop>> {
    return this.#showGuarded(await openGuarded(this.#opening(kind, outside)), kind, outside);
  }

  async #showGuarded(
    opened: Awaited<ReturnType<typeof openGuarded>>,
    kind: ShopKind,
    {disk, locks}: Outside,
  ): Promise<Result<OpenedShop>> {
    const {safety: tell, now} = this.#host;
    if (!opened) return fail('store.unreadable', {});
    if (opened.ok || !lostCodes.includes(opened.fault.code)) this.#lost.delete(kind);
    else this.#lost.add(kind);
    if (!opened.ok) return opened;

    const {store, keeping, recovered, letGo} = opened.value;
    const host = {kind, disk, store, locks, now, tell, report: this.#report};
    const safety = new Safety(host, keeping && letGo && {...keeping, letGo});
    const shown = await this.#show(kind, store, safety);
    this.#isBuiltAnew = recovered !== undefined;
    return shown.ok && recovered ? ok({...shown.value, recovered}) : shown;
  }

  async #show(kind: ShopKind, store: DexieStore, safety: Safety | undefined): Promise<Result<OpenedShop>> {
    const [outside, {sync, now}] = [await this.#outside, this.#host];
    this.#open = await openShop(kind, store, {
      safety,
      report: this.#report,
      ...(outside &&
        sync && {
          sync: {
            ...sync,
            outside,
            now,
            replaceWith: (copy) => this.#replaceWith(kind, copy, outside),
            takeBack: () => this.takeBack(),
          },
        }),
    });
    if (this.#open) return ok({facts: this.#open.facts});
    await safety?.close();
    store.close();
    return fail('store.unreadable', {});
  }

  /** From here on the store's loss is a loss, and its journal begins. */
  async #mark(marker: Omit<Marker, 'turn' | 'format'>): Promise<void> {
    const outside = await this.#outside;
    if (!outside) return;
    await Journal.begin(outside.disk, journalFolder(marker.shop.kind), beginning);
    await writeMarker(outside.disk, marker);
  }

  readonly #report = (error: unknown): void => {
    // What is damaged still after it was built anew is damaged where it was built from: then the error is told.
    if (isDamage(error) && this.#open?.safety && !this.#isBuiltAnew) void this.met(error);
    else this.#host.report(error);
  };

  async #close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.close();
  }
}

const lostCodes: readonly FaultCode[] = ['store.not_recoverable', 'store.join_again'];
const goneWithinMs = 5_000;
const lookMs = 20;

/** Whether no other window of the profile has the shop open: each of them waits to keep its journal. */
async function areGone(locks: DeskLocks, name: string): Promise<boolean> {
  for (let waited = 0; waited < goneWithinMs; waited += lookMs) {
    if ((await locks.waiting(name)) === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  return false;
}

function factsIn({shop: {kind, madeAt, orderCount}}: Marker): ShopFacts {
  return {kind, madeAt, whole: true, ...(orderCount !== undefined && {orderCount})};
}
