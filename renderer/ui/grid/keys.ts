import {clamp} from './window-math.ts';

export type Move = 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';

/** What a key asks of the rows. Single letters are not here: they belong to the app's dispatcher, which can be told off. */
export type GridKey =
  | {readonly act: 'move'; readonly move: Move; readonly extend: boolean}
  | {readonly act: 'toggle'}
  | {readonly act: 'tickAll'}
  | {readonly act: 'open'};

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
};

/** Ctrl (or Command) changes nothing about a move, except that Ctrl and an arrow goes to the end. */
export function gridKey(press: KeyPress): GridKey | null {
  if (press.altKey) return null;
  const command = press.ctrlKey || press.metaKey;
  const move = moves[press.key];
  if (move) return {act: 'move', move: command ? farthest(move) : move, extend: press.shiftKey};
  if (command) return press.key.toLowerCase() === 'a' && !press.shiftKey ? {act: 'tickAll'} : null;
  if (press.key === ' ') return {act: 'toggle'};
  if (press.key === 'Enter') return {act: 'open'};
  return null;
}

function farthest(move: Move): Move {
  if (move === 'up') return 'first';
  if (move === 'down') return 'last';
  return move;
}

export interface CursorSpace {
  readonly total: number;
  readonly pageRows: number;
  /** Where the cursor begins when there is none. */
  readonly firstSeen: number;
}

/** Where the cursor goes; null when there are no rows. The first move of all shows where it is. */
export function movedIndex(index: number | null, move: Move, space: CursorSpace): number | null {
  const last = space.total - 1;
  if (last < 0) return null;
  if (move === 'first') return 0;
  if (move === 'last') return last;
  if (index === null) return clamp(space.firstSeen, 0, last);
  const steps = {up: -1, down: 1, pageUp: -space.pageRows, pageDown: space.pageRows};
  return clamp(index + steps[move], 0, last);
}
