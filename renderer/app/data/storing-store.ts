import {create} from 'zustand';
import type {SafetyState} from '#core/data/messages.ts';

/** Whether what was done in this window is stored and saved. */
export interface Storing {
  /** Changes on their way to the store. */
  readonly waiting: number;
  /** Whether the last one failed. */
  readonly failed: boolean;
  /** Number of the last mutation of this window that is stored. */
  readonly storedN: number;
  /** How far the journal is; undefined where there is none. */
  readonly safety: SafetyState | undefined;
}

const nothingStored: Storing = {waiting: 0, failed: false, storedN: 0, safety: undefined};

export const useStoring = create<Storing>()(() => nothingStored);

/** Another shop comes on screen: what was told of the last one is not its. */
export function forgetStoring(): void {
  useStoring.setState(nothingStored);
}
