import type {Sealed} from './sealed.ts';
import type {RowOf, Table} from './table.ts';

/**
 * One column of a view. Numbers may be missing, codes are drawn from few words, texts are free. A `personal` text is made
 * from the opened personal value of the row, rests sealed and lives in clear only in the data worker's memory.
 */
export type Column<Row, Personal> =
  | {readonly kind: 'number'; readonly of: (row: Row) => number | undefined}
  | {readonly kind: 'code'; readonly of: (row: Row) => string}
  | {readonly kind: 'text'; readonly of: (row: Row) => string}
  | {readonly kind: 'personal'; readonly of: (personal: Personal) => string};

export type ColumnKind = Column<never, never>['kind'];

/** A declared list over columns, kept live by the data worker. Raise `version` when a column changes what it says. */
export interface View<
  T extends Table = Table,
  Personal = unknown,
  Columns extends Readonly<Record<string, Column<RowOf<T>, Personal>>> = Readonly<
    Record<string, Column<RowOf<T>, Personal>>
  >,
> {
  readonly name: string;
  readonly table: T;
  readonly version: number;
  readonly personal?: (row: RowOf<T>) => Sealed<Personal>;
  readonly columns: Columns;
  /** The number column by which rows are mostly listed: what is looked at together is kept together. */
  readonly mostlyBy: keyof Columns & string;
  /** Text and personal columns that search looks into. */
  readonly search: readonly (keyof Columns & string)[];
}

/** What a view knows of one row. */
export type ViewRow<V> = V extends {readonly columns: infer Columns}
  ? {readonly id: string} & {
      readonly [C in keyof Columns]: Columns[C] extends {readonly kind: 'number'} ? number | undefined : string;
    }
  : never;

/** A view as code sees it that treats all views alike. */
export interface AnyView {
  readonly name: string;
  readonly table: {readonly name: string};
  readonly version: number;
  readonly personal?: (row: never) => Sealed<unknown>;
  readonly columns: Readonly<Record<string, Column<never, never>>>;
  readonly mostlyBy: string;
  readonly search: readonly string[];
}

export function defineView<
  T extends Table,
  Columns extends Readonly<Record<string, Column<RowOf<T>, Personal>>>,
  Personal = never,
>(view: View<T, Personal, Columns>): View<T, Personal, Columns> {
  return view;
}

/** Rows that a list shows: all conditions hold, and every word of `search` is found in the row. */
export interface ViewQuery {
  readonly where?: readonly Condition[];
  readonly search?: string;
  readonly sort: {readonly column: string; readonly descending: boolean};
}

export type Condition =
  | {readonly column: string; readonly oneOf: readonly string[]}
  /** `from <= value < below`; a missing number meets no bound. */
  | {readonly column: string; readonly from?: number; readonly below?: number};

/** The columns of a view, for summaries that walk all rows: `at` arrays are indexed by position below `size`. */
export interface ColumnReader {
  readonly size: number;
  /** 1 where the position holds a row. */
  readonly live: Uint8Array;
  idAt(position: number): string;
  text(column: string, position: number): string;
  number(column: string): Float64Array;
  code(column: string): {readonly names: readonly string[]; readonly at: Uint16Array};
}
