import type {Fault} from '#core/faults.ts';
import {DiskError} from '#core/journal/disk.ts';

/** What a disk may do to us, as faults; undefined for an error that is none of these, and so a bug. */
export function diskFaultOf(error: unknown): Fault | undefined {
  if (!(error instanceof DiskError)) return undefined;
  switch (error.kind) {
    case 'full':
      return {code: 'backups.disk_full', values: {}};
    case 'busy':
      return {code: 'store.other_window', values: {}};
    case 'closed':
    case 'other':
      return {code: 'backups.disk_failed', values: {}};
  }
}
