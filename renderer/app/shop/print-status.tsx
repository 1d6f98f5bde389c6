import {useTranslation} from 'react-i18next';
import {Link} from 'wouter';
import {waitsFor} from '#core/printing/waiting.ts';
import {usePrinting} from '../printing/print-store.ts';
import {StatusMark} from '../../ui/status-mark.tsx';
import styles from './sync-status.module.css';

/** Prints that need a person: in doubt, or kept waiting by their printer. Of a queue that is at work, nothing. */
export function PrintStatus() {
  const {t} = useTranslation('printing');
  const desk = usePrinting((state) => state.desk);
  if (!desk) return null;
  const doubt = desk.jobs.filter(({status}) => status === 'unknown').length;
  const waiting = desk.jobs.filter((queued) => {
    const waits = waitsFor(queued, desk)?.for;
    return waits === 'printer' || waits === 'fit';
  }).length;
  if (doubt === 0 && waiting === 0) return null;
  const word = doubt > 0 ? t('doubt', {count: doubt}) : t('waiting', {count: waiting});
  return (
    <Link href="/settings/printers" className={styles.link}>
      <StatusMark meaning="watch" word={word} />
    </Link>
  );
}
