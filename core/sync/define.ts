import type {Fault} from '../faults.ts';
import type {Result} from '../lib/result.ts';
import {fail, ok} from '../lib/result.ts';
import {type Fields, type FieldsOf, type Shape, check, object} from '../lib/shape.ts';
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
  /** What a fact met that speaks against it: it stands all the same, and a person is told. */
  readonly collided?: Fault;
}

/** What a mutator returns. Said outright where two mutators undo each other, which the compiler cannot infer in a circle. */
export type Ending = Promise<Result<Done>>;

/** A named change, the only way data ever changes. A wish can be refused; a fact has happened and never is. */
export interface Mutator<Args = unknown> {
  readonly name: string;
  readonly kind: 'wish' | 'fact';
  /** Counts up with each change of its arguments; one step up leads from each older version to the next. */
  readonly version: number;
  readonly stepUps: readonly StepUp[];
  readonly shape: Shape<Args>;
  run(tx: Tx, args: Args): Ending;
}

/** Makes arguments of the next version; they are checked by the shape once all steps are done. */
export type StepUp = (args: unknown) => unknown;

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
  stepUps: readonly StepUp[] = [],
): Mutator<FieldsOf<F>> {
  return {name, kind: 'wish', version: stepUps.length + 1, stepUps, shape: object(fields), run};
}

/** A fact: it has happened in the world, so there is no refusing it. Where it meets another fact it says so in `collided`. */
export function defineFact<F extends Fields>(
  name: string,
  fields: F,
  run: (tx: Tx, args: FieldsOf<F>) => Promise<Done>,
  stepUps: readonly StepUp[] = [],
): Mutator<FieldsOf<F>> {
  const shape = object(fields);
  return {
    name,
    kind: 'fact',
    version: stepUps.length + 1,
    stepUps,
    shape,
    run: async (tx, args) => ok(await run(tx, args)),
  };
}

/** Arguments as today's version of a mutator takes them, or the fault of those that no step leads up from. */
export function argsOf<Args>(mutator: Mutator<Args>, version: number, args: unknown): Result<Args> {
  if (version > mutator.version || version < 1) return fail('sync.version_unknown', {name: mutator.name, version});
  const stepped = mutator.stepUps.slice(version - 1).reduce((older, step) => step(older), args);
  return check(mutator.shape, stepped);
}

export function defineQuery<F extends Fields, Answer>(
  name: string,
  fields: F,
  run: (db: Db, args: FieldsOf<F>) => Promise<Answer>,
): Query<FieldsOf<F>, Answer> {
  return {name, shape: object(fields), run};
}
