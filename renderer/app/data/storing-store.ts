import {create} from 'zustand';
import type {SafetyState} from '#core/data/messages.ts';

/** Whether what was done in this window is stored: changes still on their way, and whether the last one failed. */
export const useStoring = create<Storing>()(() => nothingStored);

export interface Storing {
  readonly waiting: number;
  readonly failed: boolean;
  /** Number of the last mutation of this window that is stored. */
  readonly storedN: number;
  /** How far the journal is; undefined where there is none. */
  readonly safety: SafetyState | undefined;
}

const nothingStored: Storing = {waiting: 0, failed: false, storedN: 0, safety: undefined};

/** Another shop comes on screen: what was told of the last one is not its. */
export function forgetStoring(): void {
  useStoring.setState(nothingStored);
}
