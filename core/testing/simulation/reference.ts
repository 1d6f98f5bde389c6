import {must} from '../../lib/assert.ts';
import {canonical} from '../../lib/canonical.ts';
import {check} from '../../lib/shape.ts';
import {type Row, type TableName, tables} from '../../schema.ts';
import type {Mutator, Tx} from '../../sync/define.ts';
import type {Instant} from '../../time/instant.ts';

/** Rows as `table/id`. */
export type Rows = ReadonlyMap<string, Row>;
export type Ended = 'applied' | 'refused' | 'parked' | 'collided';

export interface Told {
  readonly name: string;
  readonly version: number;
  readonly args: unknown;
  readonly at: Instant;
  readonly batch?: string;
}

/** Rows that mutations are done to one after the other, with nothing of what is shipped but the mutators themselves. */
export class Reference {
  readonly #below: Rows;
  readonly #mutators: ReadonlyMap<string, Mutator>;
  /** Undefined where a row was deleted. */
  readonly #above = new Map<string, Row | undefined>();

  constructor(below: Rows, mutators: ReadonlyMap<string, Mutator>) {
    this.#below = below;
    this.#mutators = mutators;
  }

  async run(told: Told): Promise<Ended> {
    const mutator = this.#mutators.get(told.name);
    if (!mutator || told.version > mutator.version) return 'parked';
    let stepped = told.args;
    for (let version = told.version; version < mutator.version; version += 1)
      stepped = mutator.stepUps[version - 1]?.(stepped);
    const args = check(mutator.shape, stepped);
    if (!args.ok) return 'parked';
    const written = new Map<string, Row | undefined>();
    try {
      const layers = [written, this.#above, this.#below];
      const writers = tableNames.map((table) => [table, new PlainTable(table, layers, written)]);
      const result = await mutator.run({...Object.fromEntries(writers), at: told.at} as unknown as Tx, args.value);
      if (!result.ok) return 'refused';
      for (const [name, row] of written) this.#above.set(name, row);
      return result.value.collided ? 'collided' : 'applied';
    } catch {
      return 'parked';
    }
  }

  put(name: string, row: Row): void {
    this.#above.set(name, row);
  }

  /** All rows as they are now. */
  rows(): Rows {
    return merged([this.#above, this.#below]);
  }
}

const tableNames = Object.keys(tables) as TableName[];

type Layer = ReadonlyMap<string, Row | undefined>;

function merged(layers: readonly Layer[]): Rows {
  const rows = new Map<string, Row>();
  for (const layer of layers.toReversed()) {
    for (const [name, row] of layer) {
      if (row) rows.set(name, row);
      else rows.delete(name);
    }
  }
  return rows;
}

/** One table of a transaction; the first layer that knows a row tells it. */
class PlainTable {
  readonly #table: TableName;
  readonly #layers: readonly Layer[];
  readonly #written: Map<string, Row | undefined>;

  constructor(table: TableName, layers: readonly Layer[], written: Map<string, Row | undefined>) {
    this.#table = table;
    this.#layers = layers;
    this.#written = written;
  }

  async get(id: string): Promise<Row | undefined> {
    return this.#get(id);
  }

  async getMany(ids: readonly string[]): Promise<readonly (Row | undefined)[]> {
    return ids.map((id) => this.#get(id));
  }

  async byKey(key: string, ...values: readonly string[]): Promise<readonly Row[]> {
    const fields = tables[this.#table].keys[key] ?? [];
    return this.#sorted((row) => fields.every((field, nth) => row[field] === values[nth]));
  }

  async range({
    from = '',
    below,
    limit,
  }: {
    readonly from?: string;
    readonly below?: string;
    readonly limit: number;
  }): Promise<readonly Row[]> {
    return this.#sorted(({id}) => String(id) >= from && (below === undefined || String(id) < below)).slice(0, limit);
  }

  async put(row: Row): Promise<void> {
    this.#written.set(`${this.#table}/${row.id}`, row);
  }

  async update(id: string, changes: object): Promise<void> {
    const next = Object.entries({...must(this.#get(id), 'a row to update'), ...changes}).filter(
      ([, value]) => value !== undefined,
    );
    await this.put(Object.fromEntries(next) as unknown as Row);
  }

  async delete(id: string): Promise<void> {
    this.#written.set(`${this.#table}/${id}`, undefined);
  }

  #get(id: string): Row | undefined {
    const name = `${this.#table}/${id}`;
    return this.#layers.find((layer) => layer.has(name))?.get(name);
  }

  #sorted(belongs: (row: Record<string, unknown>) => boolean): readonly Row[] {
    const start = `${this.#table}/`;
    const mine = [...merged(this.#layers)].filter(([name, row]) => name.startsWith(start) && belongs(row as never));
    return mine.map(([, row]) => row).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }
}

const texts = new WeakMap<object, string>();

/** A row as text; rows are never changed in their place, so it is made once. */
export function textOf(row: Row): string {
  const known = texts.get(row) ?? canonical(row);
  texts.set(row, known);
  return known;
}

/** The first row that is not the same in both, or undefined. */
export function differenceOf(one: Rows, other: Rows): string | undefined {
  for (const [name, row] of one) {
    const its = other.get(name);
    if (!its) return `${name} is there and should not be: ${textOf(row)}`;
    if (its !== row && textOf(its) !== textOf(row)) return `${name} is ${textOf(row)} and should be ${textOf(its)}`;
  }
  for (const name of other.keys()) if (!one.has(name)) return `${name} is missing`;
  return undefined;
}
