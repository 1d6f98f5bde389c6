import {Refused} from './refused.ts';

const windowMs = 60_000;
const addressesMax = 10_000;

/** How often one address may try something within a minute. */
export class AddressLimit {
  readonly #triesMax: number;
  readonly #now: () => number;
  readonly #tries = new Map<string, {count: number; readonly until: number}>();

  constructor(triesMax: number, now: () => number) {
    this.#triesMax = triesMax;
    this.#now = now;
  }

  /** Counts a try; throws a refusal where there were too many. */
  count(address: string): void {
    const now = this.#now();
    const known = this.#tries.get(address);
    if (known && known.until > now) {
      known.count += 1;
      if (known.count <= this.#triesMax) return;
      throw new Refused('cloud.slow_down', {seconds: Math.ceil((known.until - now) / 1_000)});
    }
    if (this.#tries.size >= addressesMax) this.#forget(now);
    this.#tries.set(address, {count: 1, until: now + windowMs});
  }

  /** Minutes that are over first; should there be as many addresses within one, the oldest of them. */
  #forget(now: number): void {
    for (const [address, {until}] of this.#tries) if (until <= now) this.#tries.delete(address);
    for (const address of this.#tries.keys()) {
      if (this.#tries.size < addressesMax) return;
      this.#tries.delete(address);
    }
  }
}
