import {canonical} from '../lib/canonical.ts';
import type {Row, TableName} from '../schema.ts';
import type {MasterReads} from './master-store.ts';
import type {Range, RowReads, SmallTable} from './store.ts';

interface Asked {
  readonly table: TableName;
  readonly id: string;
  readonly resolve: (row: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The rows below a batch, read once: what is asked for in one turn by mutations that run side by side goes to the database
 * together. So a batch costs as many ways there as its longest mutation has steps.
 */
export class RowCache implements RowReads {
  readonly #below: MasterReads;
  readonly #rows = new Map<string, Promise<unknown>>();
  readonly #found = new Map<string, Row | undefined>();
  readonly #walks = new Map<string, Promise<readonly unknown[]>>();
  #asked: Asked[] = [];
  #failed: {readonly error: unknown} | undefined;

  constructor(below: MasterReads) {
    this.#below = below;
  }

  /** Throws what reading threw, should it have: a mutation that met it takes it for its own trouble. */
  mustHaveRead(): void {
    if (this.#failed) throw this.#failed.error;
  }

  async get<N extends TableName>(table: N, id: string): Promise<Row<N> | undefined> {
    return (await this.#get(table, id)) as Row<N> | undefined;
  }

  async getMany<N extends TableName>(table: N, ids: readonly string[]): Promise<readonly (Row<N> | undefined)[]> {
    return Promise.all(ids.map((id) => this.#get(table, id) as Promise<Row<N> | undefined>));
  }

  /** A row as it was found; undefined where it was not there, or where nobody has looked. */
  found(table: TableName, id: string): Row | undefined {
    return this.#found.get(`${table}/${id}`);
  }

  byKey<N extends SmallTable>(table: N, key: string, values: readonly string[]): Promise<readonly Row<N>[]> {
    return this.#walk([table, key, values], () => this.#below.byKey(table, key, values));
  }

  range<N extends SmallTable>(table: N, range: Range): Promise<readonly Row<N>[]> {
    return this.#walk([table, {...range}], () => this.#below.range(table, range));
  }

  #get(table: TableName, id: string): Promise<unknown> {
    const name = `${table}/${id}`;
    const known = this.#rows.get(name);
    if (known) return known;
    const row = new Promise<unknown>((resolve, reject) => {
      this.#asked.push({table, id, resolve, reject});
      if (this.#asked.length === 1) void Promise.resolve().then(() => this.#fetch());
    });
    this.#rows.set(name, row);
    return row;
  }

  #fetch(): Promise<void> {
    const asked = this.#asked;
    this.#asked = [];
    return this.#below.getAll(asked).then(
      (rows) => {
        for (const [at, one] of asked.entries()) {
          this.#found.set(`${one.table}/${one.id}`, rows[at] as Row | undefined);
          one.resolve(rows[at]);
        }
      },
      (error: unknown) => {
        this.#failed = {error};
        for (const one of asked) one.reject(error);
      },
    );
  }

  #walk<T>(name: unknown, read: () => Promise<readonly T[]>): Promise<readonly T[]> {
    const key = canonical(name);
    const known = this.#walks.get(key) ?? this.#noting(read());
    this.#walks.set(key, known);
    return known as Promise<readonly T[]>;
  }

  async #noting<T>(reading: Promise<T>): Promise<T> {
    try {
      return await reading;
    } catch (error) {
      this.#failed = {error};
      throw error;
    }
  }
}
