import type {Fault} from '#core/faults.ts';
import type {SourceRow} from '#core/intake/draft.ts';
import type {PackedDrafts} from '#core/intake/packed-drafts.ts';
import type {FileReading, Rejection} from '#core/intake/reading.ts';
import type {RateDay} from '#core/money/schema.ts';
import type {Knowledge} from '#core/intake/knowledge.ts';
import type {TableWish} from '#core/intake/table/opened-table.ts';
import type {MarkedFile} from './held-file.ts';

/** What the data worker and its intake worker say to each other. `task` numbers what is asked; tasks run in order. */
export type ToReader =
  /** Hashes the bytes (same bytes, same id) and reads the first records. */
  | {readonly task: number; readonly look: MarkedFile; readonly wish: TableWish}
  | {readonly task: number; readonly read: MarkedFile; readonly known: Knowledge}
  /** Looks up rows by their numbers. */
  | {readonly task: number; readonly rows: MarkedFile; readonly wish: TableWish; readonly numbers: readonly number[]}
  /** Compresses the bytes; each packed part waits until the one before was taken. */
  | {readonly task: number; readonly pack: MarkedFile}
  | {readonly taken: number}
  | {readonly cancel: number}
  /** Holds every task between two pieces of work until `resume`. */
  | {readonly pause: true}
  | {readonly resume: true};

/** What a first look at a file shows. */
export interface FileLook {
  readonly fileId: string;
  readonly sample: readonly SourceRow[];
}

/** A reading without its long lists, which came before in batches. */
export type ReadingFacts = Omit<FileReading, 'orders' | 'rejected' | 'rateDays'>;

export type FromReader =
  | {readonly task: number; readonly done: number}
  | {readonly task: number; readonly orders: PackedDrafts}
  | {readonly task: number; readonly rejected: readonly Rejection[]}
  | {readonly task: number; readonly rateDays: readonly RateDay[]}
  | {readonly task: number; readonly packed: Uint8Array<ArrayBuffer>}
  /** The end of a task. `found` of `rows`; `seen` of `look`; `fileId` of `pack`, the id of the bytes that were packed; `facts` of `read`. */
  | {readonly task: number; readonly found: readonly SourceRow[]}
  | {readonly task: number; readonly seen: FileLook}
  | {readonly task: number; readonly fileId: string}
  | {readonly task: number; readonly facts: ReadingFacts}
  | {readonly task: number; readonly fault: Fault}
  | {readonly task: number; readonly cancelled: true}
  /** An error that should not be. */
  | {readonly task: number; readonly bug: string};

/** One end of the line between the two: a `Worker`, its own side, or a `MessagePort`. */
export interface ReaderLine<Out, In> {
  post(message: Out, transfer?: readonly ArrayBuffer[]): void;
  /** Called once, with the one who listens from then on. */
  listen(receive: (message: In) => void): void;
  /** Ends the other side, if it can be ended. */
  close(): void;
}
