import {useId} from 'react';
import {useLocale} from './format/locale.ts';
import {formatShare} from './format/numbers.ts';
import styles from './sheet.module.css';

interface ProgressLineProps {
  /** What is being done. */
  readonly words: string;
  /** 0 to 1. */
  readonly done: number;
}

/** How far long work is, in a dialog that waits for it. */
export function ProgressLine({words, done}: ProgressLineProps) {
  const locale = useLocale();
  const id = useId();
  return (
    <div className={styles.progress}>
      <span id={id}>{words}</span>
      <progress aria-labelledby={id} value={done} max={1} />
      <span className={styles.figures}>{formatShare(locale, done, 0)}</span>
    </div>
  );
}
