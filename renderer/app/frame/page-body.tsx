import type {ReactNode} from 'react';
import styles from './page-body.module.css';

interface PageBodyProps {
  /** The title of the page, for those who hear it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** The content of a page that is read, not gridded. It scrolls, and so it can have the focus. */
export function PageBody({label, children}: PageBodyProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with keys
    <div className={styles.body} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
