import type {Position} from '../journal/entry.ts';
import type {TableName} from '../schema.ts';
import type {Group, LogPlace, Origin} from './group.ts';
import type {RowChange} from './overlay.ts';
import type {RowReads} from './store.ts';

/** What the master knows of one line of numbers: where it began here, and how far it is decided. */
export interface Line {
  readonly from: Position;
  readonly last: Position;
}

/** One mutation as it was decided: its text for ever, its place in the log, and the hash of its origin's log behind it. */
export interface Decision extends Position {
  readonly seq: number;
  readonly text: string;
}

/** Everything that one push brings about. */
export interface Decided {
  readonly origin: Origin;
  readonly line: Line;
  readonly decisions: readonly Decision[];
  readonly group: Group;
  readonly rows: readonly RowChange[];
}

/** Rows of a shop as the master reads them. */
export interface MasterReads extends Pick<RowReads, 'byKey' | 'range'> {
  /** Rows of several tables at once, in the order asked for. */
  getAll(asked: readonly {readonly table: TableName; readonly id: string}[]): Promise<readonly unknown[]>;
}

/** One deciding transaction of one shop. */
export interface MasterTx extends MasterReads {
  head(): Promise<LogPlace>;
  line(origin: Origin): Promise<Line | undefined>;
  /** Hash of an origin's log behind number `n`, which is decided here. */
  hashAt(origin: Origin, n: number): Promise<string | undefined>;
  keep(decided: Decided): Promise<void>;
}

/** Where the master keeps shops. */
export interface MasterStore {
  /**
   * Runs `body` alone among all who decide in this shop; what it kept stands once the promise is fulfilled, and nothing of it
   * if it is rejected. Undefined for a shop that is not here.
   */
  decide<T>(shopId: string, body: (tx: MasterTx) => Promise<T>): Promise<T | undefined>;
  head(shopId: string): Promise<LogPlace | undefined>;
  /** The hash of the log behind `seq`, where a group ends there or the log begins. */
  hashOfLog(shopId: string, seq: number): Promise<string | undefined>;
  /** Groups behind a place, in order, as many as have together about `bytesMax`, and one at least where there is one. */
  groups(shopId: string, after: number, bytesMax: number): Promise<readonly Group[]>;
}
