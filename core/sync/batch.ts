import type {Row, TableName} from '../schema.ts';
import type {RowChange} from './overlay.ts';
import type {NewPage} from './page.ts';
import {keyValues} from './small-row.ts';
import type {Range, RowReads, RowWrites, SmallTable} from './store.ts';

/** What a batch has changed so far, above the rows below it: every mutation of it reads what those before it wrote. */
export class Batch implements RowReads, RowWrites {
  readonly #below: RowReads;
  readonly #changes = new Map<string, RowChange>();
  readonly #tables = new Set<string>();

  constructor(below: RowReads) {
    this.#below = below;
  }

  /** The last image of every row that was changed. */
  get changes(): readonly RowChange[] {
    return [...this.#changes.values()];
  }

  /** Whether what somebody has looked at below, rows as `table/id` and tables, is as it was found there. */
  isAsBelow(reads: readonly string[]): boolean {
    return !reads.some((name) => this.#changes.has(name) || this.#tables.has(name));
  }

  /** Nothing is changed any more. */
  clear(): void {
    this.#changes.clear();
    this.#tables.clear();
  }

  async get<N extends TableName>(table: N, id: string): Promise<Row<N> | undefined> {
    return (await this.getMany(table, [id]))[0];
  }

  async getMany<N extends TableName>(table: N, ids: readonly string[]): Promise<readonly (Row<N> | undefined)[]> {
    const asked = ids.filter((id) => !this.#changes.has(`${table}/${id}`));
    const found = asked.length > 0 ? await this.#below.getMany(table, asked) : [];
    const below = new Map(asked.map((id, at) => [id, found[at]]));
    return ids.map((id) =>
      below.has(id) ? below.get(id) : (this.#changes.get(`${table}/${id}`)?.row as Row<N> | undefined),
    );
  }

  async byKey<N extends SmallTable>(table: N, key: string, values: readonly string[]): Promise<readonly Row<N>[]> {
    const below = await this.#below.byKey(table, key, values);
    return this.#over(table, below, (row) => keyValues(table, key, row).every((value, at) => value === values[at]));
  }

  async range<N extends SmallTable>(table: N, range: Range): Promise<readonly Row<N>[]> {
    const {from, below, limit} = range;
    // Any of the rows changed here may be one that was deleted.
    const rows = await this.#below.range(table, {...range, limit: limit + this.#changes.size});
    const within = ({id}: Row): boolean => (from === undefined || id >= from) && (below === undefined || id < below);
    return this.#over(table, rows, within).slice(0, limit);
  }

  async put<N extends TableName>(table: N, row: Row<N>): Promise<void> {
    this.#set({table, id: row.id, row});
  }

  async putPage(table: TableName, {rows}: NewPage): Promise<void> {
    for (const row of rows) await this.put(table, row);
  }

  async delete(table: SmallTable, id: string): Promise<void> {
    this.#set({table, id, row: undefined});
  }

  #set(change: RowChange): void {
    this.#changes.set(`${change.table}/${change.id}`, change);
    this.#tables.add(change.table);
  }

  #over<N extends SmallTable>(table: N, rows: readonly Row<N>[], belongs: (row: Row) => boolean): readonly Row<N>[] {
    const mine = this.changes.filter((change) => change.table === table);
    const replaced = new Set(mine.map(({id}) => id));
    const added = mine.flatMap(({row}) => (row && belongs(row) ? [row as Row<N>] : []));
    return [...rows.filter(({id}) => !replaced.has(id)), ...added].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
