import type {GridSource} from './grid-types.ts';

/** A source over rows that are all here and do not change. Another list is another source. */
export function listSource<Row>(rows: readonly Row[]): GridSource<Row> {
  return {
    total: rows.length,
    version: 0,
    rowAt: (index) => rows[index],
    subscribe: () => () => {},
  };
}
