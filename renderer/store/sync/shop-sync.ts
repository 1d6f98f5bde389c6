import type {Engine} from '#core/data/engine.ts';
import {packerOf} from '#core/data/new-page.ts';
import type {Disk} from '#core/journal/disk.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import {registry} from '#core/registry.ts';
import type {SyncState} from '#core/sync/messages.ts';
import {SyncSession} from '#core/sync/session.ts';
import type {MasterOfShop, Store} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import {databaseOf} from '../database-name.ts';
import {keepOutside, newIncarnation} from '../safety/incarnation.ts';
import type {Safety} from '../safety/safety.ts';
import {httpLine} from './http-line.ts';
import {MasterHttp, type Network} from './master-http.ts';
import {syncFacts} from './sync-facts.ts';
import {type LoopNews, SyncLoop} from './sync-loop.ts';
import {TellingApplier} from './telling-applier.ts';
import {watchWaking} from './wake-watch.ts';

/** What the windows of a profile tell each other of one shop and its master. */
type Word = {readonly state: SyncState} | {readonly ask: true} | {readonly hurry: true};

export interface ShopSyncHost {
  readonly kind: ShopKind;
  readonly store: Store;
  readonly engine: Engine;
  readonly safety: Safety;
  readonly disk: Disk;
  readonly network: Network;
  readonly now: () => Instant;
  readonly tell: (state: SyncState) => void;
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
  #loop: SyncLoop | undefined;
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

  /** Tries at once. */
  hurry(): void {
    if (this.#loop) this.#loop.hurry();
    else this.#say({hurry: true});
  }

  /** Answers once nothing of it is under way any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#telling);
    this.#stopWatching();
    this.#others.close();
    await this.#loop?.close();
  }

  /** Begins to talk with the master, where the shop has one. */
  async #begin(): Promise<void> {
    const master = await this.#host.store.read((tx) => tx.meta('master'));
    if (!master || this.#isClosed || this.#loop) return;
    this.#loop = this.#loopWith(master);
    this.#stopWatching = watchWaking(() => this.#loop?.hurry());
  }

  #loopWith({url, token, shopId}: MasterOfShop): SyncLoop {
    const {kind, store, engine, safety, disk, network, now, report} = this.#host;
    const pack = packerOf(registry.views);
    const applier = new TellingApplier(store, registry.mutators, {
      pack,
      changed: async (changes) => {
        this.#plan();
        await engine.applied(changes);
      },
    });
    return new SyncLoop({
      line: httpLine(new MasterHttp(network, {url, token}), shopId),
      session: new SyncSession({store, applier, keep: keepOutside(kind, disk), newName: newIncarnation}),
      store,
      savedN: () => safety.state?.savedN ?? 0,
      now,
      later: (ms, work) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
      dice,
      tell: (news) => {
        this.#news = news;
        this.#plan();
      },
      report: (error) => {
        if (!this.#isClosed) report(error);
      },
    });
  }

  #plan(): void {
    if (!this.#loop || this.#isClosed) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      void this.#tell().catch((error: unknown) => {
        if (!this.#isClosed) this.#host.report(error);
      });
    }, tellMs);
  }

  async #tell(): Promise<void> {
    this.#publish(await syncFacts(this.#host.store, this.#news));
    this.#say({state: this.#state});
  }

  #hear(word: Word): void {
    if ('state' in word) {
      if (!this.#keeps) this.#publish(word.state);
    } else if ('hurry' in word) this.#loop?.hurry();
    else this.#plan();
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

const diceSides = 2 ** 32;

function dice(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / diceSides;
}
