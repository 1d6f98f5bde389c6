import {DiskError} from '#core/journal/disk.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {Refusal} from '#core/snapshot/refusal.ts';
import {faultOf} from '../store-faults.ts';

/** Somebody who waits for long work: is told how much is done, 0 to 1, and may end it. */
export interface Watch {
  readonly tell?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** What long work with files ends with. A cancelled one has left nothing behind. */
export type Outcome<T> = Result<T> | 'cancelled';

/** Work whose refusals, a full disk and what the browser's store may do are results. `undo` runs whenever it does not end well. */
export async function outcomeOf<T>(
  work: () => Promise<T>,
  {signal, undo}: {readonly signal?: AbortSignal | undefined; readonly undo?: () => Promise<void>} = {},
): Promise<Outcome<T>> {
  try {
    return ok(await work());
  } catch (error) {
    await undo?.();
    if (signal?.aborted && error === signal.reason) return 'cancelled';
    if (error instanceof Refusal) return {ok: false, fault: error.fault};
    if (error instanceof DiskError && error.kind === 'full') return fail('backups.disk_full');
    const fault = faultOf(error);
    if (fault) return {ok: false, fault};
    throw error;
  }
}
