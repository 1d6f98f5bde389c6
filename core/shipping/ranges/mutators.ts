import {id} from '../../lib/id.ts';
import {fail} from '../../lib/result.ts';
import {branded, integer, list, object, pattern} from '../../lib/shape.ts';
import {type Ending, callOf, defineFact, defineMutator, done, doneWith} from '../../sync/define.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {afterDraw, isBefore, passedTo} from './passed-to.ts';
import {digitsAt, sharedWithNone, sizeOf, wellFormed} from './range.ts';
import {drawMax, numberRanges, rangesMax} from './schema.ts';
import {settled} from './settle.ts';

const name = pattern(/^[A-Za-z0-9_-]{12}$/);
const count = integer({min: 0});
const places = list(integer({min: 0, max: drawMax - 1}), {max: drawMax});

/**
 * A range that the carrier gave. A wish: the master refuses it where a range of another desk that came first has its numbers,
 * and no number of it is given before the master has agreed.
 */
export const registerRange = defineMutator(
  'numbers.register',
  {range: numberRanges.shape},
  async (tx, {range}): Ending => {
    const alone = wellFormed(range);
    if (!alone.ok) return alone;
    const apart = sharedWithNone(await tx.numberRanges.range({limit: rangesMax}), range);
    if (!apart.ok) return apart;

    await tx.numberRanges.put(range);
    return doneWith(callOf(endRange, {rangeId: range.id, desk: range.desk}));
  },
);

/** Gives no more numbers of a range: what is left of it is free for another. Only its own desk can say that none is on its way. */
export const endRange = defineMutator(
  'numbers.end',
  {rangeId: id('numberRange'), desk: name},
  async (tx, {rangeId, desk}): Ending => {
    const range = await tx.numberRanges.get(rangeId);
    if (!range || range.endedAt !== undefined) return fail('shipping.range_gone');
    if (range.desk !== desk) return fail('shipping.range_elsewhere', {account: range.account});
    if (range.round === 0 && range.drawn === 0) {
      await tx.numberRanges.delete(rangeId);
      return doneWith(callOf(registerRange, {range}));
    }
    await tx.numberRanges.update(rangeId, {endedAt: tx.at});
    return doneWith(callOf(resumeRange, {rangeId, desk}));
  },
);

/** Gives numbers of a range again, where nobody has what was left of it. */
export const resumeRange = defineMutator(
  'numbers.resume',
  {rangeId: id('numberRange'), desk: name},
  async (tx, {rangeId, desk}): Ending => {
    const range = await tx.numberRanges.get(rangeId);
    if (range?.endedAt === undefined) return fail('shipping.range_gone');
    if (range.desk !== desk) return fail('shipping.range_elsewhere', {account: range.account});
    const {endedAt: _, ...resumed} = range;
    const others = await tx.numberRanges.range({limit: rangesMax});
    const apart = sharedWithNone(
      others.filter((other) => other.id !== rangeId),
      resumed,
    );
    if (!apart.ok) return apart;

    await tx.numberRanges.update(rangeId, {endedAt: undefined});
    return doneWith(callOf(endRange, {rangeId, desk}));
  },
);

/**
 * Another desk gives the numbers of a range from now on, because the one that did will never give one again. `drawn` is how many of
 * this round may have gone out there: they are void, none of them is given here. There is no way back.
 */
export const takeRange = defineMutator(
  'numbers.take',
  {rangeId: id('numberRange'), from: name, desk: name, drawn: count},
  async (tx, {rangeId, from, desk, drawn}): Ending => {
    const range = await tx.numberRanges.get(rangeId);
    if (!range || range.endedAt !== undefined) return fail('shipping.range_gone');
    if (range.desk !== from) return fail('shipping.range_elsewhere', {account: range.account});
    if (drawn < range.drawn) return fail('shipping.range_behind', {from: digitsAt(range, range.drawn)});
    if (drawn > sizeOf(range))
      return fail('shipping.range_used_up', {wanted: drawn, free: sizeOf(range) - range.drawn});

    const {replica: _, ...passed} = passedTo(range, {round: range.round, drawn});
    await tx.numberRanges.put({...passed, desk});
    return done;
  },
);

/** By what the other desks know the one that gives the numbers of a range. */
export const rangeHolderNamed = defineFact(
  'numbers.holderNamed',
  {rangeId: id('numberRange'), desk: name, replica: name},
  async (tx, {rangeId, desk, replica}) => {
    const range = await tx.numberRanges.get(rangeId);
    if (range?.desk === desk) await tx.numberRanges.update(rangeId, {replica});
    return {};
  },
);

/** Numbers were burnt: their labels may leave now. Said twice is said once. */
export const numbersDrawn = defineFact(
  'numbers.drawn',
  {
    drawId: id('numberDraw'),
    rangeId: id('numberRange'),
    desk: name,
    window: name,
    round: count,
    first: count,
    count: integer({min: 1, max: drawMax}),
    on: branded<LocalDate>(pattern(/^\d{4}-\d{2}-\d{2}$/)),
  },
  async (tx, {drawId, rangeId, desk, window, round, first, count: many, on}) => {
    if (await tx.numberDraws.get(drawId)) return {};
    const range = await tx.numberRanges.get(rangeId);
    const isItsOwn = range?.desk === desk && !isBefore({round, drawn: first}, range);
    if (!isItsOwn) return {collided: fail('shipping.range_gone').fault};

    const marks = 'b'.repeat(many);
    await tx.numberRanges.put(afterDraw(range, {round, first, marks, on}));
    await tx.numberDraws.put({id: drawId, rangeId, window, round, first, marks, state: 'open'});
    return {};
  },
);

/** Labels with these numbers left, or never will. What is known of a number already stays as it is. */
export const numbersSettled = defineFact(
  'numbers.settled',
  {drawId: id('numberDraw'), used: places, void: places},
  async (tx, {drawId, used, void: voided}) => {
    const draw = await tx.numberDraws.get(drawId);
    const range = draw && (await tx.numberRanges.get(draw.rangeId));
    if (!draw || !range) return {};
    const burnt = (some: readonly number[]): readonly number[] => some.filter((at) => draw.marks[at] === 'b');
    const first = settled({draw, range}, {places: burnt(used), outcome: 'used'});
    if (!first.ok) return {};
    const left = burnt(voided).filter((at) => !used.includes(at));
    const second = settled(first.value, {places: left, outcome: 'void'});
    if (!second.ok) return {};

    await tx.numberRanges.put(second.value.range);
    await tx.numberDraws.put(second.value.draw);
    return {};
  },
);

/** Numbers that the store does not know to be given may have gone out, as what lies outside of it tells: nobody gets them. */
export const numbersSkipped = defineFact(
  'numbers.skipped',
  {rangeId: id('numberRange'), desk: name, place: object({round: count, drawn: count})},
  async (tx, {rangeId, desk, place}) => {
    const range = await tx.numberRanges.get(rangeId);
    if (range?.desk === desk) await tx.numberRanges.put(passedTo(range, place));
    return {};
  },
);
