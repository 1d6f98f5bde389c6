import {useTranslation} from 'react-i18next';
import {useNow} from '../../app/data/use-now.ts';
import {useSync} from '../../app/sync/sync-store.ts';
import {useAgeWords} from '../../app/sync/use-age-words.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {type Meaning, MeaningShape} from '../../ui/status-mark.tsx';
import {useBench} from './bench-view.ts';
import styles from './bench.module.css';
import {outletOf, usePrintDesk} from './label-printer.ts';
import type {Day} from './use-day.ts';

interface Mark {
  readonly meaning: Meaning;
  readonly word: string;
}

/** Under everything, always: what is left until the carrier comes, the pace, the printer, and how old the other desks' news are. */
export function BenchStrip({day}: {readonly day: Day | undefined}) {
  const {t} = useTranslation('bench');
  const cutOff = useBench((view) => view.cutOff);
  const printer = usePrinterMark();
  const sync = useSyncMark();
  return (
    <section className={styles.strip} aria-label={t('strip.label')}>
      {day ? (
        <>
          <StripMark
            meaning={day.isInTime === undefined ? 'note' : day.isInTime ? 'good' : 'watch'}
            word={t('strip.left', {count: day.left, time: cutOff})}
          />
          <span>{t('strip.pace', {count: day.lastHour})}</span>
          {day.open > 0 ? <StripMark meaning="watch" word={t('strip.open', {count: day.open})} /> : null}
        </>
      ) : null}
      <span className={styles.apart} />
      <StripMark {...printer} />
      <StripMark {...sync} />
    </section>
  );
}

function StripMark({meaning, word}: Mark) {
  return (
    <span className={styles.mark}>
      <MeaningShape meaning={meaning} />
      {word}
    </span>
  );
}

function usePrinterMark(): Mark {
  const {t, i18n} = useTranslation('bench');
  const outlet = outletOf(usePrintDesk(({desk}) => desk));
  if (!outlet.ok) return {meaning: 'stop', word: faultWords(i18n, outlet.fault)};
  if (outlet.value.to === 'system') return {meaning: 'note', word: t('printer.system')};
  const {printer, waiting} = outlet.value;
  const name = printer.name;
  if (waiting.some(({status}) => status === 'unknown')) return {meaning: 'stop', word: t('printer.unknown', {name})};
  if (waiting.some(({postponed}) => postponed > 0)) {
    return {meaning: 'stop', word: t('printer.silent', {name, count: waiting.length})};
  }
  if (waiting.length > 0) return {meaning: 'note', word: t('printer.waiting', {name, count: waiting.length})};
  return {meaning: 'good', word: t('printer.ready', {name})};
}

function useSyncMark(): Mark {
  const {t} = useTranslation('bench');
  const sync = useSync((news) => news.sync);
  const ageOf = useAgeWords(useNow());
  if (sync?.state !== 'joined') return {meaning: 'note', word: t('sync.alone')};
  const {lastContactAt, problem, pending} = sync;
  const age = lastContactAt === undefined ? t('sync.never') : ageOf(lastContactAt);
  if (problem) return {meaning: 'watch', word: t('sync.apart', {age, count: pending})};
  return {meaning: 'good', word: t('sync.joined', {age})};
}
