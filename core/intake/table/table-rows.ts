import {must} from '../../lib/assert.ts';
import type {TableEnd, TableRow, TableRows} from './opened-table.ts';

/** Batches of rows, and how it ended. */
export type RowWalk = AsyncGenerator<readonly TableRow[], TableEnd, void>;

/** The walk as its reader sees it: an iteration, and its end to be asked for afterwards. */
export function tableRows(walk: RowWalk): TableRows {
  let end: TableEnd | null = null;
  return {
    ended: () => must(end, 'the end is asked for after the iteration is over'),
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const step = await walk.next();
        if (!step.done) return step;
        end = step.value;
        return {done: true, value: undefined};
      },
      return: async () => {
        end = 'cancelled';
        await walk.return(end);
        return {done: true, value: undefined};
      },
    }),
  };
}

/** Few enough that whoever takes a batch can answer and rest in between. */
const batchRows = 4_096;

export function* inBatches(rows: readonly TableRow[]): Generator<readonly TableRow[], void, void> {
  if (rows.length > 0 && rows.length <= batchRows) yield rows;
  else for (let from = 0; from < rows.length; from += batchRows) yield rows.slice(from, from + batchRows);
}
