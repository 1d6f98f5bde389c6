import {create} from 'zustand';
import type {Call} from '#core/sync/define.ts';
import type {Outcome} from '#core/sync/replica.ts';
import type {WordKey} from '../words/resources.ts';

/** Something a person did, with the calls that take it back. */
export interface Deed {
  /** What was done, with a `count`: `orders:did.held`. */
  readonly word: WordKey;
  readonly undo: readonly Call[];
}

interface UndoState {
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

const deedsMax = 100;

/** Deeds of this window, the newest last: a cursor over what can be taken back, not the data. */
export const useUndo = create<UndoState>()(() => ({done: [], undone: []}));

/** Remembers a deed as far as it can be taken back; undefined if nothing of it can. */
export function remember(word: WordKey, outcomes: readonly Outcome[]): Deed | undefined {
  const deed = deedOf(word, outcomes);
  if (deed) useUndo.setState(({done}) => ({done: [...done, deed].slice(-deedsMax), undone: []}));
  return deed;
}

/** Takes the newest deed off one pile; `moved` puts what it became on the other. */
export function take(from: 'done' | 'undone'): Deed | undefined {
  const deed = useUndo.getState()[from].at(-1);
  if (deed) useUndo.setState((state) => ({[from]: state[from].slice(0, -1)}));
  return deed;
}

export function moved(to: 'done' | 'undone', deed: Deed, outcomes: readonly Outcome[]): Deed | undefined {
  const next = deedOf(deed.word, outcomes);
  if (next) useUndo.setState((state) => ({[to]: [...state[to], next]}));
  return next;
}

/** Forgets deeds that were taken back in another way. */
export function dropDeeds(isGone: (deed: Deed) => boolean): void {
  const left = (deeds: readonly Deed[]): readonly Deed[] => deeds.filter((deed) => !isGone(deed));
  useUndo.setState(({done, undone}) => ({done: left(done), undone: left(undone)}));
}

export function forgetDeeds(): void {
  useUndo.setState({done: [], undone: []});
}

function deedOf(word: WordKey, outcomes: readonly Outcome[]): Deed | undefined {
  const undo = outcomes.flatMap((outcome) => (outcome.ok && outcome.undo ? [outcome.undo] : []));
  // Taken back from the end, as a stack of changes must be.
  return undo.length === 0 ? undefined : {word, undo: undo.toReversed()};
}
