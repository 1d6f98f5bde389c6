import {type Chord, isSingleKey} from './chord.ts';
import type {Stroke} from './keys.ts';

/** How long the second key of `g o` may take. */
export const sequenceMs = 1500;

export interface Sequence {
  readonly chords: readonly Chord[];
  readonly lastMs: number;
}

export const noSequence: Sequence = {chords: [], lastMs: -Infinity};

/** What a row of chords means: something bound, the beginning of something bound, or nothing. */
export type Found<T> =
  | {readonly kind: 'bound'; readonly to: T}
  | {readonly kind: 'begins'}
  | {readonly kind: 'nothing'};

/**
 * Takes one stroke further along. A letter that ends a sequence in nothing is dropped with it: who missed `g o` with
 * `g h` did not ask to hold an order.
 */
export function follow<T>(
  sequence: Sequence,
  stroke: Stroke,
  find: (chords: readonly Chord[]) => Found<T>,
): {readonly sequence: Sequence; readonly bound: T | null} {
  const begun = stroke.timeMs - sequence.lastMs <= sequenceMs ? sequence.chords : [];
  const chords = [...begun, stroke.chord];
  const found = find(chords);
  if (found.kind === 'bound') return {sequence: noSequence, bound: found.to};
  if (found.kind === 'begins') return {sequence: {chords, lastMs: stroke.timeMs}, bound: null};
  if (begun.length > 0 && !isSingleKey(stroke.chord)) return follow(noSequence, stroke, find);
  return {sequence: noSequence, bound: null};
}
