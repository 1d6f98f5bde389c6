import {assert, must} from '../lib/assert.ts';
import {isSound} from '../lib/shape.ts';
import {type Row, type TableName, tables} from '../schema.ts';
import type {Instant} from '../time/instant.ts';
import type {Db, SmallReader, SmallWriter, Tx} from './define.ts';
import {type PackPage, rowsPerPage} from './page.ts';
import {patchBetween} from './row-patch.ts';
import {keyValues} from './small-row.ts';
import type {RowBefore, RowReads, RowWrites, SmallTable} from './store.ts';

/** One row after a mutation; `row` is undefined where it was deleted. */
export interface RowChange {
  readonly table: TableName;
  readonly id: string;
  readonly row: Row | undefined;
  /** It is new and was written as one of a page, unless it is back where it stood before. */
  readonly isPaged?: true;
}

/** Fewer new rows than this stay loose: a page takes the same room in columns whether it is full or not. */
const pageRowsLeast = rowsPerPage / 2;
/** Without columns a page is worth its while sooner. */
const manyRowsLeast = 16;

const tableNames = Object.keys(tables) as TableName[];
const pagedNames = tableNames.filter((name) => tables[name].packed || tables[name].many);

/**
 * What one mutation has written, held above the transaction until it ends well: a refused one of a batch leaves nothing
 * behind, and the others go on.
 */
export class Overlay {
  readonly #below: RowReads;
  readonly #written = new Map<string, RowChange>();
  /** What was found below, or looked for and not found: written then, it is new. */
  readonly #seen = new Map<string, Row | undefined>();
  /** Tables that were walked or looked into by key. */
  readonly #walked = new Set<TableName>();

  constructor(below: RowReads) {
    this.#below = below;
  }

  tx(at: Instant): Tx {
    return new OverlayTx((table) => this.#writer(table), at) as unknown as Tx;
  }

  /** Writes what was held into the transaction and says which rows that changed; many new rows become pages. */
  async flush(tx: RowWrites, pack?: PackPage): Promise<readonly RowChange[]> {
    const changes = [...this.#written.values()];
    const paged = await this.#flushPages(tx, pack);
    // Asked for at once: what is written does not depend on what else is, and a store answers many faster than one by one.
    const rest = changes.filter((change) => !paged.has(change));
    await Promise.all(rest.map(({table, id, row}) => (row ? tx.put(table, row) : tx.delete(table as SmallTable, id))));
    return changes.map((change) => (paged.has(change) ? {...change, isPaged: true} : change));
  }

  /** The rows as they were below, of all that this mutation writes, and what it makes of them. To be asked for before it is flushed. */
  async before(): Promise<readonly RowBefore[]> {
    const unseen = [...this.#written].filter(([name]) => !this.#seen.has(name));
    await Promise.all(
      unseen.map(async ([name, {table, id}]) => this.#seen.set(name, (await this.#below.getMany(table, [id]))[0])),
    );
    return [...this.#written].map(([name, {table, id, row: after}]) => {
      const row = this.#seen.get(name);
      return {table, id, row, ...(row && after && {became: patchBetween(row, after)})};
    });
  }

  /** What the mutation has looked at below: rows by table and id, and tables it has walked by their name alone. */
  get reads(): readonly string[] {
    return [...this.#walked, ...this.#seen.keys()];
  }

  /** A page costs as much to put as a row. */
  async #flushPages(tx: RowWrites, pack: PackPage | undefined): Promise<ReadonlySet<RowChange>> {
    const paged = new Set<RowChange>();
    for (const table of pagedNames) {
      const {many} = tables[table];
      const added = [...this.#written].flatMap(([name, change]) => {
        return change.table === table && change.row && this.#isNew(name) ? [{change, row: change.row}] : [];
      });
      for (let from = 0; added.length - from >= (many ? manyRowsLeast : pageRowsLeast); from += rowsPerPage) {
        const some = added.slice(from, from + rowsPerPage);
        const rows = some.map(({row}) => row);
        const page = many ? {rows} : pack?.(table, rows);
        if (!page) break;
        await tx.putPage(table, page);
        for (const {change} of some) paged.add(change);
      }
    }
    return paged;
  }

  #isNew(name: string): boolean {
    return this.#seen.has(name) && !this.#seen.get(name);
  }

  #writer<N extends TableName>(table: N): SmallReader<N> & SmallWriter<N> {
    const get = async (id: string): Promise<Row<N> | undefined> => (await getMany([id]))[0];
    const getMany = async (ids: readonly string[]): Promise<readonly (Row<N> | undefined)[]> => {
      const asked = ids.filter((id) => !this.#written.has(`${table}/${id}`));
      const found = await this.#below.getMany(table, asked);
      const below = new Map(asked.map((id, at) => [id, found[at]]));
      return ids.map((id) => {
        const name = `${table}/${id}`;
        if (below.has(id)) this.#seen.set(name, below.get(id));
        return below.has(id) ? below.get(id) : (this.#written.get(name)?.row as Row<N> | undefined);
      });
    };
    const set = (id: string, row: Row<N> | undefined): void => {
      if (row) {
        assert(isSound(tables[table].shape, row), `a ${table} row as its table declares it`);
      }
      this.#written.set(`${table}/${id}`, {table, id, row});
    };
    const small = table as SmallTable;
    // Key and range reads see the rows below with this mutation's own changes laid over them.
    const overlaid = (rows: readonly Row[], belongs: (row: Row) => boolean): readonly Row<N>[] => {
      const mine = [...this.#written.values()].filter((change) => change.table === table);
      const replaced = new Set(mine.map((change) => change.id));
      const kept = rows.filter((row) => !replaced.has(row.id));
      const added = mine.flatMap((change) => (change.row && belongs(change.row) ? [change.row] : []));
      return [...kept, ...added].sort((a, b) => (a.id < b.id ? -1 : 1)) as unknown as readonly Row<N>[];
    };
    return {
      get,
      getMany,
      byKey: async (key, ...values) => {
        this.#walked.add(table);
        const belongs = (row: Row): boolean => keyValues(table, key, row).every((value, at) => value === values[at]);
        return overlaid(await this.#below.byKey(small, key, values), belongs);
      },
      range: async (range) => {
        this.#walked.add(table);
        const {from, below, limit} = range;
        // One more from below for each row of this mutation's own: any of them may be deleted here.
        const wider = {...range, limit: limit + this.#written.size};
        const belongs = (row: Row): boolean =>
          (from === undefined || row.id >= from) && (below === undefined || row.id < below);
        return overlaid(await this.#below.range(small, wider), belongs).slice(0, limit);
      },
      put: async (row) => set(row.id, row),
      update: async (id, changes) => {
        const row = must(await get(id), `a ${table} row to update`);
        const next = {...row, ...changes} as Record<string, unknown>;
        for (const [field, value] of Object.entries(next)) if (value === undefined) delete next[field];
        set(id, next as unknown as Row<N>);
      },
      delete: async (id) => set(id, undefined),
    };
  }
}

/** Each table's door is made when a mutation first goes through it: most go through one of a dozen. */
class OverlayTx {
  readonly at: Instant;
  readonly #writerOf: (table: TableName) => unknown;
  readonly #writers = new Map<TableName, unknown>();

  constructor(writerOf: (table: TableName) => unknown, at: Instant) {
    this.#writerOf = writerOf;
    this.at = at;
  }

  static {
    for (const table of tableNames) {
      Object.defineProperty(this.prototype, table, {
        get(this: OverlayTx) {
          const writer = this.#writers.get(table) ?? this.#writerOf(table);
          this.#writers.set(table, writer);
          return writer;
        },
      });
    }
  }
}

/** Reads for a query, told to `touched` row by row and range by range, so that it can be run again when they change. */
export function readerOf(
  tx: RowReads,
  touched: (what: {readonly table: TableName; readonly id?: string}) => void = () => undefined,
): Db {
  const readers = tableNames.map((table) => {
    const small = table as SmallTable;
    const get = async (id: string): Promise<Row | undefined> => {
      touched({table, id});
      return tx.get(table, id);
    };
    return [
      table,
      {
        get,
        getMany: async (ids: readonly string[]) => {
          for (const id of ids) touched({table, id});
          return tx.getMany(table, ids);
        },
        byKey: async (key: string, ...values: readonly string[]) => {
          touched({table});
          return tx.byKey(small, key, values);
        },
        range: async (range: {readonly limit: number}) => {
          touched({table});
          return tx.range(small, range);
        },
      },
    ];
  });
  return Object.fromEntries(readers) as unknown as Db;
}
