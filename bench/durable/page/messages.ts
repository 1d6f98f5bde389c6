/** What a turn does: `saved` is ours with the journal, `stored` ours without, `floor` Dexie and a flush of the same bytes. */
export type Side = 'saved' | 'stored' | 'floor';

/** One after the other, each awaited until it is safe; or all in one act. */
export type Way = 'singly' | 'burst';

export interface Turn {
  readonly side: Side;
  readonly way: Way;
  readonly changes: number;
}

/** From the worker: it is ready, or so many changes are done and were found to be there. */
export type Said = {readonly ready: true} | {readonly done: number} | {readonly failed: string};
