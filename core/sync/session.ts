import {must, unreachable} from '../lib/assert.ts';
import {idFromName} from '../lib/id.ts';
import type {Applier} from './applier.ts';
import type {JustAppended} from './just-appended.ts';
import {type KeepLines, beginLine, lineOf} from './lines.ts';
import {nextPush} from './outgoing.ts';
import {type Frame, type Push, type PushAnswer, pushMutationsMax} from './protocol.ts';
import type {Store} from './store.ts';

/**
 * What is to be done after something was heard: `go` on, `wait` and ask again, or one of what needs a person or another
 * application: `upgrade`, `signIn`, or another `copy` of the shop, because its log goes on elsewhere.
 */
export type Turn = 'go' | 'wait' | 'upgrade' | 'signIn' | 'copy';

export interface SessionHost {
  readonly store: Store;
  readonly applier: Applier;
  /** What the replica of this process has appended. */
  readonly appended?: JustAppended;
  /** Keeps this desk's lines beside its store. */
  readonly keep: KeepLines;
  /** A name that nobody has: 12 base64url letters. */
  readonly newName: () => string;
}

/**
 * One desk's talk with the master, without a socket: it says what to push and takes what was answered. It remembers nothing
 * that a new one could not find out, so it can end and begin anywhere. Messages may come late, twice or never.
 */
export class SyncSession {
  readonly #host: SessionHost;
  /** The master has this desk's mutations up to here, as it has answered. */
  #after = 0;
  /** Fewer where two stores have given out the same numbers: so it is found where they part. */
  #most = pushMutationsMax;
  /** The log tells of others under this desk's numbers. */
  #isParted = false;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  /** The next push, of what is saved. Undefined where there is nothing to say. */
  async push(savedN: number): Promise<Push | undefined> {
    const {store, appended} = this.#host;
    const asked = {after: this.#after, savedN, most: this.#most};
    const push = await nextPush(store, {...asked, ...(appended && {appended})});
    if (push || !this.#isParted) return push;

    // All that waits here the master has too, word for word: so the two part behind it.
    const last = (await store.read((tx) => tx.lastOfOutbox()))?.n ?? 0;
    const from = Math.max(last, await this.#decidedN());
    if (from <= savedN || last === 0) await this.#part(from);
    return undefined;
  }

  /** Takes the answer to a push of this session. */
  async answered({origin, from, mutations}: Push, answer: PushAnswer): Promise<Turn> {
    const line = lineOf(await this.#lines(), from.n + 1);
    // It was told under a name that these numbers no longer have.
    if (line.replica !== origin.replica || line.inc !== origin.inc) return 'go';

    switch (answer.no) {
      case undefined:
        this.#after = Math.max(this.#after, from.n + mutations.length);
        return 'go';
      case 'gap':
        // What it has answered before it does not have any more, or never had: again from what is decided.
        this.#after = 0;
        return answer.n < (await this.#decidedN()) ? 'copy' : 'wait';
      case 'fork':
        if (from.n < Math.max(this.#after, await this.#decidedN())) return 'go';
        if (mutations.length > 1) this.#most = Math.floor(mutations.length / 2);
        else await this.#part(from.n);
        return 'go';
      case 'upgrade':
        return 'upgrade';
      case 'auth':
        return 'signIn';
      case 'epoch':
      case 'busy':
      case 'garbage':
        return 'wait';
      default:
        return unreachable(answer.no);
    }
  }

  /** Takes one frame of what the log tells. After anything but `go` what comes behind it is of no use. */
  async take(frame: Frame): Promise<Turn> {
    if (frame.t === 'again') return 'copy';
    if (frame.t === 'head') return 'go';

    const applied = await this.#host.applier.apply(frame.group);
    if (applied.ok) return 'go';
    if (applied.fault.code === 'sync.not_readable') return 'upgrade';
    // A row that the log has changed is not here: it goes on from what this store has lost.
    if (applied.fault.code === 'sync.damaged') return 'copy';
    // Else it was garbled, or is of a time when this desk stood elsewhere.
    if (applied.fault.code === 'sync.forked') this.#isParted = true;
    return 'wait';
  }

  /**
   * What this desk has done behind a number is not what the master knows under that name: it takes another. It is made of what
   * stands there, so other copies of the same work take the same, and the master knows it again.
   */
  async #part(from: number): Promise<void> {
    const {store, keep, newName} = this.#host;
    const [next] = await store.read((tx) => tx.outbox(from, 1));
    const {replica, inc} = lineOf(await this.#lines(), from + 1);
    const name = next?.hash === undefined ? newName() : idFromName('line', replica, inc, String(from), next.hash);
    await beginLine(store, {from, inc: name, keep});
    this.#isParted = false;
    this.#most = pushMutationsMax;
  }

  async #lines(): Promise<Parameters<KeepLines>[0]> {
    return must(await this.#host.store.read((tx) => tx.meta('lines')), 'a desk that has joined');
  }

  async #decidedN(): Promise<number> {
    return must(await this.#host.store.read((tx) => tx.meta('decided')), 'what is decided here').n;
  }
}
