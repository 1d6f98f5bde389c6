import {Dexie} from 'dexie';
import {assert, must} from '#core/lib/assert.ts';
import {type Row, type TableName, storeVersion, tables} from '#core/schema.ts';
import {
  type NewPage,
  type PageGroup,
  type PageHead,
  type PageRows,
  type PageTexts,
  decodeRow,
  pageGroup,
  rowsPerPage,
} from '#core/sync/page.ts';
import type {LooseRows, Meta, Range, ReadTx, Store, WriteTx} from '#core/sync/store.ts';
import {type Resting, isForgotten} from './forgotten-row.ts';
import {answered, inTransaction} from './idb-transaction.ts';
import {KeptOutbox} from './kept-outbox.ts';
import {PackedIds} from './packed-ids.ts';
import {browserVersions, declareLayouts, indexName} from './store-layouts.ts';

const tableNames = Object.keys(tables) as TableName[];
const pagesKept = 32;
/** From so many ids on it is worth asking which of them there are, as long as not many more lie between them. */
const manyIds = 8;
const keysPerId = 50;

/** A shop's rows in IndexedDB; Dexie declares and opens it. Layout: one object store a table, `pageHeads`, `pageTexts` and
 * `pageRows` below packed ones, `outbox`, `meta`,
 * and the original files of imports. */
export class DexieStore implements Store {
  readonly #db: Dexie;
  #isClosed = false;
  /** The browser has taken the database away, as it does when it meets damage or the person clears what sites have stored. */
  #isTaken = false;
  readonly #packed = new Map(
    tableNames
      .filter((name) => tables[name].packed || tables[name].many)
      .map((name) => [name, new PackedIds()] as const),
  );
  /** What a running transaction knows of the pages of a table beyond what is known to be kept. */
  readonly #seen = new WeakMap<IDBTransaction, Map<TableName, SeenPages>>();
  /** Tables and ids of rows that a running transaction has found above the pages. */
  readonly #metLoose = new WeakMap<IDBTransaction, Set<string>>();
  readonly #outbox = new KeptOutbox();
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
    this.#db.on('close', () => {
      this.#isTaken = true;
    });
  }

  read<T>(body: (tx: ReadTx) => Promise<T>): Promise<T> {
    return this.#run('readonly', body);
  }

  write<T>(body: (tx: WriteTx) => Promise<T>): Promise<T> {
    return this.#run('readwrite', body);
  }

  async putPages(table: TableName, pages: PageGroup): Promise<void> {
    await inTransaction(await this.#open(), 'readwrite', async (transaction) => addPages(transaction, table, pages));
  }

  async pageHeads(table: TableName, from: number, limit: number): Promise<readonly PageHead[]> {
    return inTransaction(await this.#open(), 'readonly', async (transaction) => {
      const heads = await headsFrom(transaction, table, from, limit);
      const known = this.#packed.get(table);
      for (const head of heads) known?.add(head);
      return heads;
    });
  }

  async pageTexts(table: TableName, pages: readonly number[]): Promise<readonly (PageTexts | undefined)[]> {
    return inTransaction(await this.#open(), 'readonly', async (transaction) => {
      const store = transaction.objectStore('pageTexts');
      return Promise.all(pages.map((page) => answered<PageTexts | undefined>(store.get([table, page]))));
    });
  }

  async putPageTexts(table: TableName, texts: readonly PageTexts[]): Promise<void> {
    try {
      await inTransaction(await this.#open(), 'readwrite', async (transaction) => {
        for (const one of texts) transaction.objectStore('pageTexts').put({table, ...one});
      });
    } catch {
      // A full disk, or a store that was closed meanwhile: they are made again.
    }
  }

  async looseRows<N extends TableName>(table: N): Promise<LooseRows<N>> {
    return inTransaction(await this.#open(), 'readonly', async (transaction) => {
      const [resting, over] = await Promise.all([
        answered<Resting<N>[]>(transaction.objectStore(table).getAll()),
        answered<OverPage[]>(overPages(transaction).getAll(allOf(table))),
      ]);
      const inPages = new Set(over.map(({id}) => id));
      const gone = [...resting.filter(isForgotten), ...over.filter((one) => one.gone)];
      const rows = resting.filter((one): one is Row<N> => !isForgotten(one));
      return {
        gone: gone.map(({id}) => id),
        changed: rows.filter(({id}) => inPages.has(id)),
        added: rows.filter(({id}) => !inPages.has(id)),
      };
    });
  }

  /** One transaction for what rests beside the tables: the original files. */
  async inDatabase<T>(mode: 'readonly' | 'readwrite', body: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    if (mode === 'readwrite') this.#outbox.forget();
    return inTransaction(await this.#open(), mode, body);
  }

  close(): void {
    this.#isClosed = true;
    this.#db.close();
  }

  async #open(): Promise<IDBDatabase> {
    // Opened again, a database that another window has deleted would be back, and empty.
    if (this.#isClosed) throw new DOMException('this store is closed', 'InvalidStateError');
    if (this.#isTaken) throw new DOMException('the browser has taken this store away', 'UnknownError');
    if (!this.#db.isOpen()) {
      await this.#db.open();
      // Dexie takes a store of a newer layout as it is. What its rows mean is not known here.
      if (this.#db.backendDB().version > storeVersion * browserVersions) {
        this.close();
        throw new DOMException('this store is of a newer version', 'VersionError');
      }
    }
    return this.#db.backendDB();
  }

  async #run<T>(mode: 'readonly' | 'readwrite', body: (tx: WriteTx) => Promise<T>): Promise<T> {
    return inTransaction(await this.#open(), mode, (transaction) => body(this.#tx(transaction)));
  }

  #tx(transaction: IDBTransaction): WriteTx {
    const rowsOf = (name: string): IDBObjectStore => transaction.objectStore(name);
    const get = async <N extends TableName>(table: N, id: string): Promise<Row<N> | undefined> => {
      if (transaction.mode === 'readwrite') this.#lookAhead(transaction, table, id);
      const loose = await answered<Resting<N> | undefined>(rowsOf(table).get(id));
      if (!loose) return this.#fromPage(transaction, table, id);
      this.#metLoose.get(transaction)?.add(`${table}/${loose.id}`);
      return isForgotten(loose) ? undefined : loose;
    };
    this.#metLoose.set(transaction, new Set());
    return {
      get,
      getMany: async <N extends TableName>(table: N, ids: readonly string[]) => {
        const loose = await idsAmong(rowsOf(table), ids);
        if (!loose) return Promise.all(ids.map((id) => get(table, id)));
        const found = new Map<string, Row<N> | undefined>();
        await Promise.all(ids.filter((id) => loose.has(id)).map(async (id) => found.set(id, await get(table, id))));
        const over = tables[table].many ? await this.#overPages(transaction, table) : loose;
        const rest = ids.filter((id) => !loose.has(id) && !over.has(id));
        for (const row of await this.#inPages(transaction, table, rest)) found.set(row.id, row);
        return ids.map((id) => found.get(id));
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
      range: async (table, range) => {
        if (range.limit < 1) return [];
        const loose = await answered<Row<typeof table>[]>(rowsOf(table).getAll(keyRange(range), range.limit));
        const paged = await this.#inPages(transaction, table, await this.#pagedIds(transaction, table, range));
        if (paged.length === 0) return loose;
        return [...loose, ...paged].toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, range.limit);
      },
      ...this.#outbox.in(transaction),
      meta: async <K extends keyof Meta>(key: K) => answered<Meta[K] | undefined>(rowsOf('meta').get(key)),
      put: (table, row) => this.#put(transaction, table, row),
      putPage: (table, page) => this.#putPage(transaction, table, page),
      delete: async (table, id) => {
        assert(!tables[table].packed, 'rows of packed tables are never deleted');
        await this.#delete(transaction, table, id);
      },
      forget: async (table, id) => {
        const isPaged = tables[table].packed && (await this.#placeInPages(transaction, table, id)) !== undefined;
        if (isPaged) await this.#put(transaction, table, {id, gone: true});
        else await this.#delete(transaction, table, id);
      },
      setMeta: async (key, value) => {
        await answered(rowsOf('meta').put(value, key));
      },
    };
  }

  async #fromPage<N extends TableName>(transaction: IDBTransaction, table: N, id: string): Promise<Row<N> | undefined> {
    const at = await this.#placeInPages(transaction, table, id);
    if (at === undefined) return undefined;

    // Only here a row that was deleted is looked for: what was forgotten of a packed table has left a mark in its place.
    const over = tables[table].many && (await answered<OverPage | undefined>(overPages(transaction).get([table, id])));
    return over ? undefined : this.#decoded(transaction, table, at);
  }

  async #decoded<N extends TableName>(transaction: IDBTransaction, table: N, at: number): Promise<Row<N>> {
    const rows = await this.#pageRows(transaction, table, Math.floor(at / rowsPerPage));
    return decodeRow<N>(rows, at % rowsPerPage);
  }

  /** Where a row lies in the pages, as `page * 256 + index`; undefined for a row that is in none. */
  async #placeInPages(transaction: IDBTransaction, table: TableName, id: string): Promise<number | undefined> {
    const ids = this.#packed.get(table);
    if (!ids) return undefined;

    const known = ids.find(id);
    if (known !== undefined) return known;

    const {looking, added} = this.#seenPages(transaction, table, ids);
    await looking;
    return ids.find(id) ?? added.get(id);
  }

  /** Whoever writes asks of most rows that no page is known to have because they are new: pages are looked for while the row is. */
  #lookAhead(transaction: IDBTransaction, table: TableName, id: string): void {
    const ids = this.#packed.get(table);
    if (!ids || ids.find(id) !== undefined) return;
    // What keeps it from being looked for is met by whoever needs the answer.
    this.#seenPages(transaction, table, ids).looking.catch(() => undefined);
  }

  /** Looks once a transaction for pages that were added since, by this store or another window's. */
  #seenPages(transaction: IDBTransaction, table: TableName, ids: PackedIds): SeenPages {
    const seen = this.#seen.get(transaction) ?? new Map<TableName, SeenPages>();
    this.#seen.set(transaction, seen);
    const known = seen.get(table) ?? {looking: lookForPages(transaction, table, ids), added: new Map(), pages: 0};
    seen.set(table, known);
    return known;
  }

  async #putPage(transaction: IDBTransaction, table: TableName, page: NewPage): Promise<void> {
    const ids = must(this.#packed.get(table), 'a packed table');
    const seen = this.#seenPages(transaction, table, ids);
    await seen.looking;
    // A row that was deleted from its page, or forgotten, comes back above it: an id is in one page only.
    const isBack = ({id}: Row): boolean => ids.find(id) !== undefined || seen.added.has(id);
    const someAreBack = page.rows.some(isBack);
    // What a view made of a page, it made of all of its rows.
    const isLoose = (row: Row): boolean => someAreBack && (isBack(row) || !tables[table].many);
    for (const row of page.rows.filter(isLoose)) await this.#put(transaction, table, row);
    const rows = page.rows.filter((row) => !isLoose(row));
    if (rows.length === 0) return;

    const number = ids.pages + seen.pages;
    seen.pages += 1;
    const whole = rows.length === page.rows.length ? page : {rows};
    addPages(transaction, table, pageGroup(number, whole));
    // Known to others once it is kept, which it may never be.
    for (const [at, {id}] of rows.entries()) seen.added.set(id, number * rowsPerPage + at);
  }

  async #delete(transaction: IDBTransaction, table: TableName, id: string): Promise<void> {
    await answered(transaction.objectStore(table).delete(id));
    this.#metLoose.get(transaction)?.delete(`${table}/${id}`);
    const inPage = await this.#placeInPages(transaction, table, id);
    if (inPage !== undefined) await answered(overPages(transaction).put({table, id, gone: true}));
  }

  async #put<N extends TableName>(transaction: IDBTransaction, table: N, row: Resting<N>): Promise<void> {
    const written = answered(transaction.objectStore(table).put(row));
    // Of a row that was found above the pages it is told already whether one of them has it.
    const isTold = this.#metLoose.get(transaction)?.has(`${table}/${row.id}`) ?? false;
    const inPage = isTold ? undefined : await this.#placeInPages(transaction, table, row.id);
    if (inPage !== undefined) await answered(overPages(transaction).put({table, id: row.id}));
    await written;
  }

  /** Rows as they lie in pages, each page read once. */
  async #inPages<N extends TableName>(
    transaction: IDBTransaction,
    table: N,
    ids: readonly string[],
  ): Promise<readonly Row<N>[]> {
    const packed = this.#packed.get(table);
    if (!packed || ids.length === 0) return [];
    // Once for all: to wait for each of them costs more than to look.
    const {looking, added} = this.#seenPages(transaction, table, packed);
    await looking;
    const places = ids.flatMap((id) => packed.find(id) ?? added.get(id) ?? []);
    const rows: Row<N>[] = [];
    for (const place of places.toSorted((a, b) => a - b)) rows.push(await this.#decoded(transaction, table, place));
    return rows;
  }

  /** Rows of pages that are told of elsewhere: one stands above them, or they were deleted. */
  async #overPages(transaction: IDBTransaction, table: TableName): Promise<ReadonlySet<string>> {
    const found = await answered<OverPage[]>(overPages(transaction).getAll(allOf(table)));
    return new Set(found.map(({id}) => id));
  }

  /** Ids of the first rows in pages within a range that nothing stands above. */
  async #pagedIds(
    transaction: IDBTransaction,
    table: TableName,
    {from, below, limit}: Range,
  ): Promise<readonly string[]> {
    const ids = this.#packed.get(table);
    if (!ids) return [];
    const {looking, added} = this.#seenPages(transaction, table, ids);
    await looking;
    const all = [...ids.all(), ...added.keys()];
    if (all.length === 0) return all;
    const over = await this.#overPages(transaction, table);
    const within = (id: string): boolean => (from === undefined || id >= from) && (below === undefined || id < below);
    return all
      .filter((id) => within(id) && !over.has(id))
      .toSorted()
      .slice(0, limit);
  }

  async #pageRows(transaction: IDBTransaction, table: TableName, page: number): Promise<PageRows> {
    const name = `${table}/${page}`;
    const kept = this.#rowsKept.get(name);
    const found =
      kept ?? (await answered<PageRows | undefined>(transaction.objectStore('pageRows').get([table, page])));
    const rows = must(found, 'rows of every page');
    // What this transaction has added itself may never be kept.
    if (page >= must(this.#packed.get(table), 'a packed table').pages) return rows;
    this.#rowsKept.delete(name);
    this.#rowsKept.set(name, rows);
    const oldest = this.#rowsKept.keys().next();
    if (this.#rowsKept.size > pagesKept && !oldest.done) this.#rowsKept.delete(oldest.value);
    return rows;
  }
}

/** `pages` were added by the transaction itself; `added` says where their rows lie. */
interface SeenPages {
  readonly looking: Promise<void>;
  readonly added: Map<string, number>;
  pages: number;
}

async function lookForPages(transaction: IDBTransaction, table: TableName, ids: PackedIds): Promise<void> {
  for (const head of await headsFrom(transaction, table, ids.pages)) ids.add(head);
}

/** A row that stands above its page, or was deleted from it. */
interface OverPage {
  readonly id: string;
  readonly gone?: true;
}

function overPages(transaction: IDBTransaction): IDBObjectStore {
  return transaction.objectStore('overPages');
}

/** Appends pages in a transaction of one's own. */
export function addPages(transaction: IDBTransaction, table: TableName, {head, texts, rows}: PageGroup): void {
  transaction.objectStore('pageHeads').add({table, ...head});
  for (const one of texts) transaction.objectStore('pageTexts').add({table, ...one});
  for (const one of rows) transaction.objectStore('pageRows').add({table, ...one});
}

/** Which of many ids there are, by one request; undefined where asking for each row is better. */
async function idsAmong(rows: IDBObjectStore, ids: readonly string[]): Promise<ReadonlySet<string> | undefined> {
  if (ids.length < manyIds) return undefined;
  const sorted = ids.toSorted();
  const range = IDBKeyRange.bound(sorted[0], sorted.at(-1));
  const limit = ids.length * keysPerId;
  const keys = await answered(rows.getAllKeys(range, limit));
  return keys.length < limit ? new Set(keys as string[]) : undefined;
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
