import {type Fields, type FieldsOf, type Shape, object} from './shape.ts';
import type {AnyView, ColumnReader} from './view.ts';

/**
 * A declared aggregate over the columns of a view: `load` reads the few rows it needs beside them, `run` walks the columns.
 * Kept live like a list: run again when either has changed.
 */
export interface Summary<Db, Args = unknown, Beside = unknown, Answer = unknown> {
  readonly name: string;
  readonly view: AnyView;
  readonly shape: Shape<Args>;
  /** Whether `run` reads texts of columns. */
  readonly texts?: boolean;
  load(db: Db, args: Args): Promise<Beside>;
  run(columns: ColumnReader, beside: Beside, args: Args): Answer;
}

export function defineSummary<F extends Fields, Db, Beside, Answer>(
  summary: Omit<Summary<Db, FieldsOf<F>, Beside, Answer>, 'shape'> & {readonly args: F},
): Summary<Db, FieldsOf<F>, Beside, Answer> {
  const {args, ...rest} = summary;
  return {...rest, shape: object(args)};
}
