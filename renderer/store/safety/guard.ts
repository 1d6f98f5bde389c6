import type {SafetyState} from '#core/data/messages.ts';
import type {Entry} from '#core/journal/entry.ts';
import {Journal} from '#core/journal/journal.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import type {Disk} from '#core/journal/disk.ts';
import {Saver} from '#core/sync/saver.ts';
import type {Store} from '#core/sync/store.ts';
import type {DeskLocks} from './desk-locks.ts';
import {journalFolder} from './examine.ts';

/** What the windows of a profile tell each other about one shop. */
type Word = {readonly committed: true} | {readonly ask: true} | {readonly state: SafetyState};

export interface GuardHost {
  readonly kind: ShopKind;
  readonly disk: Disk;
  readonly store: Store;
  readonly locks: DeskLocks;
  readonly tell: (state: SafetyState) => void;
  /** This window keeps the journal from now on. */
  readonly keeps?: (journal: Journal, secured: boolean) => void;
  readonly report: (error: unknown) => void;
}

/** The right to write the journal of a shop: one window of a profile has it. */
export interface Keeping {
  readonly journal: Journal;
  /** Whether the store could be built anew from what lies on the disk. */
  readonly secured: boolean;
  readonly letGo: () => void;
}

export function keeperLock(kind: ShopKind): string {
  return `tradewind-${kind}-journal`;
}

/**
 * Watches over one open shop: in the window that keeps the journal it appends what is committed anywhere, in the others it
 * asks for that and hears how far it is; when the keeper closes, the next takes over. What it tells is never ahead of the disk.
 */
export class Guard {
  readonly #host: GuardHost;
  readonly #others: BroadcastChannel;
  #saver: Saver | undefined;
  #secured = false;
  #letGo: () => void;
  #state: SafetyState | undefined;
  #isClosed = false;

  constructor(host: GuardHost, keeping: Keeping | undefined) {
    this.#host = host;
    this.#others = new BroadcastChannel(`tradewind-${host.kind}-saved`);
    this.#others.onmessage = ({data}: MessageEvent<Word>) => this.#hear(data);
    if (keeping) {
      this.#letGo = keeping.letGo;
      this.#keep(keeping);
    } else {
      this.#letGo = host.locks.holdLater(keeperLock(host.kind), () => void this.#takeOver().catch(host.report));
      this.#say({ask: true});
    }
  }

  get state(): SafetyState | undefined {
    return this.#state;
  }

  /** Mutations that this window has committed. */
  committed(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    if (this.#saver) this.#saver.committed(entries);
    else this.#say({committed: true});
  }

  /** From now on the store could be built anew: a snapshot of it lies on the disk. */
  secure(): void {
    this.#secured = true;
    if (this.#saver) this.#tell({...this.#saver.state, secured: true});
  }

  /** The right to write the journal, for whoever puts another store in the place of this one; undefined where another window has it. */
  handOver(): (() => void) | undefined {
    if (!this.#saver) return undefined;
    const letGo = this.#letGo;
    this.#letGo = () => undefined;
    return letGo;
  }

  /** Answers once nothing is being written any more, and another window may keep the journal. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#others.close();
    await this.#saver?.close();
    // Before the right to write them is given away.
    await this.#host.disk.release(this.#host.kind);
    this.#letGo();
  }

  #keep({journal, secured}: Omit<Keeping, 'letGo'>): void {
    const {store, report} = this.#host;
    this.#secured = secured;
    this.#saver = new Saver({
      store,
      journal,
      report,
      later: (ms, work) => void setTimeout(work, ms),
      tell: (state) => this.#tell({...state, secured: this.#secured}),
    });
    this.#tell({...this.#saver.state, secured});
    this.#saver.committed();
    this.#host.keeps?.(journal, secured);
  }

  /** The window that kept the journal has gone; where it ends tells the disk. */
  async #takeOver(): Promise<void> {
    const found = await Journal.find(this.#host.disk, journalFolder(this.#host.kind));
    if (found && !this.#isClosed) this.#keep({journal: found.journal, secured: this.#state?.secured ?? false});
  }

  #hear(word: Word): void {
    if ('state' in word) {
      if (!this.#saver) this.#publish(word.state);
    } else if ('committed' in word) this.#saver?.committed();
    else if (this.#saver) this.#say({state: {...this.#saver.state, secured: this.#secured}});
  }

  #tell(state: SafetyState): void {
    this.#publish(state);
    this.#say({state});
  }

  #publish(state: SafetyState): void {
    this.#state = state;
    this.#host.tell(state);
  }

  #say(word: Word): void {
    if (!this.#isClosed) this.#others.postMessage(word);
  }
}
