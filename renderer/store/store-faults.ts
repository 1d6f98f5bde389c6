import type {Fault} from '#core/faults.ts';
import {DiskError} from '#core/journal/disk.ts';

const diskFaults = {
  full: 'store.full',
  closed: 'store.closed',
  busy: 'store.other_window',
  other: 'store.disk_silent',
} as const;

/** What the browser's store and the disk may do to us, as faults; undefined for an error that is none of these, and so a bug. */
export function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof DiskError) return {code: diskFaults[error.kind], values: {}};
  // Dexie wraps the browser's error; its own name says the same.
  switch (error.name) {
    case 'QuotaExceededError':
      return {code: 'store.full', values: {}};
    case 'VersionError':
      return {code: 'store.newer', values: {}};
    case 'DatabaseClosedError':
    case 'InvalidStateError':
    case 'AbortError':
      return {code: 'store.closed', values: {}};
    case 'UnknownError':
    case 'OpenFailedError':
    case 'DataError':
      return {code: 'store.unreadable', values: {}};
    default:
      return undefined;
  }
}

/**
 * Whether an error met while a store was read says that what rests there is damaged: it cannot be read, what was read cannot be
 * opened (AES-GCM refuses it), or it is no JSON. Everything else the browser says has a fault of its own above.
 */
export function isDamage(error: unknown): boolean {
  const fault = faultOf(error);
  if (fault) return fault.code === 'store.unreadable';
  return error instanceof DOMException || error instanceof SyntaxError;
}
