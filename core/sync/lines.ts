import {must} from '../lib/assert.ts';
import type {Origin} from './group.ts';
import type {Store} from './store.ts';

/** Numbers behind `from` were given out by this store, as this incarnation of it, until the next line begins. */
export interface OwnLine extends Origin {
  readonly from: number;
}

/** Where the lines of a desk are kept beside its store, which can be lost: the marker. */
export type KeepLines = (lines: readonly OwnLine[]) => Promise<void>;

/** A marker holds as many; older ones tell of what is decided long since. */
export const linesMax = 64;

/**
 * The lines of a desk whose store ends at `from` and is another incarnation from here on. What others gave out behind that place is
 * not in this store, so they are none of its own.
 */
export function lineBegun(lines: readonly OwnLine[], {inc, from}: Omit<OwnLine, 'replica'>): readonly OwnLine[] {
  const {replica} = must(lines.at(-1), 'a desk that has begun a line');
  return [...lines.filter((line) => line.from < from), {replica, inc, from}].slice(-linesMax);
}

/** The line that a number belongs to: the last that began before it. */
export function lineOf(lines: readonly OwnLine[], n: number): OwnLine {
  return must(
    lines.findLast(({from}) => from < n),
    'a line for every number',
  );
}

/** The last number that a line of this desk gave out, should it have; undefined where the line is another desk's. */
export function endOf(lines: readonly OwnLine[], {replica, inc}: Origin): number | undefined {
  const at = lines.findIndex((line) => line.replica === replica && line.inc === inc);
  return at < 0 ? undefined : (lines[at + 1]?.from ?? Number.MAX_SAFE_INTEGER);
}

/** The lines with another one behind a number. It takes over from the line of that number, and ends where that one would have. */
export function withLine(lines: readonly OwnLine[], line: OwnLine): readonly OwnLine[] {
  const before = lines.filter(({from}) => from <= line.from);
  return [...before, line, ...lines.slice(before.length)];
}

/**
 * Begins another line of this desk behind a number: what waits there goes to the master under it. It is kept beside the store
 * first, so that a store that is built anew never tells it under an older name.
 */
export async function beginLine(
  store: Store,
  {from, inc, keep}: {readonly from: number; readonly inc: string; readonly keep: KeepLines},
): Promise<void> {
  const lines = must(await store.read((tx) => tx.meta('lines')), 'a desk that has joined');
  const {replica} = must(lines.at(-1), 'a line from the beginning');
  const next = withLine(lines, {replica, inc, from});
  await keep(next);
  await adoptLines(store, next);
}

/** Makes the lines that are kept beside a store its own: at every start, before anything is done in it. */
export async function adoptLines(store: Store, lines: readonly OwnLine[]): Promise<void> {
  await store.write((tx) => tx.setMeta('lines', lines));
}
