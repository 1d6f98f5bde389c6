import type {ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import styles from './bench.module.css';
import type {Day} from './use-day.ts';

interface IdleBenchProps {
  readonly day: Day | undefined;
  /** What can be set while nothing stands in the way. */
  readonly children: ReactNode;
}

/** Nothing stands on the bench: how the day goes, in figures that can be read from the door. */
export function IdleBench({day, children}: IdleBenchProps) {
  const {t} = useTranslation('bench');
  return (
    <section className={styles.idle} aria-label={t('idle.label')}>
      <dl className={styles.figures}>
        <Figure word={t('idle.left')} count={day?.left} />
        <Figure word={t('idle.today')} count={day?.today} />
        <Figure word={t('idle.lastHour')} count={day?.lastHour} />
      </dl>
      <p className={styles.hint}>{t(day?.left === 0 ? 'idle.nothing' : 'idle.scan')}</p>
      <div className={styles.settings}>{children}</div>
    </section>
  );
}

function Figure({word, count}: {readonly word: string; readonly count: number | undefined}) {
  const locale = useLocale();
  return (
    <div className={styles.figure}>
      <dd>{count === undefined ? ' ' : formatCount(locale, count)}</dd>
      <dt>{word}</dt>
    </div>
  );
}
