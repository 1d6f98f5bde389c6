import type {ParseKeys} from 'i18next';
import {type Fault, type FaultCode, faults} from '#core/faults.ts';
import type {Space} from '#core/storage/free-space.ts';
import type {SyncState} from '#core/sync/messages.ts';
import type {Storing} from '../data/storing-store.ts';
import type {Meaning} from '../../ui/status-mark.tsx';

export interface Light {
  readonly meaning: Meaning;
  readonly word: Extract<ParseKeys<'app'>, `status.${string}`>;
}

/**
 * What may be said of what was done in this window. `Saved` is said only of what is in the store and in the journal, of a
 * shop that could be built anew; `Applied` only where the master has decided all of it and this desk has all that the
 * master has; everything less has a word of its own.
 */
export function lightOf(storing: Storing, space: Space = {state: 'unknown'}, sync?: SyncState): Light {
  const here = lightHere(storing, space);
  return here.meaning === 'good' && isApplied(storing, sync) ? {meaning: 'good', word: 'status.applied'} : here;
}

function lightHere({waiting, failed, storedN, safety}: Storing, space: Space): Light {
  if (space.state === 'none') return {meaning: 'stop', word: 'status.noRoom'};
  if (failed) return {meaning: 'stop', word: 'status.stopped'};
  if (waiting > 0) return {meaning: 'watch', word: 'status.waiting'};
  if (!safety) return {meaning: 'good', word: 'status.stored'};
  if (safety.blocked) {
    return {meaning: 'stop', word: safety.blocked === 'full' ? 'status.blockedFull' : 'status.blocked'};
  }
  if (storedN > safety.savedN) return {meaning: 'watch', word: 'status.saving'};
  return safety.secured ? {meaning: 'good', word: 'status.saved'} : {meaning: 'watch', word: 'status.securing'};
}

/**
 * What is told of other desks comes a moment after what was done here, so that "nothing pending" may be older than the
 * last change: its own number has to be among those applied. Without contact nobody knows where the log ends.
 */
function isApplied({storedN}: Storing, sync: SyncState | undefined): boolean {
  if (sync?.state !== 'joined' || sync.problem || sync.founding || sync.joining || sync.lastContactAt === undefined)
    return false;
  return sync.pending === 0 && sync.behindBy === 0 && sync.appliedN >= storedN;
}

const newerCodes: readonly FaultCode[] = ['sync.upgrade', 'sync.not_readable'];

/** Why nothing goes to the other desks or comes from them. What passes by itself is calm: work goes on without. */
export function troubleOf({code}: Fault): Light {
  if (code === 'sync.revoked') return {meaning: 'stop', word: 'status.revoked'};
  if (newerCodes.includes(code)) return {meaning: 'watch', word: 'status.newer'};
  return faults[code] === 'retry' ? {meaning: 'note', word: 'status.alone'} : {meaning: 'stop', word: 'status.apart'};
}
