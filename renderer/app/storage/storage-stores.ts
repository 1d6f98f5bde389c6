import {create} from 'zustand';
import type {Space} from '#core/storage/free-space.ts';
import type {StorageWork} from '#core/storage/messages.ts';

interface StorageNews {
  /** Long work under way in this window's worker. */
  readonly work: StorageWork | null;
  readonly space: Space;
  /** Whether the browser promised to keep what is stored; undefined where it says nothing of it. */
  readonly persisted: boolean | undefined;
}

/** What the worker and the browser last told of storage. */
export const useStorageNews = create<StorageNews>()(() => {
  return {work: null, space: {state: 'unknown'}, persisted: undefined};
});
