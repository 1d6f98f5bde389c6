import {useTranslation} from 'react-i18next';
import type {IntakeState} from '#core/intake/messages.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import styles from './intake.module.css';

interface NewsLineProps {
  readonly state: IntakeState;
  readonly onUndo: (importId: string) => void;
}

/** What a person has to know before anything else: an import that broke off, one that was cancelled. */
export function NewsLine({state: {phase, fault, unfinished}, onUndo}: NewsLineProps) {
  const {t, i18n} = useTranslation('intake');
  const locale = useLocale();
  const cancelled = phase === 'cancelled';
  return (
    <div className={styles.news} role="status">
      {fault ? (
        <MeaningLine meaning="stop" words={t('accept.failed', {reason: faultWords(i18n, fault)})} />
      ) : cancelled ? (
        <p>
          <StatusMark meaning="note" word={t('accept.cancelled')} />
        </p>
      ) : null}
      {unfinished ? (
        <p>
          <StatusMark
            meaning="watch"
            word={t('unfinished', {date: formatMoment(locale, unfinished.at, 'full'), orders: unfinished.orders})}
          />
          <Button onClick={() => onUndo(unfinished.importId)}>{t('act.undoUnfinished')}</Button>
        </p>
      ) : null}
    </div>
  );
}
