import {create} from 'zustand';

/** Whether what was done in this window is stored: changes still on their way, and whether the last one failed. */
export const useStoring = create<{readonly waiting: number; readonly failed: boolean}>()(() => {
  return {waiting: 0, failed: false};
});
