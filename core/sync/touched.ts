import {nameOf} from './pending.ts';
import type {RowPatch} from './row-patch.ts';
import type {OutboxRow} from './store.ts';

/** What a waiting mutation has looked at and written, by name: its text and the rows it found are the store's to know. */
export interface Touched {
  readonly n: number;
  /** Of the desk's log behind it. */
  readonly hash: string | undefined;
  /** Rows as `table/id`, and tables it has walked. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** What has become of rows that were there and still are, by the same names. */
  readonly became: ReadonlyMap<string, RowPatch>;
}

export function touchedBy(row: OutboxRow): Touched {
  const {before = [], reads = []} = 'bytes' in row ? row : {};
  const became = before.flatMap((one) => (one.became ? [[nameOf(one), one.became] as const] : []));
  return {n: row.n, hash: row.hash, reads, writes: before.map(nameOf), became: new Map(became)};
}
