import type {ParseKeys} from 'i18next';
import type {Space} from '#core/storage/free-space.ts';
import type {Storing} from '../data/storing-store.ts';
import type {Meaning} from '../../ui/status-mark.tsx';

export interface Light {
  readonly meaning: Meaning;
  readonly word: Extract<ParseKeys<'app'>, `status.${string}`>;
}

/**
 * What may be said of what was done in this window. `Saved` is said only of what is in the store and in the journal, of a
 * shop that could be built anew; everything less has a word of its own.
 */
export function lightOf({waiting, failed, storedN, safety}: Storing, space: Space = {state: 'unknown'}): Light {
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
