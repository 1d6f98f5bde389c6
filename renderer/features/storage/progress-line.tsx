import {useStorageNews} from '../../app/storage/storage-stores.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatShare} from '../../ui/format/numbers.ts';
import styles from './storage.module.css';

/** How far the long work of this window is. */
export function ProgressLine({words}: {readonly words: string}) {
  const locale = useLocale();
  const done = useStorageNews(({work}) => work?.done ?? 0);
  return (
    <div className={styles.progress}>
      <span id="storage-work">{words}</span>
      <progress aria-labelledby="storage-work" value={done} max={1} />
      <span className={styles.figures}>{formatShare(locale, done, 0)}</span>
    </div>
  );
}
