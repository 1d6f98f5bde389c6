import {useEffect, useRef} from 'react';
import {create} from 'zustand';

/** What a page does with files that are dropped on the window while it stands; the word says so while they hover. */
export interface DropClaim {
  readonly word: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The page that takes dropped files, where one does; else they are brought in as files of orders. */
export const useDropClaim = create<{readonly claim: DropClaim | undefined}>()(() => ({claim: undefined}));

/** Takes what is dropped as long as this component stands. */
export function useDrops(word: string, onFiles: DropClaim['onFiles']): void {
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  }, [onFiles]);
  useEffect(() => {
    const claim: DropClaim = {word, onFiles: (files) => take.current(files)};
    useDropClaim.setState({claim});
    return () => useDropClaim.setState((now) => (now.claim === claim ? {claim: undefined} : now));
  }, [word]);
}
