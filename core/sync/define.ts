import type {Result} from '../lib/result.ts';
import {ok} from '../lib/result.ts';
import {type Fields, type FieldsOf, type Shape, object} from '../lib/shape.ts';
import type {Row, TableName} from '../schema.ts';
import type {Instant} from '../time/instant.ts';
import type {Range, SmallTable} from './store.ts';

/** What a query may do with one table. */
export interface RowReader<N extends TableName> {
  get(id: string): Promise<Row<N> | undefined>;
  /** Several at once, in the order asked for: one wait instead of one for each. */
  getMany(ids: readonly string[]): Promise<readonly (Row<N> | undefined)[]>;
}

/** Small tables can also be walked by id and looked up by their declared keys. */
export interface SmallReader<N extends TableName> extends RowReader<N> {
  byKey(key: string, ...values: readonly string[]): Promise<readonly Row<N>[]>;
  range(range: Range): Promise<readonly Row<N>[]>;
}

/** What a mutator may do with one table. In `update`, a field set to undefined is removed. */
export interface RowWriter<N extends TableName> {
  put(row: Row<N>): Promise<void>;
  update(id: string, changes: {readonly [K in keyof Row<N>]?: Row<N>[K] | undefined}): Promise<void>;
}

export interface SmallWriter<N extends TableName> extends RowWriter<N> {
  delete(id: string): Promise<void>;
}

export type TableReader<N extends TableName> = N extends SmallTable ? SmallReader<N> : RowReader<N>;
export type TableWriter<N extends TableName> = N extends SmallTable
  ? SmallReader<N> & SmallWriter<N>
  : RowReader<N> & RowWriter<N>;

export type Db = {readonly [N in TableName]: TableReader<N>};

/** One running mutation. `at` is the moment the person acted, the same on every replay. */
export type Tx = {readonly [N in TableName]: TableWriter<N>} & {readonly at: Instant};

/** A mutator by name with its arguments: what is sent, kept and replayed. */
export interface Call {
  readonly name: string;
  readonly args: unknown;
}

/** How a mutation ended well; `undo` is the call that takes it back, where one can. */
export interface Done {
  readonly undo?: Call;
}

/** What a mutator returns. Said outright where two mutators undo each other, which the compiler cannot infer in a circle. */
export type Ending = Promise<Result<Done>>;

/** A named change, the only way data ever changes. A wish can be refused; a fact has happened and never is. */
export interface Mutator<Args = unknown> {
  readonly name: string;
  readonly kind: 'wish' | 'fact';
  readonly version: number;
  readonly shape: Shape<Args>;
  run(tx: Tx, args: Args): Ending;
}

/** A pure read of rows by id, key or range. */
export interface Query<Args = unknown, Answer = unknown> {
  readonly name: string;
  readonly shape: Shape<Args>;
  run(db: Db, args: Args): Promise<Answer>;
}

/** The plain good end of a mutation. */
export const done: Result<Done> = ok({});

/** A good end that can be taken back by `undo`. */
export function doneWith(undo: Call): Result<Done> {
  return ok({undo});
}

export function callOf<Args>(mutator: Mutator<Args>, args: Args): Call {
  return {name: mutator.name, args};
}

/** A wish: on replay it may find the world changed, and is then refused with a fault. */
export function defineMutator<F extends Fields>(
  name: string,
  fields: F,
  run: (tx: Tx, args: FieldsOf<F>) => Ending,
): Mutator<FieldsOf<F>> {
  return {name, kind: 'wish', version: 1, shape: object(fields), run};
}

export function defineQuery<F extends Fields, Answer>(
  name: string,
  fields: F,
  run: (db: Db, args: FieldsOf<F>) => Promise<Answer>,
): Query<FieldsOf<F>, Answer> {
  return {name, shape: object(fields), run};
}
