import type {ReactNode} from 'react';
import styles from './act-bar.module.css';

/** At the foot of a page: what has to be done first, or what will be, then the verbs, the one that acts last. */
export function ActBar({children}: {readonly children: ReactNode}) {
  return <div className={styles.bar}>{children}</div>;
}
