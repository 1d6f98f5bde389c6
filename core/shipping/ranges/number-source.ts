import {type Result, fail, ok} from '../../lib/result.ts';
import {type Call, callOf} from '../../sync/define.ts';
import type {Instant} from '../../time/instant.ts';
import type {Carriers} from '../tracking/carriers.ts';
import {type DrawWish, type Drawn, type DrawnNumber, drawn} from './draw.ts';
import {numbersDrawn, numbersSettled, numbersSkipped, registerRange} from './mutators.ts';
import type {NumberBook, NumberKeeper} from './number-keeper.ts';
import {isBefore} from './passed-to.ts';
import {registered} from './range.ts';
import {sharesNumbers} from './range-overlap.ts';
import type {NumberDraw, NumberRange} from './schema.ts';
import {type Outcome, settled} from './settle.ts';

/**
 * The port through which labels get their numbers. Today one desk holds every range; when several desks share them, each
 * will hold a lease on a piece of a range behind this same port.
 */
export interface NumberSource {
  /** Refuses a range that shares numbers with another. */
  register(range: NumberRange): Promise<Result<NumberRange>>;
  /** What `register` would answer, and nothing is changed. */
  wouldTake(range: NumberRange): Promise<Result<NumberRange>>;
  /** A whole batch or none. When this resolves the numbers are burnt for good: whatever happens now, nobody gets them again. */
  draw(wish: Omit<DrawWish, 'by'>): Promise<Result<Pick<Drawn, 'numbers' | 'low'>>>;
  /** Says what became of drawn numbers. */
  settle(numbers: readonly Omit<DrawnNumber, 'number'>[], outcome: Outcome): Promise<Result<undefined>>;
  ranges(): Promise<readonly NumberRange[]>;
}

/**
 * The numbers of one desk, for one of its windows. Burnt numbers whose window is gone are made void before anything else happens,
 * and so are those that went out by what lies beside the store and not by the store.
 */
export function numberSource({schemes}: Carriers, keeper: NumberKeeper, by: DrawWish['by']): NumberSource {
  let unsaid: readonly Call[] = [];

  /** Keeps what happened, and all that could not be kept before. */
  async function keep(book: NumberBook, happened: readonly Call[]): Promise<Result<undefined>> {
    unsaid = [...unsaid, ...happened];
    if (unsaid.length === 0) return ok(undefined);
    const safe = await book.keep(unsaid);
    if (safe.ok) unsaid = [];
    return safe;
  }

  function inTurn<T>(work: (book: NumberBook, cleared: Result<undefined>) => Promise<T>): Promise<T> {
    return keeper.inTurn(async (book) => work(book, await keep(book, await toClear(book, by))));
  }

  async function fits(book: NumberBook, range: NumberRange): Promise<Result<NumberRange>> {
    const [ranges, last] = [await book.ranges(), await book.lastDrawn()];
    const forgotten = last.filter(({id}) => !ranges.some((one) => one.id === id));
    return registered([...ranges, ...forgotten.map(asEnded)], range, schemes);
  }

  return {
    ranges: () => inTurn((book) => book.ranges()),
    wouldTake: (range) => keeper.inTurn((book) => fits(book, range)),
    register: (range) =>
      inTurn(async (book, cleared) => {
        const fit = cleared.ok ? await fits(book, range) : cleared;
        if (!fit.ok) return fit;
        const safe = await book.keep([callOf(registerRange, {range})]);
        return safe.ok ? fit : safe;
      }),
    draw: (wish) =>
      inTurn(async (book, cleared) => {
        if (!cleared.ok) return cleared;
        const ranges = await book.ranges();
        const found = drawn(ranges, {...wish, by}, schemes.get(wish.scheme));
        if (!found.ok) return found;
        const {numbers, low, draws} = found.value;
        for (const range of found.value.ranges) {
          const sound = await mayGive(book, range, ranges);
          if (!sound.ok) return sound;
        }
        const safe = await keep(book, draws.map(drawnCall));
        if (safe.ok) return ok({numbers, low});
        // Perhaps they are burnt and perhaps not, so they are: void, which is written with whatever is written next.
        unsaid = [...unsaid, ...draws.map(voidCall)];
        return safe;

        function drawnCall({id: drawId, rangeId, round, first, marks}: NumberDraw): Call {
          const {desk, window} = by;
          return callOf(numbersDrawn, {drawId, rangeId, desk, window, round, first, count: marks.length, on: wish.on});
        }
      }),
    settle: (numbers, outcome) =>
      inTurn(async (book, cleared) => {
        const ids = [...new Set(numbers.map(({drawId}) => drawId))];
        const [rows, ranges] = [await book.draws(ids), await book.ranges()];
        const calls: Call[] = [];
        for (const [at, drawId] of ids.entries()) {
          const places = numbers.flatMap((one) => (one.drawId === drawId ? [one.at] : []));
          const [draw, range] = [rows[at], ranges.find(({id}) => id === rows[at]?.rangeId)];
          // What could not be kept may be about these: then the rows cannot tell whether it fits.
          if (cleared.ok) {
            if (!draw || !range) return fail('shipping.number_not_drawn');
            const told = settled({draw, range}, {places, outcome});
            if (!told.ok) return told;
          }
          calls.push(callOf(numbersSettled, {drawId, used: [], void: [], [outcome]: places}));
        }
        if (cleared.ok) return keep(book, calls);
        unsaid = [...unsaid, ...calls];
        return cleared;
      }),
  };

  /** A range gives numbers once its master has agreed to it, and as long as no other has the same: both would give them. */
  async function mayGive(
    book: NumberBook,
    range: NumberRange,
    ranges: readonly NumberRange[],
  ): Promise<Result<undefined>> {
    const {id, from, to} = range;
    if (!(await book.isAgreed(id))) return fail('shipping.range_unconfirmed', {from, to});
    const clash = ranges.find((other) => other.id !== id && sharesNumbers(other, range, schemes));
    return clash ? fail('shipping.range_overlaps', {from: clash.from, to: clash.to}) : ok(undefined);
  }
}

/** What has become known meanwhile: numbers whose window is gone, and those that only what lies beside the store knows of. */
async function toClear(book: NumberBook, {desk}: DrawWish['by']): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const ranges = new Map((await book.ranges()).map((range) => [range.id, range]));
  for (const {id: rangeId, round, drawn: many} of await book.lastDrawn()) {
    const range = ranges.get(rangeId);
    const place = {round, drawn: many};
    if (range?.desk === desk && isBefore(range, place)) calls.push(callOf(numbersSkipped, {rangeId, desk, place}));
  }
  for (const draw of await book.openDraws()) {
    const isOurs = ranges.get(draw.rangeId)?.desk === desk;
    if (isOurs && !(await book.lives(draw.window))) calls.push(voidCall(draw));
  }
  return calls;
}

/** A range of which nothing is known but how far it was given. */
function asEnded(range: NumberRange): NumberRange {
  return {...range, endedAt: range.endedAt ?? (0 as Instant)};
}

function voidCall({id: drawId, marks}: NumberDraw): Call {
  return callOf(numbersSettled, {drawId, used: [], void: Array.from(marks, (_, at) => at)});
}
