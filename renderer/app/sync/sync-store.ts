import {create} from 'zustand';
import type {SyncState, SyncWork} from '#core/sync/messages.ts';

interface SyncNews {
  /** How far the open shop is with its other desks; undefined until that is known. */
  readonly sync: SyncState | undefined;
  /** A shop on its way to a master or from one. */
  readonly work: SyncWork | null;
}

/** What the worker last told of the shop's other desks. */
export const useSync = create<SyncNews>()(() => ({sync: undefined, work: null}));

/** Another shop comes on screen: what was told of the last one is not its. */
export function forgetSync(): void {
  useSync.setState({sync: undefined});
}
