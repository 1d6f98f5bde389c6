import {type ReactNode, useId} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocale} from '../../ui/format/locale.ts';
import {formatBytes} from '../../ui/format/bytes.ts';
import {formatShare} from '../../ui/format/numbers.ts';
import {type Meaning, StatusMark} from '../../ui/status-mark.tsx';
import {type BackgroundTask, timeLeft} from './background-task.ts';
import styles from './status-bar.module.css';

interface StatusBarProps {
  /** Whether what was done is stored, in the words of whoever knows. */
  readonly light: {readonly meaning: Meaning; readonly word: string};
  readonly task?: BackgroundTask | null;
  /** As in "EUR, rates of 20 Nov". */
  readonly rates?: string | null;
  /** How far other desks are, printers, numbers left: short texts. */
  readonly children?: ReactNode;
}

export function StatusBar({light, task, rates, children}: StatusBarProps) {
  const {t} = useTranslation('app');
  return (
    <footer className={styles.bar} aria-label={t('status.label')}>
      <StatusMark meaning={light.meaning} word={light.word} />
      {children}
      {task ? <Task task={task} /> : null}
      {rates ? <span className={styles.rates}>{rates}</span> : null}
    </footer>
  );
}

function Task({task}: {readonly task: BackgroundTask}) {
  const {t} = useTranslation('app');
  const {t: kit} = useTranslation('ui');
  const locale = useLocale();
  const wordsId = useId();
  const share = task.total === 0 ? 0 : task.done / task.total;
  const left = task.leftMs === null ? null : timeLeft(task.leftMs);
  return (
    <span className={styles.task}>
      <span id={wordsId} className={styles.taskWords}>
        {task.words}
      </span>
      <span
        className={styles.track}
        role="progressbar"
        aria-labelledby={wordsId}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={formatShare(locale, share, 0)}
      >
        <span className={styles.done} style={{width: `${share * 100}%`}} />
      </span>
      <span>
        {task.unit === 'bytes'
          ? t('status.progressWords', {done: formatBytes(locale, task.done), total: formatBytes(locale, task.total)})
          : t('status.progress', {done: task.done, total: task.total})}
      </span>
      {left ? <span>{t('status.left', {time: t(`status.${left.unit}`, {count: left.count})})}</span> : null}
      {task.onCancel ? (
        <button type="button" className={styles.cancel} onClick={task.onCancel}>
          {kit('cancel')}
        </button>
      ) : null}
    </span>
  );
}
