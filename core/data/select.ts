import {assert} from '../lib/assert.ts';
import type {Condition, ViewQuery} from '../lib/view.ts';
import type {ColumnSet} from './column-set.ts';
import type {Finder} from './finder.ts';
import {fold} from './fold.ts';

/** A mask that nobody keeps is written into the same bytes: a search at every letter would else leave megabytes behind. */
let scratch = new Uint8Array(0);

/** 1 for every position whose row meets all conditions, of all rows or of `among`. Good until the next question. */
export function matching(set: ColumnSet, where: readonly Condition[], among: Uint8Array = set.live): Uint8Array {
  if (scratch.length < set.size) scratch = new Uint8Array(set.live.length);
  const mask = scratch.subarray(0, set.size);
  mask.set(among.subarray(0, set.size));
  for (const condition of where) {
    if ('oneOf' in condition) keepCodes(set, condition.column, condition.oneOf, mask);
    else keepRange(set, condition, mask);
  }
  return mask;
}

function keepCodes(set: ColumnSet, column: string, names: readonly string[], mask: Uint8Array): void {
  const {names: all, at} = set.code(column);
  const wanted = Uint8Array.from(all, (name) => (names.includes(name) ? 1 : 0));
  if (!wanted.includes(0)) return;
  for (let position = 0; position < mask.length; position += 1) {
    mask[position] = (mask[position] ?? 0) & (wanted[at[position] ?? 0] ?? 0);
  }
}

function keepRange(set: ColumnSet, condition: Exclude<Condition, {oneOf: unknown}>, mask: Uint8Array): void {
  const values = set.number(condition.column);
  const from = condition.from ?? Number.NEGATIVE_INFINITY;
  const below = condition.below ?? Number.POSITIVE_INFINITY;
  for (let position = 0; position < mask.length; position += 1) {
    const value = values[position] ?? Number.NaN;
    // Written so that a missing number, which compares with nothing, is dropped.
    if (mask[position] && !(value >= from && value < below)) mask[position] = 0;
  }
}

/** Rows of each word of a code column. */
export function countGroups(set: ColumnSet, column: string): Readonly<Record<string, number>> {
  const {names, at} = set.code(column);
  const counts = new Uint32Array(names.length);
  for (let position = 0; position < set.size; position += 1) {
    if (set.live[position]) counts[at[position] ?? 0] = (counts[at[position] ?? 0] ?? 0) + 1;
  }
  return Object.fromEntries(names.map((name, code) => [name, counts[code] ?? 0]));
}

export function countMatching(set: ColumnSet, where: readonly Condition[]): number {
  return countOnes(matching(set, where));
}

function countOnes(mask: Uint8Array): number {
  let count = 0;
  for (let position = 0; position < mask.length; position += 1) count += mask[position] ?? 0;
  return count;
}

/**
 * All positions in the order of one column, ascending; missing numbers first; equals by id, so that two desks show the
 * same order. Kept for each column: after a change the old order is nearly right, and sorting it again costs one pass.
 */
export class Orders {
  readonly #set: ColumnSet;
  readonly #kept = new Map<string, {readonly version: number; readonly positions: number[]}>();

  constructor(set: ColumnSet) {
    this.#set = set;
  }

  by(column: string): readonly number[] {
    const kept = this.#kept.get(column);
    const version = this.#set.changedAt(column);
    if (kept && kept.version === version) return kept.positions;

    const positions = kept?.positions ?? [];
    for (let position = positions.length; position < this.#set.size; position += 1) positions.push(position);
    positions.sort(this.#comparator(column));
    this.#kept.set(column, {version, positions});
    return positions;
  }

  #comparator(column: string): (a: number, b: number) => number {
    const set = this.#set;
    const byId = (a: number, b: number): number => {
      // Positions without a row stand behind those with one: between them they would break the order of ids.
      if (!set.live[a] || !set.live[b]) return (set.live[b] ?? 0) - (set.live[a] ?? 0) || a - b;
      return set.idAt(a) < set.idAt(b) ? -1 : 1;
    };
    const keys = sortKeys(set, column);
    return (a, b) => {
      const left = keys[a] ?? 0;
      const right = keys[b] ?? 0;
      if (left === right) return byId(a, b);
      return left < right ? -1 : 1;
    };
  }
}

/** One comparable value for each position. */
function sortKeys(set: ColumnSet, column: string): ArrayLike<number> | readonly string[] {
  const kind = set.view.columns[column]?.kind;
  assert(kind !== undefined, `a column named ${column}`);
  if (kind === 'number') {
    return set.number(column).map((value) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value));
  }
  if (kind === 'code') {
    const {names, at} = set.code(column);
    const folded = names.map(fold);
    return Array.from({length: set.size}, (_, position) => folded[at[position] ?? 0] ?? '');
  }
  return Array.from({length: set.size}, (_, position) => (set.live[position] ? fold(set.text(column, position)) : ''));
}

/** Positions that a query shows, in its order. */
export function selected(
  set: ColumnSet,
  {orders, finder}: {readonly orders: Orders; readonly finder: Finder},
  query: ViewQuery,
): Uint32Array {
  const mask = matching(set, query.where ?? [], query.search?.trim() ? finder.find(query.search) : undefined);

  const order = orders.by(query.sort.column);
  const positions = new Uint32Array(countOnes(mask));
  const [first, step] = query.sort.descending ? [order.length - 1, -1] : [0, 1];
  for (let index = first, count = 0; count < positions.length; index += step) {
    const position = order[index] ?? 0;
    if (mask[position]) positions[count++] = position;
  }
  return positions;
}
