import type {ReactNode} from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** A part of a page that is read from top to bottom, under its heading. */
export function Section({title, busy = false, children}: SectionProps) {
  return (
    <section className={styles.section} aria-busy={busy}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface SectionsProps {
  /** As wide as what they hold is read well. */
  readonly width?: number;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** The parts of such a page, one below the other. */
export function Sections({width = 720, busy, children}: SectionsProps) {
  return (
    <div className={styles.sections} style={{maxWidth: width}} aria-busy={busy}>
      {children}
    </div>
  );
}
