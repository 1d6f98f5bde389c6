import type {SafetyState, SnapshotFacts} from '#core/data/messages.ts';
import type {Disk} from '#core/journal/disk.ts';
import type {Entry} from '#core/journal/entry.ts';
import type {Journal} from '#core/journal/journal.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import {type Result, fail} from '#core/lib/result.ts';
import type {Instant} from '#core/time/instant.ts';
import type {DexieStore} from '../dexie-store.ts';
import {Shelf} from '../snapshots/shelf.ts';
import {DailySnapshots} from './daily-snapshots.ts';
import type {DeskLocks} from './desk-locks.ts';
import {Guard, type Keeping} from './guard.ts';
import {markUnreadable} from './unreadable-mark.ts';

export interface SafetyHost {
  readonly kind: ShopKind;
  readonly disk: Disk;
  readonly store: DexieStore;
  readonly locks: DeskLocks;
  readonly now: () => Instant;
  readonly tell: (state: SafetyState) => void;
  readonly report: (error: unknown) => void;
}

/** Who goes by what is saved. */
export interface SafetyFollower {
  /** This window keeps the journal from now on. */
  readonly keeps: () => void;
  readonly saved: (n: number) => void;
}

/** What makes an open shop safe from the loss of its store: the journal, by `Guard`, and a snapshot a day. */
export class Safety {
  readonly #host: SafetyHost;
  readonly #guard: Guard;
  readonly #shelf: Shelf;
  #daily: DailySnapshots | undefined;
  #followers: readonly SafetyFollower[] = [];

  constructor(host: SafetyHost, keeping: Keeping | undefined) {
    this.#host = host;
    this.#shelf = new Shelf(host.disk, host.kind);
    const keeps = (journal: Journal, secured: boolean): void => {
      const taken = (): void => this.#guard.secure();
      this.#daily = new DailySnapshots({...host, shelf: this.#shelf, journal, taken}, secured);
      for (const follower of this.#followers) follower.keeps();
    };
    const tell = (state: SafetyState): void => {
      host.tell(state);
      for (const follower of this.#followers) follower.saved(state.savedN);
    };
    this.#guard = new Guard({...host, tell, keeps}, keeping);
  }

  /** Whether this window keeps the journal. */
  get keeps(): boolean {
    return this.#daily !== undefined;
  }

  get state(): SafetyState | undefined {
    return this.#guard.state;
  }

  /** Tells somebody from now on; at once that this window keeps the journal, if it does. */
  follow(follower: SafetyFollower): void {
    this.#followers = [...this.#followers, follower];
    if (this.#daily) follower.keeps();
  }

  /** Mutations that this window has committed. */
  committed(entries: readonly Entry[]): void {
    this.#guard.committed(entries);
  }

  /** Newest first. */
  async snapshots(): Promise<readonly SnapshotFacts[]> {
    const shelved = await this.#shelf.list();
    return shelved.map(({madeAt, bytes, n, verified}) => ({madeAt, bytes, n, verified}));
  }

  /** Takes one now. Only the window that keeps the journal can. */
  async takeSnapshot(): Promise<Result<SnapshotFacts> | 'cancelled'> {
    return this.#daily?.take() ?? fail('store.other_window', {});
  }

  /** The right to write the journal; undefined where another window has it. */
  handOver(): (() => void) | undefined {
    return this.#guard.handOver();
  }

  /** Something of the store could not be read: the next start builds it anew. */
  async suspect(): Promise<void> {
    await markUnreadable(this.#host.disk, this.#host.kind);
  }

  async close(): Promise<void> {
    await this.#daily?.close();
    await this.#guard.close();
  }
}
