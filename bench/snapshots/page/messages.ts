/** What a worker that holds a shop can be asked. */
export type Asked =
  | {readonly ask: 'fill'; readonly orderCount: number}
  | {readonly ask: 'keep' | 'verify' | 'restore' | 'digests'}
  /** Takes one while mutations are made all the time. */
  | {readonly ask: 'keepBusy'}
  /** Only the mutations, as long. */
  | {readonly ask: 'onlyBusy'; readonly ms: number};

export interface Told {
  readonly ms: number;
  readonly bytes?: number;
  readonly plainBytes?: number;
  /** The longest time in which the worker heard nothing. */
  readonly deafMs?: number;
  /** Of taking: its first transaction, in which writers wait. Of restoring: writing, without reading the snapshot through before. */
  readonly partMs?: number;
  readonly writes?: {readonly count: number; readonly longestMs: number};
  readonly digests?: readonly string[];
}
