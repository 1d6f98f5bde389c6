import styles from './status-mark.module.css';

export const meanings = ['good', 'watch', 'stop', 'note'] as const;
export type Meaning = (typeof meanings)[number];

// Circle, triangle, octagon, diamond: told apart at ten pixels without their colours.
const shapes: Readonly<Record<Meaning, string>> = {
  good: 'M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0Z',
  watch: 'M5 .5 10 9.5H0Z',
  stop: 'M3 0h4l3 3v4L7 10H3L0 7V3Z',
  note: 'M5 0l5 5-5 5-5-5Z',
};

/** The shape of a meaning, in its colour. It says nothing by itself: a word stands beside it. */
export function MeaningShape({meaning}: {readonly meaning: Meaning}) {
  return (
    <svg className={styles.shape} data-meaning={meaning} viewBox="0 0 10 10" aria-hidden="true">
      <path d={shapes[meaning]} fill="currentColor" />
    </svg>
  );
}

interface StatusMarkProps {
  readonly meaning: Meaning;
  readonly word: string;
}

/** Where something stands: a coloured shape and its word, never one without the other; the word keeps the ink of its line. */
export function StatusMark({meaning, word}: StatusMarkProps) {
  return (
    <span className={styles.mark}>
      <MeaningShape meaning={meaning} />
      <span className={styles.word}>{word}</span>
    </span>
  );
}
