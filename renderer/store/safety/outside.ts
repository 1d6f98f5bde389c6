import type {Disk} from '#core/journal/disk.ts';
import type {DeskLocks} from './desk-locks.ts';

/** What a desk has outside of IndexedDB, and how its windows take turns with it. */
export interface Outside {
  readonly disk: Disk;
  readonly locks: DeskLocks;
}
