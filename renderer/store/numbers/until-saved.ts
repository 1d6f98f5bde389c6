import type {SafetyState} from '#core/data/messages.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import type {Safety} from '../safety/safety.ts';

/** A disk that takes longer than this to take a line does not answer. */
const waitMs = 15_000;

const faults = {
  full: 'store.full',
  closed: 'store.closed',
  busy: 'store.other_window',
  other: 'store.disk_silent',
} as const;

interface Waiting {
  readonly n: number;
  /** What was told before tells nothing of this change. */
  readonly since: number;
  readonly end: (result: Result<undefined>) => void;
}

/** Waits for the journal to have a change of an open shop, whichever window keeps it. */
export class UntilSaved {
  readonly #safety: Safety;
  readonly #waiting = new Set<Waiting>();
  #told = 0;

  constructor(safety: Safety) {
    this.#safety = safety;
    safety.follow({keeps: () => undefined, saved: () => this.#hear()});
  }

  /** How often it was told until now how far the journal is. */
  get told(): number {
    return this.#told;
  }

  /** Succeeds once the journal has a change; fails where the disk has refused it since, or is silent. */
  saved(n: number, since: number): Promise<Result<undefined>> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => one.end(fail('store.disk_silent')), waitMs);
      const one: Waiting = {
        n,
        since,
        end: (result) => {
          clearTimeout(timer);
          this.#waiting.delete(one);
          resolve(result);
        },
      };
      this.#waiting.add(one);
      this.#look();
    });
  }

  #hear(): void {
    this.#told += 1;
    this.#look();
  }

  #look(): void {
    const {state} = this.#safety;
    if (!state) return;
    for (const one of this.#waiting) {
      if (state.savedN >= one.n) one.end(ok(undefined));
      else if (state.blocked && this.#told > one.since)
        one.end(fail(faults[state.blocked as NonNullable<SafetyState['blocked']>]));
    }
  }
}
