import {registerRange, resumeRange, takeRange} from '#core/shipping/ranges/mutators.ts';
import type {NumberRange} from '#core/shipping/ranges/schema.ts';
import {journalledOf} from '#core/sync/replica.ts';
import type {Store} from '#core/sync/store.ts';

const rowsPerRead = 500;
/** What a master may refuse because of what another desk has entered. */
const wishes: ReadonlySet<string> = new Set([registerRange, resumeRange, takeRange].map(({name}) => name));

/** Knows which ranges wait for the master of their shop. What waits is read once. */
export class MasterAgreed {
  readonly #store: Store;
  #readTo = 0;
  /** The number of the last wish about a range. */
  readonly #wished = new Map<string, number>();

  constructor(store: Store) {
    this.#store = store;
  }

  async isAgreed(rangeId: NumberRange['id']): Promise<boolean> {
    const decided = await this.#store.read(async (tx) => ((await tx.meta('place')) ? await tx.meta('decided') : null));
    // A shop that lives alone has nobody to ask.
    if (decided === null) return true;
    const decidedN = decided?.n ?? 0;
    for (let isMore = true; isMore;) isMore = await this.#readOn(Math.max(this.#readTo, decidedN));
    return (this.#wished.get(rangeId) ?? 0) <= decidedN;
  }

  async #readOn(after: number): Promise<boolean> {
    const rows = await this.#store.read((tx) => tx.outbox(after, rowsPerRead));
    for (const row of rows) {
      const {n, name, args} = journalledOf(row);
      this.#readTo = n;
      if (!wishes.has(name)) continue;
      const {range, rangeId} = args as {readonly range?: NumberRange; readonly rangeId?: string};
      this.#wished.set(rangeId ?? range?.id ?? '', n);
    }
    return rows.length === rowsPerRead;
  }
}
