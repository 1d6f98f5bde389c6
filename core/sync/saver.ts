import {DiskError} from '../journal/disk.ts';
import type {Entry, Position} from '../journal/entry.ts';
import type {Journal} from '../journal/journal.ts';
import {assert, must} from '../lib/assert.ts';
import {entryBehind} from './replica.ts';
import type {Store} from './store.ts';

/** How far the store's changes are safe from the store's own loss. */
export interface SavedState {
  /** Every mutation up to this number is in the journal. */
  readonly savedN: number;
  /** Why the disk took nothing more, as long as it does not. */
  readonly blocked?: DiskError['kind'];
}

export interface SaverHost {
  readonly store: Store;
  readonly journal: Journal;
  readonly tell: (state: SavedState) => void;
  /** Runs the work after a while. */
  readonly later: (ms: number, work: () => void) => void;
  /** Told of errors that should not be. */
  readonly report: (error: unknown) => void;
}

const mutationsPerRead = 250;
const retryFirstMs = 500;
const retryMostMs = 30_000;

/**
 * Keeps the journal up with the store: what was committed here is appended at once, and what other windows committed is read
 * from the outbox, which has everything. So a change that was stored and not yet journalled when the process was killed is
 * journalled at the next start, and the order of windows does not matter.
 */
export class Saver {
  readonly #host: SaverHost;
  #fresh: readonly Entry[] = [];
  /** Whether the outbox may hold what came here with no entry. */
  #isBehind = false;
  #state: SavedState;
  #running: Promise<void> | undefined;
  #again = false;
  #retryMs = retryFirstMs;
  #isClosed = false;
  readonly #waiting: {readonly n: number; readonly resolve: () => void}[] = [];

  constructor(host: SaverHost) {
    this.#host = host;
    this.#state = {savedN: host.journal.position.n};
  }

  get state(): SavedState {
    return this.#state;
  }

  /** Mutations that were committed, by this window with their entries, or by others. */
  committed(entries: readonly Entry[] = []): void {
    if (this.#isClosed) return;
    // Those of other windows may have come in between: then the outbox is read.
    this.#fresh = this.#fresh.at(-1)?.n === (entries[0]?.n ?? 0) - 1 ? [...this.#fresh, ...entries] : entries;
    if (entries.length === 0) this.#isBehind = true;
    this.#again = true;
    this.#running ??= this.#run();
  }

  /** Answers once every mutation up to this number is in the journal, however long the disk is blocked. */
  saved(n: number): Promise<void> {
    if (this.#state.savedN >= n) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({n, resolve}));
  }

  /** Answers when nothing is being written any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running;
  }

  #run(): Promise<void> {
    return this.#untilCaughtUp().then(
      () => {
        this.#retryMs = retryFirstMs;
        // Something was committed while the last wait was ending.
        this.#running = this.#again && !this.#isClosed ? this.#run() : undefined;
      },
      (error: unknown) => {
        this.#running = undefined;
        if (error instanceof DiskError) this.#block(error.kind);
        else this.#host.report(error);
      },
    );
  }

  async #untilCaughtUp(): Promise<void> {
    while (this.#again && !this.#isClosed) {
      this.#again = false;
      await this.#catchUp();
    }
  }

  async #catchUp(): Promise<void> {
    const {journal} = this.#host;
    for (let entries = await this.#next(); entries.length > 0; entries = await this.#next()) {
      await journal.append(entries);
      this.#advance(journal.position.n);
    }
  }

  /** What follows in the journal. The outbox is read only where what was handed over does not: its rows are large. */
  async #next(): Promise<readonly Entry[]> {
    const {position} = this.#host.journal;
    const fresh = this.#fresh.filter(({n}) => n > position.n);
    this.#fresh = [];
    if (fresh[0]?.n === position.n + 1) return fresh;
    if (fresh.length === 0 && !this.#isBehind) return [];

    this.#isBehind = false;
    const entries = await this.#fromOutbox(position);
    if (entries.length === mutationsPerRead) this.#isBehind = true;
    return entries;
  }

  async #fromOutbox(position: Position): Promise<readonly Entry[]> {
    const {store} = this.#host;
    const rows = await store.read((tx) => tx.outbox(position.n, mutationsPerRead));
    const entries: Entry[] = [];
    for (const row of rows) {
      const entry = entryBehind(entries.at(-1) ?? position, row);
      assert(row.hash === entry.hash, 'the outbox tells what was committed');
      entries.push(entry);
    }
    return entries;
  }

  #advance(savedN: number): void {
    this.#state = {savedN};
    this.#host.tell(this.#state);
    for (let at = this.#waiting.length - 1; at >= 0; at -= 1) {
      const one = must(this.#waiting[at], 'somebody who waits');
      if (one.n <= savedN) this.#waiting.splice(at, 1)[0]?.resolve();
    }
  }

  #block(blocked: DiskError['kind']): void {
    this.#fresh = [];
    this.#state = {savedN: this.#state.savedN, blocked};
    this.#host.tell(this.#state);
    if (this.#isClosed || blocked === 'closed') return;
    this.#host.later(this.#retryMs, () => this.committed());
    this.#retryMs = Math.min(this.#retryMs * 2, retryMostMs);
  }
}
