import type {Result} from '../lib/result.ts';
import type {Fault} from '../faults.ts';
import type {Instant} from '../time/instant.ts';

/** What a page asks about the other desks of its shop and the master between them, and what it hears. */

/** How far this desk is with the others; `absent` for a shop that has no master. */
export type SyncState =
  | {readonly state: 'absent'}
  | {
      readonly state: 'joined';
      readonly master: string;
      /** Own changes that the master has not decided: how many, and when the oldest was made. */
      readonly pending: number;
      readonly oldestPendingAt?: Instant;
      /** The last own change whose decision is in the rows here. */
      readonly appliedN: number;
      /** Decisions of the log that are not here yet, as far as the master has told. */
      readonly behindBy: number;
      readonly lastContactAt?: Instant;
      /** Where this desk stands in the log. */
      readonly place: {readonly epoch: number; readonly seq: number; readonly hash: string};
      /** How much of the shop is with the master, while it is on its way there. */
      readonly founding?: {readonly done: number; readonly total: number};
      /** Older orders that still come after joining. */
      readonly joining?: {readonly done: number; readonly total: number};
      /** Why nothing goes on, as long as it does not: no connection, a desk that was revoked, another version. */
      readonly problem?: Fault;
    };

/** Work that takes a while: a shop that comes from a master. */
export interface SyncWork {
  readonly done: number;
  readonly total: number;
}

export interface DeskFacts {
  readonly replica: string;
  readonly name: string;
  readonly joinedAt: Instant;
  readonly lastSeenAt?: Instant;
  readonly revoked: boolean;
  /** The desk that asks. */
  readonly isThis: boolean;
}

/** A table as this desk has it and as the master has it, at one place in the log. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  readonly isSame: boolean;
}

/**
 * What stands in the place of a shop of one's own, where a joined one would: nothing; a shop without a single order; one that this
 * desk has left, because its master does not let it in any more; one that is lost and cannot be built anew. In the place of each of these
 * another may be put, and what there is of it can be had back. One that is worked with is never replaced.
 */
export type JoinPlace = 'free' | 'empty' | 'left' | 'lost' | 'taken';

/** A shop that was joined, with the snapshot that puts back what stood in its place, should anything have. */
export interface JoinedShop {
  readonly sync: SyncState;
  readonly before?: string;
}

export interface SyncCalls {
  'sync.look': {readonly args: null; readonly answer: SyncState};
  /** Puts this desk's shop on a master. The setup code is told by the master where it runs. */
  'sync.begin': {
    readonly args: {readonly url: string; readonly setupCode: string; readonly deskName: string};
    readonly answer: Result<SyncState> | 'cancelled';
  };
  /** A code that lets one more desk in, once. */
  'sync.code': {
    readonly args: {readonly minutes: number};
    readonly answer: Result<{readonly code: string; readonly expiresAt: Instant}>;
  };
  'sync.joinPlace': {readonly args: null; readonly answer: JoinPlace};
  /** Brings a shop here with a code; what is told is open when it answers. One that is worked with here is not replaced. */
  'sync.join': {
    readonly args: {readonly code: string; readonly deskName: string};
    readonly answer: Result<JoinedShop> | 'cancelled';
  };
  /**
   * Stops bringing a shop here, or takes one back that is on its way to a master: then it lives alone as before. `isLeftThere`: the
   * master was not reached, and has still what had come to it.
   */
  'sync.cancel': {readonly args: null; readonly answer: Result<{readonly isLeftThere: boolean}>};
  'sync.desks': {readonly args: null; readonly answer: Result<readonly DeskFacts[]>};
  'sync.revoke': {readonly args: {readonly replica: string}; readonly answer: Result<null>};
  'sync.compare': {
    readonly args: null;
    readonly answer: Result<{readonly seq: number; readonly tables: readonly TableDigest[]}>;
  };
  /** Tries now, without waiting for the next time. */
  'sync.now': {readonly args: null; readonly answer: null};
}

/** What is told without having been asked: `sync` at most four times a second. */
export interface SyncTellings {
  readonly sync: SyncState;
  readonly syncWork: SyncWork | null;
}
