import styles from './meaning-line.module.css';
import {type Meaning, MeaningShape} from './status-mark.tsx';

interface MeaningLineProps {
  readonly meaning: Meaning;
  readonly words: string;
  /** `alert` is read out at once: something that was asked for has not come about. */
  readonly role?: 'alert' | 'status';
}

/** Where something stands, in a sentence that may be long: it wraps, where a status mark is cut off. */
export function MeaningLine({meaning, words, role}: MeaningLineProps) {
  return (
    <div className={styles.line} role={role}>
      <MeaningShape meaning={meaning} />
      {words}
    </div>
  );
}
