import {type Id, idFromName} from '../../lib/id.ts';
import {type Result, fail, ok} from '../../lib/result.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {Scheme} from '../tracking/carriers.ts';
import type {Parts} from '../tracking/form.ts';
import {makeNumber} from '../tracking/make-number.ts';
import {afterDraw, passedTo} from './passed-to.ts';
import {countsOf, digitsAt, isValidOn, mayBeginAgain, sizeOf} from './range.ts';
import {partsFixed} from './range-overlap.ts';
import {type NumberDraw, type NumberRange, drawMax} from './schema.ts';

/** Numbers for a batch, one for each entry of `parts`: what its parcel says of its number (service, postal code), beside what the range fixes. */
export interface DrawWish {
  readonly scheme: string;
  readonly account: string;
  readonly parts: readonly Parts[];
  readonly on: LocalDate;
  /** Names this wish and no other; the rows of its draws are named after it. */
  readonly id: Id<'drawWish'>;
  /** Who draws. A desk gives the numbers of its own ranges alone. */
  readonly by: Pick<NumberRange, 'desk'> & Pick<NumberDraw, 'window'>;
}

export interface Drawn {
  /** In the order of the wish. */
  readonly numbers: readonly DrawnNumber[];
  /** What must be kept for good before any of the numbers leaves. */
  readonly draws: readonly NumberDraw[];
  readonly ranges: readonly NumberRange[];
  /** Ranges of which a person is told that they run low. */
  readonly low: readonly {readonly rangeId: Id<'numberRange'>; readonly free: number}[];
}

export interface DrawnNumber {
  readonly number: string;
  readonly drawId: Id<'numberDraw'>;
  /** Its place in the draw. */
  readonly at: number;
}

/** A piece of a draw that comes from one range. */
interface Piece {
  readonly range: NumberRange;
  readonly count: number;
}

/**
 * The next numbers for a whole batch, or none: a batch that would use up what is left is refused with how many there are,
 * and nothing has been drawn then. Ranges that end sooner go first. Pure: the caller keeps `draws` and `ranges` before use.
 */
export function drawn(ranges: readonly NumberRange[], wish: DrawWish, scheme: Scheme | undefined): Result<Drawn> {
  const {account, parts, on, by} = wish;
  if (scheme?.id !== wish.scheme || !scheme.range) {
    return fail('shipping.range_scheme_unknown', {scheme: wish.scheme});
  }
  const {counts} = scheme.range;
  if (parts.length > drawMax) return fail('shipping.draw_too_large', {max: drawMax});
  const given = ranges.filter((range) => {
    return range.scheme === wish.scheme && range.account === account && range.endedAt === undefined;
  });
  if (given.length === 0) return fail('shipping.range_missing', {service: scheme.service, account});
  const own = given.filter(({desk}) => desk === by.desk);
  if (own.length === 0) return fail('shipping.range_elsewhere', {account});
  const usable = own.filter((range) => isValidOn(range, on)).map((range) => inRound(range, on));
  if (usable.length === 0) return fail('shipping.range_not_valid', {service: scheme.service, account, day: on});

  const pieces = piecesOf(usable.toSorted(soonestFirst), parts.length);
  const found = pieces.reduce((sum, {count}) => sum + count, 0);
  if (found < parts.length) return fail('shipping.range_used_up', {wanted: parts.length, free: found});
  return drawnFrom(pieces, {...wish, scheme, counts});
}

/** The range in the round to draw from: the next, where it is used up and the carrier lets it begin again. */
function inRound(range: NumberRange, on: LocalDate): NumberRange {
  const {free, inHand} = countsOf(range);
  if (free > 0 || inHand > 0 || !mayBeginAgain(range, on)) return range;
  return passedTo(range, {round: range.round + 1, drawn: 0});
}

function soonestFirst(one: NumberRange, other: NumberRange): number {
  const [end, otherEnd] = [one.validTo ?? '9999-12-31', other.validTo ?? '9999-12-31'];
  return end === otherEnd ? Number(one.id > other.id) - Number(one.id < other.id) : end < otherEnd ? -1 : 1;
}

function piecesOf(ranges: readonly NumberRange[], wanted: number): readonly Piece[] {
  let missing = wanted;
  return ranges.flatMap((range) => {
    const count = Math.min(missing, countsOf(range).free);
    missing -= count;
    return count > 0 ? [{range, count}] : [];
  });
}

type Making = Omit<DrawWish, 'scheme'> & {readonly scheme: Scheme; readonly counts: string};

function drawnFrom(pieces: readonly Piece[], {parts, on, id, by, scheme, counts}: Making): Result<Drawn> {
  const numbers: DrawnNumber[] = [];
  for (const {range, count} of pieces) {
    const drawId = drawIdOf(id, range);
    for (let at = 0; at < count; at += 1) {
      const own = {...parts[numbers.length], ...partsFixed(range), [counts]: digitsAt(range, range.drawn + at)};
      const number = makeNumber(scheme, own);
      if (!number.ok) return number;
      numbers.push({number: number.value, drawId, at});
    }
  }
  const draws = pieces.map(({range, count}): NumberDraw => {
    const {id: rangeId, round, drawn: first} = range;
    const marks = 'b'.repeat(count);
    return {id: drawIdOf(id, range), rangeId, window: by.window, round, first, marks, state: 'open'};
  });
  const ranges = pieces.flatMap(({range}, at) => {
    const draw = draws[at];
    return draw ? [afterDraw(range, {...draw, on})] : [];
  });
  const low = ranges.flatMap((range) => {
    const free = sizeOf(range) - range.drawn;
    return free < range.alertBelow ? [{rangeId: range.id, free}] : [];
  });
  return ok({numbers, draws, ranges, low});
}

/** Of the place drawn from as well: a wish that is made again draws others, in rows of their own. */
function drawIdOf(wish: Id<'drawWish'>, {id, round, drawn: first}: NumberRange): Id<'numberDraw'> {
  return idFromName('numberDraw', wish, id, String(round), String(first));
}
