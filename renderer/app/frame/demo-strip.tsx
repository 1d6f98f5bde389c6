import {useTranslation} from 'react-i18next';
import styles from './frame.module.css';

/** Says, for as long as it is so, that nothing here is real. */
export function DemoStrip({onLeave}: {readonly onLeave: () => void}) {
  const {t} = useTranslation('app');
  return (
    <aside className={styles.demo} aria-label={t('demo.words')}>
      <span>{t('demo.words')}</span>
      <button type="button" onClick={onLeave}>
        {t('demo.leave')}
      </button>
    </aside>
  );
}
