import {Dexie} from 'dexie';
import {IdIndex} from '#core/data/id-index.ts';
import {assert, must} from '#core/lib/assert.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import {type PageGroup, type PageHead, type PageRows, type PageTexts, decodeRow, rowsPerPage} from '#core/sync/page.ts';
import type {LooseRows, Meta, Range, ReadTx, Store, WriteTx} from '#core/sync/store.ts';
import {answered, inTransaction} from './idb-transaction.ts';
import {declareLayouts, indexName} from './store-layouts.ts';

const tableNames = Object.keys(tables) as TableName[];
const pagesKept = 32;

/** A shop's rows in IndexedDB; Dexie declares and opens it. Layout: one object store a table, `pageHeads`, `pageTexts` and
 * `pageRows` below packed ones, `outbox`, `meta`,
 * and the original files of imports. */
export class DexieStore implements Store {
  readonly #db: Dexie;
  #isClosed = false;
  readonly #packed = new Map(
    tableNames.filter((name) => tables[name].packed).map((name) => [name, new PackedIds()] as const),
  );
  /** Which tables' new pages a running transaction has seen. */
  readonly #looked = new WeakMap<IDBTransaction, Map<TableName, Promise<void>>>();
  /** Pages never change, so the last ones read are kept. */
  readonly #rowsKept = new Map<string, PageRows>();

  constructor(name: string) {
    this.#db = new Dexie(name, {cache: 'disabled'});
    declareLayouts(this.#db);
    // Another window deletes the database or brings a newer version. False: Dexie need not warn of what is wanted.
    this.#db.on('versionchange', () => {
      this.close();
      return false;
    });
  }

  read<T>(body: (tx: ReadTx) => Promise<T>): Promise<T> {
    return this.#run('readonly', body);
  }

  write<T>(body: (tx: WriteTx) => Promise<T>): Promise<T> {
    return this.#run('readwrite', body);
  }

  async putPages(table: TableName, {head, texts, rows}: PageGroup): Promise<void> {
    await inTransaction(await this.#open(), 'readwrite', async (transaction) => {
      transaction.objectStore('pageHeads').add({table, ...head});
      for (const one of texts) transaction.objectStore('pageTexts').add({table, ...one});
      for (const one of rows) transaction.objectStore('pageRows').add({table, ...one});
    });
  }

  async pageHeads(table: TableName, from: number, limit: number): Promise<readonly PageHead[]> {
    return inTransaction(await this.#open(), 'readonly', async (transaction) => {
      const heads = await headsFrom(transaction, table, from, limit);
      const known = this.#packed.get(table);
      for (const head of heads) known?.add(head);
      return heads;
    });
  }

  async pageTexts(table: TableName, pages: readonly number[]): Promise<readonly PageTexts[]> {
    return inTransaction(await this.#open(), 'readonly', async (transaction) => {
      const store = transaction.objectStore('pageTexts');
      const found = await Promise.all(pages.map((page) => answered<PageTexts | undefined>(store.get([table, page]))));
      return found.map((texts) => must(texts, 'texts of every page'));
    });
  }

  async looseRows<N extends TableName>(table: N): Promise<LooseRows<N>> {
    return inTransaction(await this.#open(), 'readonly', async (transaction) => {
      const [rows, overPages] = await Promise.all([
        answered<Row<N>[]>(transaction.objectStore(table).getAll()),
        answered<{readonly id: string}[]>(transaction.objectStore('overPages').getAll(allOf(table))),
      ]);
      const changed = new Set(overPages.map(({id}) => id));
      return {changed: rows.filter(({id}) => changed.has(id)), added: rows.filter(({id}) => !changed.has(id))};
    });
  }

  /** One transaction for what rests beside the tables: the original files. */
  async inDatabase<T>(mode: 'readonly' | 'readwrite', body: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    return inTransaction(await this.#open(), mode, body);
  }

  close(): void {
    this.#isClosed = true;
    this.#db.close();
  }

  async #open(): Promise<IDBDatabase> {
    // Opened again, a database that another window has deleted would be back, and empty.
    if (this.#isClosed) throw new DOMException('this store is closed', 'InvalidStateError');
    if (!this.#db.isOpen()) await this.#db.open();
    return this.#db.backendDB();
  }

  async #run<T>(mode: 'readonly' | 'readwrite', body: (tx: WriteTx) => Promise<T>): Promise<T> {
    return inTransaction(await this.#open(), mode, (transaction) => body(this.#tx(transaction)));
  }

  #tx(transaction: IDBTransaction): WriteTx {
    const rowsOf = (name: string): IDBObjectStore => transaction.objectStore(name);
    return {
      get: async <N extends TableName>(table: N, id: string) => {
        const loose = await answered<Row<N> | undefined>(rowsOf(table).get(id));
        return loose ?? this.#fromPage(transaction, table, id);
      },
      byKey: async (table, key, values) => {
        const fields = must(tables[table].keys[key], `${table} declares the key ${key}`);
        return answered(
          rowsOf(table)
            .index(indexName(fields))
            .getAll(fields.length > 1 ? [...values] : values[0]),
        );
      },
      // IndexedDB takes a limit of none for no limit.
      range: async (table, range) =>
        range.limit < 1 ? [] : answered(rowsOf(table).getAll(keyRange(range), range.limit)),
      outbox: async (after, limit) => answered(rowsOf('outbox').getAll(IDBKeyRange.lowerBound(after, true), limit)),
      meta: async <K extends keyof Meta>(key: K) => answered<Meta[K] | undefined>(rowsOf('meta').get(key)),
      put: async (table, row) => {
        await answered(rowsOf(table).put(row));
        const inPage = await this.#placeInPages(transaction, table, row.id);
        if (inPage !== undefined) await answered(rowsOf('overPages').put({table, id: row.id}));
      },
      delete: async (table, id) => {
        assert(!tables[table].packed, 'rows of packed tables are never deleted');
        await answered(rowsOf(table).delete(id));
      },
      append: async (row) => {
        await answered(rowsOf('outbox').add(row));
      },
      setMeta: async (key, value) => {
        await answered(rowsOf('meta').put(value, key));
      },
    };
  }

  async #fromPage<N extends TableName>(transaction: IDBTransaction, table: N, id: string): Promise<Row<N> | undefined> {
    const at = await this.#placeInPages(transaction, table, id);
    if (at === undefined) return undefined;

    const rows = await this.#pageRows(transaction, table, Math.floor(at / rowsPerPage));
    return decodeRow<N>(rows, at % rowsPerPage);
  }

  /** Where a row lies in the pages, as `page * 256 + index`; undefined for a row that is in none. */
  async #placeInPages(transaction: IDBTransaction, table: TableName, id: string): Promise<number | undefined> {
    const ids = this.#packed.get(table);
    if (!ids) return undefined;

    const known = ids.find(id);
    if (known !== undefined) return known;

    // Pages that were added since, by this store or another window's; none comes while this transaction runs.
    const looked = this.#looked.get(transaction) ?? new Map<TableName, Promise<void>>();
    this.#looked.set(transaction, looked);
    const looking = looked.get(table) ?? this.#lookForPages(transaction, table, ids);
    looked.set(table, looking);
    await looking;
    return ids.find(id);
  }

  async #lookForPages(transaction: IDBTransaction, table: TableName, ids: PackedIds): Promise<void> {
    for (const head of await headsFrom(transaction, table, ids.pages)) ids.add(head);
  }

  async #pageRows(transaction: IDBTransaction, table: TableName, page: number): Promise<PageRows> {
    const name = `${table}/${page}`;
    const kept = this.#rowsKept.get(name);
    const found =
      kept ?? (await answered<PageRows | undefined>(transaction.objectStore('pageRows').get([table, page])));
    const rows = must(found, 'rows of every page');
    this.#rowsKept.delete(name);
    this.#rowsKept.set(name, rows);
    const oldest = this.#rowsKept.keys().next();
    if (this.#rowsKept.size > pagesKept && !oldest.done) this.#rowsKept.delete(oldest.value);
    return rows;
  }
}

function headsFrom(transaction: IDBTransaction, table: TableName, from: number, limit?: number): Promise<PageHead[]> {
  const pages = IDBKeyRange.bound([table, from], [table, []]);
  return answered<PageHead[]>(transaction.objectStore('pageHeads').getAll(pages, limit));
}

/** Every key that begins with the table; an empty list sorts behind all numbers and texts. */
function allOf(table: TableName): IDBKeyRange {
  return IDBKeyRange.bound([table], [table, []]);
}

function keyRange({from, below}: Range): IDBKeyRange | null {
  if (from !== undefined && below !== undefined) {
    // A range that ends before it begins holds nothing; IndexedDB would throw.
    return from < below ? IDBKeyRange.bound(from, below, false, true) : IDBKeyRange.only('');
  }
  if (from !== undefined) return IDBKeyRange.lowerBound(from);
  return below === undefined ? null : IDBKeyRange.upperBound(below, true);
}

/** Which page holds an id. Positions are `page * 256 + index`; pages come in order. */
class PackedIds {
  pages = 0;
  readonly #ids: string[] = [];
  readonly #split: string[][] = [];
  readonly #index = new IdIndex((position) => {
    return must(this.#split[Math.floor(position / rowsPerPage)]?.[position % rowsPerPage], 'an id that was added');
  });
  #indexed = 0;

  add({page, ids}: PageHead): void {
    if (page !== this.pages) return;
    this.#ids.push(...ids);
    this.pages += ids.length;
  }

  find(id: string): number | undefined {
    for (; this.#indexed < this.pages; this.#indexed += 1) {
      const page = this.#indexed;
      const ids = must(this.#ids[page], 'the ids of every page').split('\n');
      this.#split.push(ids);
      for (const [at, one] of ids.entries()) this.#index.add(one, page * rowsPerPage + at);
    }
    return this.#index.find(id);
  }
}
