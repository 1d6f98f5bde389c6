import {Busy} from '../busy.ts';

/** One after the other for each shop, so that those who wait for the same shop hold no connection meanwhile. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, number>();
  readonly #waitingMax: number;

  constructor(waitingMax: number) {
    this.#waitingMax = waitingMax;
  }

  async take<T>(shopId: string, body: () => Promise<T>): Promise<T> {
    const waiting = this.#waiting.get(shopId) ?? 0;
    if (waiting >= this.#waitingMax) throw new Busy('too many wait for this shop');
    this.#waiting.set(shopId, waiting + 1);
    const run = (this.#last.get(shopId) ?? Promise.resolve()).then(body);
    const settled = run.catch(() => undefined);
    this.#last.set(shopId, settled);
    try {
      return await run;
    } finally {
      const left = (this.#waiting.get(shopId) ?? 1) - 1;
      if (left > 0) this.#waiting.set(shopId, left);
      else for (const map of [this.#waiting, this.#last]) map.delete(shopId);
    }
  }
}
