import type {LocalDate} from '../../time/local-date.ts';
import type {NumberDraw, NumberRange} from './schema.ts';

/** A place of a range: how many numbers of a round have been drawn. */
export type RangePlace = Pick<NumberRange, 'round' | 'drawn'>;

/** Whether a range stands before a place. */
export function isBefore(range: RangePlace, {round, drawn}: RangePlace): boolean {
  return range.round < round || (range.round === round && range.drawn < drawn);
}

/** A range that goes on at a place: whatever it passes over is void, because it may have gone out. Never back. */
export function passedTo(range: NumberRange, place: RangePlace): NumberRange {
  if (!isBefore(range, place)) return range;
  const {round, drawn} = place;
  if (round > range.round) return {...range, round, drawn, used: 0, voided: drawn, skipped: drawn};
  const passed = drawn - range.drawn;
  return {...range, drawn, voided: range.voided + passed, skipped: range.skipped + passed};
}

/** A range after its numbers of a draw were burnt, which begins where it stands or behind that. */
export function afterDraw(
  range: NumberRange,
  {round, first, marks, on}: Pick<NumberDraw, 'round' | 'first' | 'marks'> & {readonly on: LocalDate},
): NumberRange {
  return {...passedTo(range, {round, drawn: first}), drawn: first + marks.length, lastDrawnOn: on};
}
