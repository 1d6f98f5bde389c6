import type {Disk} from '#core/journal/disk.ts';
import {type Result, fail} from '#core/lib/result.ts';
import {numbersDrawn} from '#core/shipping/ranges/mutators.ts';
import type {NumberBook, NumberKeeper} from '#core/shipping/ranges/number-keeper.ts';
import {type NumberRange, rangesMax} from '#core/shipping/ranges/schema.ts';
import type {Call} from '#core/sync/define.ts';
import type {Instant} from '#core/time/instant.ts';
import type {DeskLocks} from '../safety/desk-locks.ts';
import type {Safety} from '../safety/safety.ts';
import type {Shop} from '../shop.ts';
import {faultOf} from '../store-faults.ts';
import {type BesideStore, readBeside, rememberDrawn} from './beside-store.ts';
import {MasterAgreed} from './master-agreed.ts';
import {UntilSaved} from './until-saved.ts';

export interface ShopNumbersHost {
  readonly shop: Pick<Shop, 'facts' | 'engine' | 'store'> & {readonly safety: Safety};
  readonly disk: Disk;
  readonly locks: DeskLocks;
  /** This window, by a name of its own. */
  readonly window: string;
  readonly now: () => Instant;
}

/**
 * The numbers of an open shop, where they rest: the rows in its store, changed by mutations that the journal has as well, and beside both
 * how far this desk has given them. Windows of the desk take turns by a lock; another says that a window is there.
 */
export class ShopNumbers implements NumberKeeper {
  readonly #host: ShopNumbersHost;
  readonly #untilSaved: UntilSaved;
  readonly #agreed: MasterAgreed;
  #letGo: (() => void) | undefined;

  private constructor(host: ShopNumbersHost) {
    this.#host = host;
    this.#untilSaved = new UntilSaved(host.shop.safety);
    this.#agreed = new MasterAgreed(host.shop.store);
  }

  /** From here on others know that this window is there, until it lets go or is no more. */
  static async open(host: ShopNumbersHost): Promise<ShopNumbers> {
    const numbers = new ShopNumbers(host);
    numbers.#letGo = await host.locks.tryHold(numbers.#lockOf(host.window));
    return numbers;
  }

  /** Numbers of this window that nobody has said anything of are void from now on. */
  letGo(): void {
    this.#letGo?.();
  }

  /** Who this desk is, for its numbers. */
  desk(): Promise<string> {
    return this.#alone(async ({desk}) => desk);
  }

  inTurn<T>(work: (book: NumberBook) => Promise<T>): Promise<T> {
    return this.#alone((beside) => work(this.#book(beside)));
  }

  #alone<T>(work: (beside: BesideStore) => Promise<T>): Promise<T> {
    const {disk, locks, shop} = this.#host;
    const {kind} = shop.facts;
    return locks.alone(`tradewind-${kind}-numbers`, async () => work(await readBeside(disk, kind)));
  }

  #book({drawn}: BesideStore): NumberBook {
    const {store} = this.#host.shop;
    return {
      ranges: () => store.read((tx) => tx.range('numberRanges', {limit: rangesMax})),
      openDraws: () => store.read((tx) => tx.byKey('numberDraws', 'byState', ['open'])),
      draws: (ids) => store.read((tx) => tx.getMany('numberDraws', ids)),
      lastDrawn: async () => drawn,
      isAgreed: (rangeId) => this.#agreed.isAgreed(rangeId),
      lives: (window) => this.#lives(window),
      keep: (happened) => this.#keep(happened),
    };
  }

  async #lives(window: string): Promise<boolean> {
    if (window === this.#host.window) return true;
    const letGo = await this.#host.locks.tryHold(this.#lockOf(window));
    letGo?.();
    return letGo === undefined;
  }

  #lockOf(window: string): string {
    return `tradewind-${this.#host.shop.facts.kind}-numbers-${window}`;
  }

  /** Into the store, then into the journal, then beside both: none of the numbers has left before the last. */
  async #keep(happened: readonly Call[]): Promise<Result<undefined>> {
    const {shop, disk, now} = this.#host;
    const since = this.#untilSaved.told;
    try {
      const outcomes = await shop.engine.mutate(happened, {at: now()});
      const refused = outcomes.find((outcome) => !outcome.ok);
      if (refused && !refused.ok) return refused;
      const lastN = Math.max(0, ...outcomes.map((outcome) => (outcome.ok ? outcome.n : 0)));
      const saved = await this.#untilSaved.saved(lastN, since);
      if (saved.ok) await rememberDrawn(disk, shop.facts.kind, await this.#drawnBy(happened));
      return saved;
    } catch (error) {
      const fault = faultOf(error);
      if (!fault) throw error;
      return fail(fault.code, fault.values);
    }
  }

  async #drawnBy(happened: readonly Call[]): Promise<readonly NumberRange[]> {
    const ids = happened.flatMap(({name, args}) => {
      return name === numbersDrawn.name ? [(args as {readonly rangeId: NumberRange['id']}).rangeId] : [];
    });
    const rows = await this.#host.shop.store.read((tx) => tx.getMany('numberRanges', [...new Set(ids)]));
    return rows.filter((row) => row !== undefined);
  }
}
