import * as fc from 'fast-check';
import type {ColumnSet} from '../data/column-set.ts';
import {fold} from '../data/fold.ts';
import {openTexts, packColumns, valuesOf} from '../data/page-columns.ts';
import {must} from '../lib/assert.ts';
import type {Condition, ViewQuery} from '../lib/view.ts';
import {rowsPerPage} from '../sync/page.ts';
import {openVault} from './open-vault.ts';
import {type Thing, thingBody, thingId, thingList} from './things.ts';

type Body = Omit<Thing, 'id'>;

/** Something that is done to columns: a page comes, with its texts or before them; a row comes; a row changes, or comes back; a row goes. */
export type ColumnStep =
  | {readonly page: readonly Body[]; readonly late: boolean}
  | {readonly put: Body}
  | {readonly change: number; readonly to: Body}
  | {readonly remove: number};

export const columnSteps: fc.Arbitrary<readonly ColumnStep[]> = fc.array(
  fc.oneof(
    fc.record({page: fc.array(thingBody, {minLength: 1, maxLength: 5}), late: fc.boolean()}),
    fc.record({put: thingBody}),
    fc.record({change: fc.nat(), to: thingBody}),
    fc.record({remove: fc.nat()}),
  ),
  {minLength: 1, maxLength: 12},
);

type Shown = Readonly<Record<string, string | number | undefined>>;

/** What a column set should say, found the slow way: a list of rows, filtered and sorted anew each time. */
export class ColumnModel {
  readonly #rows: {readonly id: string; shown: Shown; isGone: boolean}[] = [];
  #late: {readonly segment: number; readonly texts: Readonly<Record<string, string>>}[] = [];

  get rows(): readonly Shown[] {
    return this.#rows.flatMap(({shown, isGone}) => (isGone ? [] : [shown]));
  }

  get goneIds(): readonly string[] {
    return this.#rows.flatMap(({id, isGone}) => (isGone ? [id] : []));
  }

  /** Does the step to the columns and to the model. */
  async step(set: ColumnSet, step: ColumnStep): Promise<void> {
    if ('page' in step) {
      const values = step.page.map((body) => valuesOf(thingList, body, body.owner));
      const ids = step.page.map((body) => this.#add(body));
      const {texts, sealed, ...light} = await packColumns(thingList, values, openVault);
      const opened = await openTexts({texts, sealed}, openVault);
      if (step.late) this.#late.push({segment: set.size / rowsPerPage, texts: {...texts, ...opened}});
      set.addPage(ids.join('\n'), step.late ? light : {...light, texts}, opened);
    } else if ('put' in step) {
      set.put(this.#add(step.put), valuesOf(thingList, step.put, step.put.owner));
    } else if (this.#rows.length > 0 && 'remove' in step) {
      const row = must(this.#rows[step.remove % this.#rows.length], 'a row to remove');
      row.isGone = true;
      set.remove(row.id);
    } else if (this.#rows.length > 0 && 'change' in step) {
      const row = must(this.#rows[step.change % this.#rows.length], 'a row to change');
      row.shown = shownOf(row.id, step.to);
      row.isGone = false;
      set.put(row.id, valuesOf(thingList, step.to, step.to.owner));
    }
  }

  /** Brings the texts of all pages that came without them. */
  bringTexts(set: ColumnSet): void {
    for (const {segment, texts} of this.#late) set.fillTexts(segment, texts);
    this.#late = [];
  }

  /** Ids of the rows that a query shows, in its order. */
  select({where = [], search = '', sort}: ViewQuery): readonly string[] {
    const words = fold(search).split(/\s+/).filter(Boolean).slice(0, 8);
    const kept = this.rows
      .filter((row) => where.every((condition) => meets(row, condition)))
      .filter((row) => words.every((word) => thingList.search.some((name) => fold(String(row[name])).includes(word))));
    const sorted = kept.toSorted(
      (a, b) => compare(keyOf(a, sort.column), keyOf(b, sort.column)) || compare(a, b, 'id'),
    );
    return (sort.descending ? sorted.toReversed() : sorted).map((row) => String(row['id']));
  }

  counts(column: string): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const row of this.rows) counts[String(row[column])] = (counts[String(row[column])] ?? 0) + 1;
    return counts;
  }

  #add(body: Body): string {
    const id = thingId(this.#rows.length + 1);
    this.#rows.push({id, shown: shownOf(id, body), isGone: false});
    return id;
  }
}

function shownOf(id: string, body: Body): Shown {
  const {numbers, codes, texts} = valuesOf(thingList, body, body.owner);
  const known = Object.entries(numbers).map(([name, value]) => [name, Number.isNaN(value) ? undefined : value]);
  return {id, ...(Object.fromEntries(known) as Record<string, number>), ...codes, ...texts};
}

function meets(row: Shown, condition: Condition): boolean {
  const value = row[condition.column];
  if ('oneOf' in condition) return condition.oneOf.includes(String(value));
  if (value === undefined) return false;
  return Number(value) >= (condition.from ?? -Infinity) && Number(value) < (condition.below ?? Infinity);
}

function keyOf(row: Shown, column: string): number | string {
  const value = row[column];
  return typeof value === 'string' ? fold(value) : (value ?? -Infinity);
}

function compare<T>(a: T, b: T, field?: keyof T): number {
  const [left, right] = field === undefined ? [a, b] : [a[field], b[field]];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
