import {useTranslation} from 'react-i18next';
import {waitsFor} from '#core/printing/waiting.ts';
import {useNow} from '../../app/data/use-now.ts';
import {useCutOff} from '../../app/desk/cut-off.ts';
import {usePrinting} from '../../app/printing/print-store.ts';
import {useScale} from '../../app/scale/scale-store.ts';
import {useSync} from '../../app/sync/sync-store.ts';
import {useAgeWords} from '../../app/sync/use-age-words.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {type Meaning, MeaningShape} from '../../ui/status-mark.tsx';
import {useBench} from './bench-view.ts';
import styles from './bench.module.css';
import {outletOf} from './label-printer.ts';
import type {NumberStock} from './numbers.ts';
import type {Day} from './use-day.ts';

interface Mark {
  readonly meaning: Meaning;
  readonly word: string;
}

interface BenchStripProps {
  readonly day: Day | undefined;
  readonly stocks: readonly NumberStock[] | undefined;
}

/** Under everything, always: what is left until the carrier comes, the pace, numbers, the printer, and how old the other desks' news are. */
export function BenchStrip({day, stocks}: BenchStripProps) {
  const {t} = useTranslation('bench');
  const cutOff = useCutOff((pickUp) => pickUp.cutOff);
  const printer = usePrinterMark();
  const sync = useSyncMark();
  const scale = useScaleMark();
  const numbers = useNumbersMark(stocks);
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
      {scale ? <StripMark {...scale} /> : null}
      <StripMark {...numbers} />
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
  const {desk, fault} = usePrinting();
  if (fault) return {meaning: 'stop', word: faultWords(i18n, fault)};
  const outlet = outletOf(desk);
  if (outlet.to === 'system' || !desk) return {meaning: 'note', word: t('printer.system')};
  const {id, name} = outlet.printer;
  const jobs = desk.jobs.filter(({job}) => job.printerId === id);
  const waiting = jobs.filter(({status}) => status === 'asked' || status === 'sending');
  const count = waiting.length;
  if (jobs.some(({status}) => status === 'unknown')) return {meaning: 'stop', word: t('printer.unknown', {name})};
  if (waiting.some((queued) => waitsFor(queued, desk)?.for === 'fit')) {
    return {meaning: 'stop', word: t('printer.unfit', {name, count})};
  }
  if (waiting.some(({postponed}) => postponed > 0)) return {meaning: 'stop', word: t('printer.silent', {name, count})};
  return count > 0
    ? {meaning: 'note', word: t('printer.waiting', {name, count})}
    : {meaning: 'good', word: t('printer.ready', {name})};
}

function useNumbersMark(stocks: readonly NumberStock[] | undefined): Mark {
  const {t} = useTranslation('bench');
  const chosen = useBench((view) => view.numbers);
  if (!chosen) return {meaning: 'note', word: t('numbers.without')};
  const stock = stocks?.find(({scheme, account}) => scheme === chosen.scheme && account === chosen.account);
  const {service = chosen.scheme, free = 0} = stock ?? {};
  if (stocks && free === 0) return {meaning: 'stop', word: t('numbers.usedUp', {service})};
  return {meaning: stock?.isLow ? 'watch' : 'good', word: t('numbers.left', {service, count: free})};
}

/** Nothing is said of a scale that nobody has connected. */
function useScaleMark(): Mark | undefined {
  const {t} = useTranslation('bench');
  const {status, weighing} = useScale();
  const locale = useLocale();
  if (status === 'none' || status === 'opening') return undefined;
  if (status !== 'connected') return {meaning: 'watch', word: t('weight.gone')};
  if (weighing?.says !== 'weight') return {meaning: 'note', word: t('weight.empty')};
  return {
    meaning: weighing.isStable ? 'good' : 'note',
    word: t('weight.now', {grams: formatCount(locale, weighing.grams)}),
  };
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
