import {type Result, fail, ok} from '../../lib/result.ts';
import type {NumberDraw, NumberRange} from './schema.ts';

/** What became of a number: its label left the desk, or it never will. */
export type Outcome = 'used' | 'void';

/** A draw and its range after something became known of one or more of its numbers. */
export interface Settled {
  readonly draw: NumberDraw;
  readonly range: NumberRange;
}

const marks: Readonly<Record<Outcome, string>> = {used: 'u', void: 'v'};

/** Says what became of numbers of a draw, by their places in it. Said twice is said once; a void number is never used, a used one never void. */
export function settled(
  {draw, range}: Settled,
  {places, outcome}: {readonly places: readonly number[]; readonly outcome: Outcome},
): Result<Settled> {
  const mark = marks[outcome];
  const after = [...draw.marks];
  for (const at of places) {
    const before = after[at];
    if (before === undefined) return fail('shipping.number_not_drawn');
    if (before !== 'b' && before !== mark) return fail('shipping.number_settled');
    after[at] = mark;
  }
  return ok(counted({draw, range}, after.join('')));
}

/** After a crash nobody knows which of the burnt numbers left: they are void, all of them. */
export function voidedAfterCrash({draw, range}: Settled): Settled {
  return counted({draw, range}, draw.marks.replaceAll('b', 'v'));
}

/** A draw of an earlier round changes the counts of none: they are of the present one. */
function counted({draw, range}: Settled, after: string): Settled {
  const more = (mark: string): number => countOf(after, mark) - countOf(draw.marks, mark);
  const now = {...range, used: range.used + more('u'), voided: range.voided + more('v')};
  const state = after.includes('b') ? 'open' : 'settled';
  return {draw: {...draw, marks: after, state}, range: draw.round === range.round ? now : range};
}

function countOf(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
