import type {SnapshotFacts} from '#core/data/messages.ts';
import type {Instant} from '#core/time/instant.ts';
import type {Outcome} from '../snapshots/watch.ts';
import {type RoundHost, hasJustCome, isDue, snapshotRound} from './snapshot-round.ts';

export interface DailyHost extends Omit<RoundHost, 'signal'> {
  readonly now: () => Instant;
  /** A snapshot was read back whole. */
  readonly taken: () => void;
  readonly report: (error: unknown) => void;
}

/** Not while a person waits for the first list; one that nothing else tells of is not kept waiting. */
const firstLookMs = 20_000;
const soonMs = 1_500;
const lookAgainMs = 10 * 60_000;

/** Takes a snapshot a day of the shop whose journal this window keeps, and whenever it is asked to. */
export class DailySnapshots {
  readonly #host: DailyHost;
  readonly #stopped = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #secured: boolean;
  #running: Promise<Outcome<SnapshotFacts>> | undefined;

  /** `secured` says whether something else than a snapshot tells of the shop. */
  constructor(host: DailyHost, secured: boolean) {
    this.#host = host;
    this.#secured = secured;
    this.#plan(secured ? firstLookMs : soonMs);
  }

  /** Takes one now; the one that is under way, if there is one. */
  take(): Promise<Outcome<SnapshotFacts>> {
    this.#running ??= this.#round().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stopped.abort();
    await this.#running?.catch(() => undefined);
  }

  #plan(ms: number): void {
    this.#timer = setTimeout(() => {
      void this.#look()
        .catch(this.#host.report)
        .finally(() => {
          if (!this.#stopped.signal.aborted) this.#plan(lookAgainMs);
        });
    }, ms);
  }

  async #look(): Promise<void> {
    const {shelf, store, now} = this.#host;
    await shelf.sweep();
    if (await hasJustCome(store, now())) return;
    const newest = (await shelf.list()).find(({verified}) => verified)?.madeAt;
    if (isDue(newest, now(), this.#secured)) await this.take();
  }

  async #round(): Promise<Outcome<SnapshotFacts>> {
    const round = await snapshotRound({...this.#host, signal: this.#stopped.signal}, this.#host.now());
    if (round === 'cancelled' || !round.ok) return round;
    this.#secured = true;
    this.#host.taken();
    const {madeAt, bytes, n, verified} = round.value;
    return {ok: true, value: {madeAt, bytes, n, verified}};
  }
}
