import {type Result, fail, ok} from '../../lib/result.ts';
import type {Carriers} from '../tracking/carriers.ts';
import {type DrawWish, type Drawn, type DrawnNumber, drawn} from './draw.ts';
import {registered} from './range.ts';
import type {NumberDraw, NumberRange} from './schema.ts';
import {type NumberKeeper, type NumberRows, type NumberShelf, numberShelf} from './number-shelf.ts';
import {type Outcome, settled, voidedAfterCrash} from './settle.ts';

/**
 * The port through which labels get their numbers. Today one desk holds every range; when several desks share them, each
 * will hold a lease on a piece of a range behind this same port.
 */
export interface NumberSource {
  /** Refuses a range that shares numbers with another. */
  register(range: NumberRange): Promise<Result<NumberRange>>;
  /** A whole batch or none. When this resolves the numbers are burnt for good: whatever happens now, nobody gets them again. */
  draw(wish: DrawWish): Promise<Result<Pick<Drawn, 'numbers' | 'low'>>>;
  /** Says what became of drawn numbers. */
  settle(numbers: readonly Omit<DrawnNumber, 'number'>[], outcome: Outcome): Promise<Result<undefined>>;
  ranges(): Promise<readonly NumberRange[]>;
}

/**
 * The numbers of one desk. `kept` are all rows that survived: numbers that were burnt and of which nothing is known are made
 * void before anything else happens. One thing is done at a time, so no two batches see the same free number.
 */
export async function numberSource(
  carriers: Carriers,
  kept: NumberRows,
  keeper: NumberKeeper,
): Promise<Result<NumberSource>> {
  const shelf = numberShelf(kept, keeper);
  const opened = await shelf.keep(shelf.changed(kept.draws.filter(isOpen), (one) => ok(voidedAfterCrash(one))));
  return opened.ok ? ok(sourceOver(carriers, shelf)) : opened;
}

function sourceOver({schemes}: Carriers, shelf: NumberShelf): NumberSource {
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  }

  return {
    ranges: () => inTurn(() => Promise.resolve(shelf.ranges())),
    register: (range) =>
      inTurn(async () => {
        const fits = registered(shelf.ranges(), range, schemes);
        if (!fits.ok) return fits;
        const safe = await shelf.keep(ok({ranges: [range], draws: []}));
        return safe.ok ? fits : safe;
      }),
    draw: (wish) =>
      inTurn(async () => {
        const found = drawn(shelf.ranges(), wish, schemes.get(wish.scheme));
        if (!found.ok) return found;
        const {numbers, low, ranges, draws} = found.value;
        const safe = await shelf.keep(ok({ranges, draws}));
        if (safe.ok) return ok({numbers, low});
        // Perhaps they are burnt and perhaps not, so they are: void, which is written with whatever is written next.
        shelf.remember(shelf.changed(draws, (one) => ok(voidedAfterCrash(one))));
        return safe;
      }),
    settle: (numbers, outcome) =>
      inTurn(() => {
        const ids = [...new Set(numbers.map(({drawId}) => drawId))];
        const draws = ids.flatMap((drawId) => shelf.draw(drawId) ?? []);
        if (draws.length < ids.length) return Promise.resolve(fail('shipping.number_not_drawn'));
        const after = shelf.changed(draws, (one) => {
          const places = numbers.flatMap(({drawId, at}) => (drawId === one.draw.id ? [at] : []));
          return settled(one, {places, outcome});
        });
        return shelf.keep(after);
      }),
  };
}

function isOpen({marks}: NumberDraw): boolean {
  return marks.includes('b');
}
