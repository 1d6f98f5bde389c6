import type {Row, TableName} from '#core/schema.ts';

/** Stands in the object store of a packed table in the place of a row that lies in a page and was forgotten. */
export interface ForgottenRow {
  readonly id: string;
  readonly gone: true;
}

/** What an object store of rows holds. No row has a field `gone`. */
export type Resting<N extends TableName> = Row<N> | ForgottenRow;

export function isForgotten<N extends TableName>(resting: Resting<N>): resting is ForgottenRow {
  return 'gone' in resting;
}
