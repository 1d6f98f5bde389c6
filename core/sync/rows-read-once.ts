import type {Row, TableName} from '../schema.ts';
import type {RowChange} from './overlay.ts';
import type {Range, RowReads, SmallTable} from './store.ts';

/** Rows of a transaction that has not written any yet: each is read once, however often it is asked for. */
export class RowsReadOnce implements RowReads {
  readonly #below: RowReads;
  readonly #rows = new Map<TableName, Map<string, Row | undefined>>();

  constructor(below: RowReads) {
    this.#below = below;
  }

  /** Reads what will be asked for, all of a table at once. */
  async look(asked: readonly Pick<RowChange, 'table' | 'id'>[]): Promise<void> {
    const ids = new Map<TableName, string[]>();
    for (const {table, id} of asked) {
      const some = ids.get(table);
      if (some) some.push(id);
      else ids.set(table, [id]);
    }
    for (const [table, some] of ids) await this.getMany(table, some);
  }

  async get<N extends TableName>(table: N, id: string): Promise<Row<N> | undefined> {
    const known = this.#rowsOf(table);
    return known.has(id) ? (known.get(id) as Row<N> | undefined) : (await this.getMany(table, [id]))[0];
  }

  async getMany<N extends TableName>(table: N, ids: readonly string[]): Promise<readonly (Row<N> | undefined)[]> {
    const known = this.#rowsOf(table);
    const asked = ids.filter((id) => !known.has(id));
    const found = asked.length > 0 ? await this.#below.getMany(table, asked) : [];
    for (const [at, id] of asked.entries()) known.set(id, found[at]);
    return ids.map((id) => known.get(id) as Row<N> | undefined);
  }

  byKey<N extends SmallTable>(table: N, key: string, values: readonly string[]): Promise<readonly Row<N>[]> {
    return this.#below.byKey(table, key, values);
  }

  range<N extends SmallTable>(table: N, range: Range): Promise<readonly Row<N>[]> {
    return this.#below.range(table, range);
  }

  #rowsOf(table: TableName): Map<string, Row | undefined> {
    const known = this.#rows.get(table) ?? new Map<string, Row | undefined>();
    this.#rows.set(table, known);
    return known;
  }
}
