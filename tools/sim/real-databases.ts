import 'fake-indexeddb/auto';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {Dexie} from 'dexie';
import {IDBFactory} from 'fake-indexeddb';
import {type Row, type TableName, tables} from '#core/schema.ts';
import type {SmallTable, Store} from '#core/sync/store.ts';
import type {DeskDatabase, Databases, MasterDatabase} from '#core/testing/simulation/databases.ts';
import {migrate} from '../../cloud/database/migrate.ts';
import {type Pool, openPool} from '../../cloud/database/pool.ts';

type Rows = Awaited<ReturnType<DeskDatabase['everyRow']>>;
type DexieStores = typeof import('../../renderer/store/dexie-store.ts');
type DexieStore = InstanceType<DexieStores['DexieStore']>;
type Masters = typeof import('../../cloud/store/postgres-master.ts');
type Shops = typeof import('../../cloud/testing/begin-shop.ts');

const tableNames = Object.keys(tables) as TableName[];
const everything = 1_000_000;

/**
 * The stores that are shipped, of the tree in `folder`: desks over Dexie on a stand-in for IndexedDB, the master over a database of
 * its own in a real PostgreSQL.
 */
export async function realDatabases(
  folder: string,
  postgresUrl: string,
): Promise<Databases & {readonly end: () => Promise<void>}> {
  const load = (file: string): Promise<unknown> => import(pathToFileURL(path.join(folder, file)).href);
  const desks = (await load('renderer/store/dexie-store.ts')) as DexieStores;
  const masters = (await load('cloud/store/postgres-master.ts')) as Masters;
  const shops = (await load('cloud/testing/begin-shop.ts')) as Shops;
  const pool = await databaseIn(postgresUrl);
  let begun = 0;
  const begin: Databases['begin'] = async (rows) => {
    begun += 1;
    const shopId = `seed-${begun}`;
    const place = await shops.beginShop(pool, shopId, rows);
    return new ShopInPostgres({pool, shopId, place, store: new masters.PostgresMaster(pool), shelf: new Shelf(desks)});
  };
  return {begin, end: () => pool.end()};
}

async function databaseIn(postgresUrl: string): Promise<Pool> {
  const door = openPool(postgresUrl);
  const name = `sim_${process.pid}`;
  await door.query(`create database ${name}`);
  await door.end();
  const own = new URL(postgresUrl);
  own.pathname = `/${name}`;
  const pool = openPool(own.href);
  await migrate(pool);
  return pool;
}

/** The databases of all desks of one simulation; with the next one they are gone. */
class Shelf {
  readonly #stores: DexieStores;
  readonly #rows = new Map<string, Row>();
  #made = 0;

  constructor(stores: DexieStores) {
    this.#stores = stores;
    Dexie.dependencies.indexedDB = new IDBFactory();
  }

  make(): DeskInDexie {
    this.#made += 1;
    const name = `desk-${this.#made}`;
    return new DeskInDexie(this, () => new this.#stores.DexieStore(name));
  }

  /** The same row for the same text, so that comparing costs little. */
  row(text: string): Row {
    const known = this.#rows.get(text) ?? (JSON.parse(text) as Row);
    this.#rows.set(text, known);
    return known;
  }
}

class DeskInDexie implements DeskDatabase {
  readonly #shelf: Shelf;
  readonly #opened: () => DexieStore;
  readonly #store: DexieStore;

  constructor(shelf: Shelf, opened: () => DexieStore) {
    this.#shelf = shelf;
    this.#opened = opened;
    this.#store = opened();
  }

  open(): Store {
    return this.#opened();
  }

  async everyRow(): Promise<Rows> {
    const all = new Map<string, Row>();
    for (const table of tableNames) {
      const rows = tables[table].packed ? await this.#packedRows(table) : await this.#smallRows(table as SmallTable);
      for (const row of rows) if (row) all.set(`${table}/${row.id}`, this.#shelf.row(JSON.stringify(row)));
    }
    return all;
  }

  async copy(): Promise<DeskDatabase> {
    const records = await this.#store.inDatabase('readonly', async (transaction) =>
      Promise.all([...transaction.objectStoreNames].map((name) => recordsIn(transaction.objectStore(name)))),
    );
    const other = this.#shelf.make();
    await other.#store.inDatabase('readwrite', async (transaction) => {
      for (const {name, keys, values} of records) {
        const store = transaction.objectStore(name);
        for (const [at, value] of values.entries()) store.put(value, store.keyPath === null ? keys[at] : undefined);
      }
    });
    return other;
  }

  #smallRows(table: SmallTable): Promise<readonly (Row | undefined)[]> {
    return this.#store.read((tx) => tx.range(table, {limit: everything}));
  }

  async #packedRows(table: TableName): Promise<readonly (Row | undefined)[]> {
    const heads = await this.#store.pageHeads(table, 0, everything);
    const loose = await this.#store.looseRows(table);
    const paged = heads.flatMap(({ids}) => ids.flatMap((one) => one.split('\n')));
    const ids = new Set([...paged, ...[...loose.changed, ...loose.added].map(({id}) => id)]);
    return this.#store.read((tx) => tx.getMany(table, [...ids]));
  }
}

async function recordsIn(
  store: IDBObjectStore,
): Promise<{readonly name: string; readonly keys: readonly IDBValidKey[]; readonly values: readonly unknown[]}> {
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered<unknown[]>(store.getAll())]);
  return {name: store.name, keys, values};
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused a request without saying why'));
  });
}

type ShopFacts = Pick<MasterDatabase, 'shopId' | 'place' | 'store'> & {readonly pool: Pool; readonly shelf: Shelf};

class ShopInPostgres implements MasterDatabase {
  readonly shopId: MasterDatabase['shopId'];
  readonly place: MasterDatabase['place'];
  readonly store: MasterDatabase['store'];
  readonly #pool: Pool;
  readonly #shelf: Shelf;

  constructor({pool, shelf, ...facts}: ShopFacts) {
    this.shopId = facts.shopId;
    this.place = facts.place;
    this.store = facts.store;
    this.#pool = pool;
    this.#shelf = shelf;
  }

  async everyRow(): Promise<Rows> {
    const {rows} = await this.#pool.query<{readonly name: string; readonly body: string}>(
      `select tbl || '/' || id as name, body from rows where shop_id = $1`,
      [this.shopId],
    );
    return new Map(rows.map(({name, body}) => [name, this.#shelf.row(body)]));
  }

  async deskCopy(): Promise<DeskDatabase> {
    const rows = await this.everyRow();
    const desk = this.#shelf.make();
    await desk.open().write(async (tx) => {
      for (const [name, row] of rows) await tx.put(name.slice(0, name.indexOf('/')) as TableName, row as never);
    });
    return desk;
  }
}
