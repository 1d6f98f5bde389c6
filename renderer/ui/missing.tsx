import {useTranslation} from 'react-i18next';
import styles from './missing.module.css';

/** The thin dash where a value is missing. */
export function Missing() {
  const {t} = useTranslation('ui');
  return (
    <span className={styles.missing} role="img" aria-label={t('missing')}>
      –
    </span>
  );
}
