import {create} from 'zustand';

/** A bug that the data worker reported; it stays until the window is loaded again. */
export const useBugs = create<{readonly bug: string | undefined}>()(() => ({bug: undefined}));
