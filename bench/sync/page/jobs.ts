/** Single changes, one after the other, in ours or in Dexie. */
export interface Changes {
  readonly side: 'ours' | 'dexie';
  readonly what: 'changes';
  readonly count: number;
}

/** Groups that are applied below changes that wait; `everything` runs all that waits again. */
export interface Rebase {
  readonly side: 'ours';
  readonly what: 'rebase';
  readonly waiting: number;
  readonly everything: boolean;
}

export type Job = Changes | Rebase;

/** From a worker: it is ready, or so many changes were found to be there. */
export type Said = {readonly done: number} | {readonly failed: string};
