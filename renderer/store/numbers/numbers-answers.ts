import type {Fault} from '#core/faults.ts';
import {idFromBytes} from '#core/lib/id.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {check} from '#core/lib/shape.ts';
import type {EnteredRange, NumberCallName, NumberCalls} from '#core/shipping/ranges/messages.ts';
import {endRange, rangeHolderNamed, takeRange} from '#core/shipping/ranges/mutators.ts';
import {lookOf, numberKinds} from '#core/shipping/ranges/number-kinds.ts';
import {type NumberSource, numberSource} from '#core/shipping/ranges/number-source.ts';
import {type NumberRange, numberRanges} from '#core/shipping/ranges/schema.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {lineOf} from '#core/sync/lines.ts';
import type {Outcome as Ending} from '#core/sync/replica.ts';
import type {Instant} from '#core/time/instant.ts';
import {newIncarnation as newName} from '../safety/incarnation.ts';
import type {Shop} from '../shop.ts';
import type {Shops} from '../shops.ts';
import {knownCarriers} from './known-carriers.ts';
import {ShopNumbers} from './shop-numbers.ts';

type Outcome<T> = {readonly answer: T} | {readonly fault: Fault};
export type NumberAnswers = {
  readonly [N in NumberCallName]: (args: NumberCalls[N]['args']) => Promise<Outcome<NumberCalls[N]['answer']>>;
};

interface Open {
  readonly shop: Shop;
  readonly desk: string;
  readonly numbers: ShopNumbers;
  readonly source: NumberSource;
}

/** What one window asks about the numbers of the shop that is open in it. */
export class Numbers {
  readonly #shops: Shops;
  readonly #now: () => Instant;
  #opened: {readonly shop: Shop; readonly open: Promise<Result<Open>>} | undefined;

  constructor(shops: Shops, now: () => Instant) {
    this.#shops = shops;
    this.#now = now;
  }

  readonly answers: NumberAnswers = {
    'numbers.kinds': async () => ({answer: numberKinds(await knownCarriers())}),
    'numbers.carriers': async () => {
      const {names, calledBy} = await knownCarriers();
      return {answer: {names, calledBy}};
    },
    'numbers.ranges': async () =>
      this.#with(async (open) => {
        await nameHolder(open, this.#now());
        return ok({desk: open.desk, ranges: await open.source.ranges()});
      }),
    'numbers.preview': async ({range}) =>
      this.#with(async ({source, desk}) => {
        const wanted = entered(range, desk);
        const fits = wanted.ok ? await source.wouldTake(wanted.value) : wanted;
        if (!fits.ok) return fits;
        const scheme = (await knownCarriers()).schemes.get(range.scheme);
        return scheme ? ok(lookOf(scheme, fits.value)) : fail('shipping.range_scheme_unknown', {scheme: range.scheme});
      }),
    'numbers.register': async ({range}) =>
      this.#with(async ({source, desk}) => {
        const wanted = entered(range, desk);
        return wanted.ok ? source.register(wanted.value) : wanted;
      }),
    'numbers.draw': async (wish) =>
      this.#with(({source}) => source.draw({...wish, id: idFromBytes('drawWish', dice())})),
    'numbers.settle': async ({numbers, outcome}) =>
      this.#with(async ({source}) => {
        const settled = await source.settle(numbers, outcome);
        return settled.ok ? ok(null) : settled;
      }),
    'numbers.end': async ({rangeId}) =>
      this.#with((open) => this.#change(open, async () => ok(callOf(endRange, {rangeId, desk: open.desk})))),
    'numbers.take': async ({rangeId, next}) =>
      this.#with((open) =>
        this.#change(open, async () => {
          const range = (await open.source.ranges()).find(({id}) => id === rangeId);
          if (!range) return fail('shipping.range_gone');
          const {from, desk: holder} = range;
          if (!/^\d{1,20}$/.test(next) || BigInt(next) < BigInt(from)) return fail('shipping.range_behind', {from});
          const drawn = Number(BigInt(next) - BigInt(from));
          return ok(callOf(takeRange, {rangeId, from: holder, desk: open.desk, drawn}));
        }),
      ),
  };

  /** A change of a range while no window draws from it. */
  async #change({shop, numbers}: Open, callFor: () => Promise<Result<Call>>): Promise<Result<Ending>> {
    const call = await callFor();
    if (!call.ok) return call;
    const outcomes = await numbers.inTurn(() => shop.engine.mutate([call.value], {at: this.#now()}));
    const [outcome] = outcomes;
    return outcome?.ok ? ok(outcome) : (outcome ?? fail('store.closed'));
  }

  async #with<T>(work: (open: Open) => Promise<Result<T>>): Promise<Outcome<T>> {
    const open = await this.#open();
    const result = open.ok ? await work(open.value) : open;
    return result.ok ? {answer: result.value} : {fault: result.fault};
  }

  #open(): Promise<Result<Open>> {
    const shop = this.#shops.current;
    if (this.#opened && this.#opened.shop === shop) return this.#opened.open;
    void this.#opened?.open.then((open) => open.ok && open.value.numbers.letGo());
    this.#opened = undefined;
    if (!shop) return Promise.resolve(fail('store.closed'));
    const open = this.#openFor(shop);
    this.#opened = {shop, open};
    return open;
  }

  async #openFor(shop: Shop): Promise<Result<Open>> {
    const [outside, carriers] = [await this.#shops.outside, await knownCarriers()];
    const {safety} = shop;
    if (!outside || !safety) return fail('store.no_outside');
    const window = newName();
    const numbers = await ShopNumbers.open({shop: {...shop, safety}, ...outside, window, now: this.#now});
    const desk = await numbers.desk();
    return ok({shop, desk, numbers, source: numberSource(carriers, numbers, {desk, window})});
  }
}

/** Says in the ranges of this desk by what the others know it, once they do. */
async function nameHolder({shop, desk, source}: Open, at: Instant): Promise<void> {
  const lines = await shop.store.read((tx) => tx.meta('lines'));
  if (!lines || lines.length === 0) return;
  const {replica} = lineOf(lines, Number.MAX_SAFE_INTEGER);
  const unnamed = (await source.ranges()).filter((range) => range.desk === desk && range.replica !== replica);
  if (unnamed.length === 0) return;
  await shop.engine.mutate(
    unnamed.map(({id: rangeId}) => callOf(rangeHolderNamed, {rangeId, desk, replica})),
    {at},
  );
}

function entered(range: EnteredRange, desk: string): Result<NumberRange> {
  const counts = {round: 0, drawn: 0, used: 0, voided: 0, skipped: 0};
  return check(numberRanges.shape, {...range, ...counts, id: idFromBytes('numberRange', dice()), desk});
}

function dice(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(9));
}
