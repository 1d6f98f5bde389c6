import {create} from 'zustand';
import type {Notice} from '../../ui/notice-line.tsx';

interface Notices {
  readonly current: Notice | null;
  /** Says what was just done; it takes the place of what was said before. */
  readonly say: (words: string, undo?: () => void) => void;
  readonly dismiss: () => void;
}

/** What this window says was just done, one thing at a time. */
export const useNotices = create<Notices>((set, get) => ({
  current: null,
  say: (words, undo) => {
    const id = (get().current?.id ?? 0) + 1;
    set({current: {id, words, ...(undo ? {undo: {keys: 'Ctrl+Z', onUndo: () => takeBack(id, undo)}} : {})}});
  },
  dismiss: () => set({current: null}),
}));

/** Once: the line goes with what it told. */
function takeBack(id: number, undo: () => void): void {
  const {current, dismiss} = useNotices.getState();
  if (current?.id !== id) return;
  dismiss();
  undo();
}
