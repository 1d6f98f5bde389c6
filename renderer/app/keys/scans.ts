import {useEffect, useRef} from 'react';
import type {KeyPress} from './chord.ts';

/** Takes what a wedge scanner struck while nothing was there to write into. */
type Ear = (struck: readonly KeyPress[]) => void;

const ears: Ear[] = [];

/** Tells the page that listens; where none does, a scan means nothing. */
export function tellScan(struck: readonly KeyPress[]): void {
  ears.at(-1)?.(struck);
}

/** Hears the scanner as long as the component stands on the screen; the innermost does. */
export function useScans(hear: Ear): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  }, [hear]);
  useEffect(() => {
    const ear: Ear = (struck) => latest.current(struck);
    ears.push(ear);
    return () => void ears.splice(ears.indexOf(ear), 1);
  }, []);
}
