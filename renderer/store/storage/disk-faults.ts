import type {Fault} from '#core/faults.ts';
import {DiskError} from '#core/journal/disk.ts';
import {faultOf} from '../store-faults.ts';

/** What a disk may do to a backup or a snapshot, as faults; undefined for an error that is no disk's. */
export function diskFaultOf(error: unknown): Fault | undefined {
  if (!(error instanceof DiskError)) return undefined;
  // Where only the backup does not fit, the shop goes on.
  return error.kind === 'full' ? {code: 'backups.disk_full', values: {}} : faultOf(error);
}
