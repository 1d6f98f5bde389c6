import styles from './skeleton.module.css';

interface SkeletonProps {
  /** As much room as what will stand here, in any CSS length. */
  readonly width?: string;
  readonly height?: string;
}

/** Keeps the place of what has not arrived. It is silent: the region around it says `aria-busy`. */
export function Skeleton({width = '100%', height = '1em'}: SkeletonProps) {
  return <span className={styles.skeleton} style={{width, height}} aria-hidden="true" />;
}
