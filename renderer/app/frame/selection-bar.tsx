import {IconX} from '@tabler/icons-react';
import type {ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import {IconButton} from '../../ui/button.tsx';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  /** How many rows are ticked; at none the bar is away. */
  readonly count: number;
  readonly onClear: () => void;
  /** What can be done with them: `Button`s with their keys. */
  readonly children: ReactNode;
}

export function SelectionBar({count, onClear, children}: SelectionBarProps) {
  const {t} = useTranslation('app');
  if (count === 0) return null;
  return (
    <section className={styles.bar} aria-label={t('selection.label')}>
      <span className={styles.count}>{t('selection.count', {count})}</span>
      <div className={styles.actions}>{children}</div>
      <IconButton label={t('selection.clear')} icon={<IconX stroke={1.5} />} side="top" onClick={onClear} />
    </section>
  );
}
