import type {Fault} from '#core/faults.ts';

/** What the browser's store may do to us, as faults; undefined for an error that is none of these, and so a bug. */
export function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined;
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
