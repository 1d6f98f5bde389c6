import {assert, must} from '../lib/assert.ts';
import {type Row, type TableName, tables} from '../schema.ts';
import {type PageGroup, type PageHead, type PageTexts, decodeRow, pageGroup} from '../sync/page.ts';
import {keyValues} from '../sync/small-row.ts';
import type {LooseRows, Meta, OutboxRow, Range, ReadTx, SmallTable, Store, WriteTx} from '../sync/store.ts';

const decoded = new WeakMap<PageGroup, readonly Row[]>();

function rowsOfGroup(group: PageGroup): readonly Row[] {
  const rows =
    decoded.get(group) ?? group.rows.flatMap((page) => [...page.ends.keys()].map((at) => decodeRow(page, at)));
  decoded.set(group, rows);
  return rows;
}

/** A store in memory with the promises of the real ones: one writer at a time, all or nothing, copies in and out. */
export class MemoryStore implements Store {
  #rows = new Map<TableName, Map<string, Row>>();
  #outbox: OutboxRow[] = [];
  #meta = new Map<keyof Meta, unknown>();
  #pages = new Map<TableName, PageGroup[]>();
  /** Rows of pages that were forgotten. */
  #gone = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  read<T>(body: (tx: ReadTx) => Promise<T>): Promise<T> {
    return this.#alone(() => body(this.#tx()));
  }

  write<T>(body: (tx: WriteTx) => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      const before = {
        rows: this.#copyOfRows(),
        pages: new Map(this.#pages),
        outbox: [...this.#outbox],
        meta: new Map(this.#meta),
        gone: new Set(this.#gone),
      };
      try {
        return await body(this.#tx());
      } catch (error) {
        this.#rows = before.rows;
        this.#pages = before.pages;
        this.#outbox = before.outbox;
        this.#meta = before.meta;
        this.#gone = before.gone;
        throw error;
      }
    });
  }

  async putPages(table: TableName, pages: PageGroup): Promise<void> {
    this.#addPages(table, pages);
  }

  #addPages(table: TableName, pages: PageGroup): void {
    const all = this.#pages.get(table) ?? [];
    this.#pages.set(
      table,
      [...all, pages].sort((a, b) => a.head.page - b.head.page),
    );
  }

  async pageHeads(table: TableName, from: number, limit: number): Promise<readonly PageHead[]> {
    const heads = (this.#pages.get(table) ?? []).map(({head}) => head).filter(({page}) => page >= from);
    return heads.slice(0, limit);
  }

  async pageTexts(table: TableName, pages: readonly number[]): Promise<readonly (PageTexts | undefined)[]> {
    const all = (this.#pages.get(table) ?? []).flatMap(({texts}) => texts);
    return pages.map((page) => all.find((texts) => texts.page === page));
  }

  async putPageTexts(table: TableName, texts: readonly PageTexts[]): Promise<void> {
    const pages = (this.#pages.get(table) ?? []).map((group) => {
      const {page: first, ids} = group.head;
      const mine = texts.filter(({page}) => page >= first && page < first + ids.length);
      const kept = group.texts.filter(({page}) => !mine.some((one) => one.page === page));
      return {...group, texts: [...kept, ...mine]};
    });
    this.#pages.set(table, pages);
  }

  async looseRows<N extends TableName>(table: N): Promise<LooseRows<N>> {
    const rows = this.#sorted(table);
    const isChanged = ({id}: Row<N>): boolean => this.#packed(table, id) !== undefined;
    const gone = [...this.#gone]
      .filter((name) => name.startsWith(`${table}/`))
      .map((name) => name.slice(table.length + 1));
    return {gone: gone.toSorted(), changed: rows.filter(isChanged), added: rows.filter((row) => !isChanged(row))};
  }

  close(): void {
    this.#rows.clear();
  }

  /** Another store that holds the same, as a copied disk does. */
  copy(): MemoryStore {
    const other = new MemoryStore();
    other.#rows = this.#copyOfRows();
    other.#outbox = [...this.#outbox];
    other.#meta = new Map(this.#meta);
    other.#pages = new Map(this.#pages);
    other.#gone = new Set(this.#gone);
    return other;
  }

  /** Every row as `table/id`, as it lies here and without a transaction: for comparing stores, never to be changed. */
  everyRow(): ReadonlyMap<string, Row> {
    const all = new Map<string, Row>();
    for (const [table, groups] of this.#pages) {
      for (const row of groups.flatMap(rowsOfGroup))
        if (!this.#gone.has(`${table}/${row.id}`)) all.set(`${table}/${row.id}`, row);
    }
    for (const [table, rows] of this.#rows) for (const [id, row] of rows) all.set(`${table}/${id}`, row);
    return all;
  }

  /** Transactions run one after the other. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.then(work);
    this.#last = run.catch(() => undefined);
    return run;
  }

  #tx(): WriteTx {
    const get = (table: TableName, id: string): Row | undefined =>
      structuredClone(
        this.#table(table).get(id) ?? (this.#gone.has(`${table}/${id}`) ? undefined : this.#packed(table, id)),
      );
    return {
      get: async (table, id) => get(table, id) as never,
      getMany: async (table, ids) => ids.map((id) => get(table, id)) as never,
      byKey: async (table, key, values) =>
        this.#sorted(table).filter((row) => keyValues(table, key, row).every((value, at) => value === values[at])),
      range: async (table, range) => this.#range(table, range),
      outbox: async (after, limit) => this.#outbox.filter(({n}) => n > after).slice(0, limit),
      meta: async (key) => this.#meta.get(key) as never,
      put: async (table, row) => {
        this.#gone.delete(`${table}/${row.id}`);
        this.#table(table).set(row.id, structuredClone(row));
      },
      putPage: async (table, page) => {
        if (tables[table].many) {
          for (const row of page.rows) this.#table(table).set(row.id, structuredClone(row));
          return;
        }
        // An id is in one page only: what was forgotten of one comes back above it.
        const isBack = ({id}: Row): boolean => this.#packed(table, id) !== undefined;
        for (const row of page.rows.filter(isBack)) {
          this.#gone.delete(`${table}/${row.id}`);
          this.#table(table).set(row.id, structuredClone(row));
        }
        if (page.rows.some(isBack)) {
          for (const row of page.rows) if (!isBack(row)) this.#table(table).set(row.id, structuredClone(row));
          return;
        }
        const last = this.#pages.get(table)?.at(-1)?.head;
        this.#addPages(table, pageGroup(last ? last.page + last.ids.length : 0, page));
      },
      delete: async (table, id) => {
        assert(!tables[table].packed, 'rows of packed tables are never deleted');
        this.#table(table).delete(id);
      },
      lastOfOutbox: async () => this.#outbox.at(-1),
      append: async (row) => {
        if (this.#outbox.some(({n}) => n === row.n)) return false;
        this.#outbox.push(structuredClone(row));
        return true;
      },
      guess: async (row) => {
        const at = this.#outbox.findIndex(({n}) => n === row.n);
        assert(at >= 0, 'a mutation that waits');
        this.#outbox[at] = structuredClone(row);
      },
      letGo: async (upTo) => {
        const last = this.#outbox.at(-1)?.n ?? 0;
        this.#outbox = this.#outbox.filter(({n}) => n > upTo || n === last);
      },
      forget: async (table, id) => {
        this.#table(table).delete(id);
        if (this.#packed(table, id)) this.#gone.add(`${table}/${id}`);
      },
      setMeta: async (key, value) => {
        this.#meta.set(key, value);
      },
    };
  }

  #range<N extends SmallTable>(table: N, {from, below, limit}: Range): readonly Row<N>[] {
    const within = this.#sorted(table).filter(
      ({id}) => (from === undefined || id >= from) && (below === undefined || id < below),
    );
    return within.slice(0, limit);
  }

  #sorted<N extends TableName>(table: N): Row<N>[] {
    const rows = [...this.#table(table).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return structuredClone(rows) as unknown as Row<N>[];
  }

  #packed(table: TableName, id: string): Row | undefined {
    for (const {head, rows} of this.#pages.get(table) ?? []) {
      for (const [at, ids] of head.ids.entries()) {
        const index = ids.split('\n').indexOf(id);
        if (index >= 0) return decodeRow(must(rows[at], 'rows of every page'), index);
      }
    }
    return undefined;
  }

  #table(table: TableName): Map<string, Row> {
    const rows = this.#rows.get(table) ?? new Map<string, Row>();
    this.#rows.set(table, rows);
    return must(rows, 'a table in memory');
  }

  #copyOfRows(): Map<TableName, Map<string, Row>> {
    return new Map([...this.#rows].map(([table, rows]) => [table, new Map(rows)]));
  }
}
