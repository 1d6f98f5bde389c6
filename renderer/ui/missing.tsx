import type {TFunction} from 'i18next';
import type {ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import styles from './missing.module.css';

/** Drawn where a value is missing; what is read out is said beside it. */
export const missingSign = '–';

/** The thin dash where a value is missing. */
export function Missing() {
  return missingCell(useTranslation('ui').t);
}

/** The same without a component's own cost, for cells that are drawn by the thousand. */
export function missingCell(t: TFunction<'ui'>): ReactNode {
  return (
    <span className={styles.missing} role="img" aria-label={t('missing')}>
      {missingSign}
    </span>
  );
}
