import type {Engine} from '#core/data/engine.ts';
import {packerOf} from '#core/data/new-page.ts';
import type {Disk} from '#core/journal/disk.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {registry} from '#core/registry.ts';
import type {JustAppended} from '#core/sync/just-appended.ts';
import type {SyncState} from '#core/sync/messages.ts';
import {SyncSession} from '#core/sync/session.ts';
import type {MasterOfShop} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import {databaseOf} from '../database-name.ts';
import {keepOutside, newIncarnation} from '../safety/incarnation.ts';
import {markFounding} from '../safety/master-outside.ts';
import type {Safety} from '../safety/safety.ts';
import type {DexieStore} from '../dexie-store.ts';
import {bringOlder} from './bring-chunks.ts';
import type {ShopCopy} from './copy-shop.ts';
import {sendShop} from './found-shop.ts';
import {httpLine} from './http-line.ts';
import {MasterDoor} from './master-door.ts';
import {Repeated, type Rest} from './repeated.ts';
import {MasterHttp, type Network} from './master-http.ts';
import {syncFacts} from './sync-facts.ts';
import {type LoopNews, SyncLoop} from './sync-loop.ts';
import {TellingApplier} from './telling-applier.ts';
import {watchWaking} from './wake-watch.ts';

/** What the windows of a profile tell each other of one shop and its master. */
type Word = {readonly state: SyncState} | {readonly ask: true} | {readonly hurry: true};

export interface ShopSyncHost {
  readonly kind: ShopKind;
  readonly store: DexieStore;
  readonly engine: Engine;
  /** What the engine has appended. */
  readonly appended: JustAppended;
  readonly safety: Safety;
  readonly disk: Disk;
  readonly network: Network;
  readonly now: () => Instant;
  readonly tell: (state: SyncState) => void;
  /** Puts what the master has in the place of what is here. The shop is closed for it and opened again. */
  readonly replaceWith: (copy: ShopCopy) => Promise<Result<null>>;
  /** Lets a shop that is on its way to a master live alone again; it is closed for that, and opened again. */
  readonly takeBack: () => Promise<unknown>;
  readonly report: (error: unknown) => void;
}

/** A page is told at most four times a second. */
const tellMs = 250;

/**
 * What an open shop has to do with its master. The window that keeps the journal talks with it, because only there it is known what
 * is saved; the others hear from it how far that is.
 */
export class ShopSync {
  readonly #host: ShopSyncHost;
  readonly #others: BroadcastChannel;
  #preparing: Repeated | undefined;
  #door: MasterDoor | undefined;
  #loop: SyncLoop | undefined;
  #isReady = false;
  #isCopying = false;
  readonly #waiting: ((done: Result<null>) => void)[] = [];
  #comingTotal = 0;
  #sent = {done: 0, total: 0};
  #news: LoopNews = {headSeq: 0};
  #state: SyncState = {state: 'absent'};
  #telling: ReturnType<typeof setTimeout> | undefined;
  #keeps = false;
  #isClosed = false;
  #stopWatching: () => void = () => undefined;

  constructor(host: ShopSyncHost) {
    this.#host = host;
    this.#others = new BroadcastChannel(`${databaseOf(host.kind)}-sync`);
    this.#others.onmessage = ({data}: MessageEvent<Word>) => this.#hear(data);
    host.safety.follow({
      keeps: () => {
        this.#keeps = true;
        void this.#begin().catch(host.report);
      },
      saved: () => {
        this.#loop?.saved();
        this.#plan();
      },
    });
    if (!this.#keeps) this.#say({ask: true});
  }

  /** As far as this window knows. */
  get state(): SyncState {
    return this.#state;
  }

  /** As it is now. */
  async look(): Promise<SyncState> {
    if (this.#keeps) this.#publish(await this.#facts());
    return this.#state;
  }

  /** Tries at once. */
  hurry(): void {
    if (!this.#preparing) return this.#say({hurry: true});
    this.#preparing.hurry();
    this.#loop?.hurry();
  }

  /** Answers once nothing of it is under way any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#telling);
    this.#stopWatching();
    this.#others.close();
    for (const answer of this.#waiting.splice(0)) answer(fail('store.closed'));
    this.#door?.close();
    await this.#preparing?.close();
    await this.#loop?.close();
  }

  /** Answers once there is nothing more to do before decisions can be taken, or why that has not gone well yet. */
  prepared(): Promise<Result<null>> {
    if (this.#isReady) return Promise.resolve(ok(null));
    if (this.#isClosed) return Promise.resolve(fail('store.closed'));
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Begins to talk with the master, where the shop has one. */
  async #begin(): Promise<void> {
    const master = await this.#host.store.read((tx) => tx.meta('master'));
    if (!master || this.#isClosed || this.#preparing) return;
    const timing = {later, dice, report: this.#report};
    this.#preparing = new Repeated({...timing, round: () => this.#prepare(master)});
    this.#preparing.nudge();
    this.#stopWatching = watchWaking(() => this.hurry());
  }

  /** Before decisions are taken, the master has all of the shop, or the shop all that it has at the master. */
  async #prepare(master: MasterOfShop): Promise<Rest> {
    // Told once more that the network is back: nothing is left to prepare, and one loop is enough.
    if (this.#loop) return 'idle';
    const {kind, disk, store, network, now, engine, takeBack} = this.#host;
    this.#door = new MasterDoor(network, master);
    const bringing = {store, door: this.#door, shopId: master.shopId};
    const isFounding = await store.read((tx) => tx.meta('founding'));
    const done = isFounding
      ? await sendShop(store, {
          ...bringing,
          tell: (sent, total) => {
            this.#sent = {done: sent, total};
            this.#plan();
          },
          begins: () => markFounding(kind, disk, {master, since: now()}),
          isWanted: () => !this.#isClosed,
        })
      : await bringOlder(bringing, {
          changed: (changes) => engine.applied(changes),
          paged: (table) => engine.pagesCame(table),
          tell: (left) => this.#left(left),
        });
    if (this.#isClosed) return 'idle';
    for (const answer of this.#waiting.splice(0)) answer(done);
    this.#news = {...this.#news, ...(done.ok ? {} : {problem: done.fault})};
    this.#plan();
    // The master has dropped the copy of the shop that was being fetched, because it is too old: from the beginning, then.
    if (!isFounding && !done.ok && done.fault.code === 'cloud.not_found')
      void this.#copyAgain(master).catch(this.#report);
    // It was taken back before it was told so here, or the master has lost it.
    if (isFounding && !done.ok && done.fault.code === 'sync.revoked') void takeBack().catch(this.#report);
    if (!done.ok) return 'trouble';
    this.#isReady = true;
    this.#loop = this.#loopWith(master);
    return 'idle';
  }

  #facts(): Promise<SyncState> {
    return syncFacts(this.#host.store, this.#news, {comingTotal: this.#comingTotal, sent: this.#sent});
  }

  #left(chunks: number): void {
    this.#comingTotal = Math.max(this.#comingTotal, chunks);
    this.#plan();
  }

  #loopWith(master: MasterOfShop): SyncLoop {
    const {url, token, shopId} = master;
    const {kind, store, engine, appended, safety, disk, network, now} = this.#host;
    const pack = packerOf(registry.views);
    const applier = new TellingApplier(store, registry.mutators, {
      pack,
      appended,
      savedN: () => safety.state?.savedN ?? 0,
      changed: async (changes) => {
        this.#plan();
        await engine.applied(changes);
      },
    });
    return new SyncLoop({
      line: httpLine(new MasterHttp(network, {url, token}), shopId),
      session: new SyncSession({store, applier, appended, keep: keepOutside(kind, disk), newName: newIncarnation}),
      store,
      savedN: () => safety.state?.savedN ?? 0,
      now,
      later,
      dice,
      tell: (news) => {
        this.#news = news;
        this.#plan();
      },
      report: this.#report,
      parted: () => void this.#copyAgain(master).catch(this.#report),
    });
  }

  async #copyAgain({shopId}: MasterOfShop): Promise<void> {
    const {store, replaceWith} = this.#host;
    if (this.#isCopying || !this.#door) return;
    this.#isCopying = true;
    const lines = (await store.read((tx) => tx.meta('lines'))) ?? [];
    const {fetchCopy} = await import('./copy-shop.ts');
    const copy = await fetchCopy(lines, {door: this.#door, shopId});
    // The loop tells why nothing goes on, and asks again after a while.
    if (copy.ok && !this.#isClosed) await replaceWith(copy.value);
    this.#isCopying = false;
  }

  readonly #report = (error: unknown): void => {
    // What was under way when the shop was closed does not end well, and is no bug.
    if (!this.#isClosed) this.#host.report(error);
  };

  #plan(): void {
    if (!this.#preparing || this.#isClosed) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      void this.#tell().catch(this.#report);
    }, tellMs);
  }

  async #tell(): Promise<void> {
    this.#say({state: await this.look()});
  }

  #hear(word: Word): void {
    if ('state' in word) {
      if (!this.#keeps) this.#publish(word.state);
    } else if ('hurry' in word) {
      if (this.#keeps) this.hurry();
    } else this.#plan();
  }

  #publish(state: SyncState): void {
    if (this.#isClosed) return;
    this.#state = state;
    this.#host.tell(state);
  }

  #say(word: Word): void {
    if (!this.#isClosed) this.#others.postMessage(word);
  }
}

function later(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

const diceSides = 2 ** 32;

function dice(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / diceSides;
}
