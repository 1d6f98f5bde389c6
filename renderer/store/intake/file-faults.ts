import type {Fault} from '#core/faults.ts';

/** What the browser may do to us while a file is read, as faults; undefined for an error that is none, and so a bug. */
export function faultOfFile(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined;
  switch (error.name) {
    // It was changed, moved or deleted since it was dropped.
    case 'NotReadableError':
    case 'NotFoundError':
      return {code: 'intake.file_changed', values: {}};
    default:
      return undefined;
  }
}
