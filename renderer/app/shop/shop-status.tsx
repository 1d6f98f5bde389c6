import {useTranslation} from 'react-i18next';
import type {RateDay} from '#core/money/schema.ts';
import {ratesInUse} from '#core/insights/queries.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Business} from '#core/storefronts/schema.ts';
import {businessDay} from '#core/time/business-day.ts';
import type {Instant} from '#core/time/instant.ts';
import {dayMs, dayNumber} from '#core/time/local-date.ts';
import {useLabelTask} from '../labels/use-label-task.ts';
import {useStorageNews} from '../storage/storage-stores.ts';
import {useStorageTask} from '../storage/use-storage-task.ts';
import {useSyncTask} from '../sync/use-sync-task.ts';
import {useQuery} from '../data/use-data.ts';
import {useIntake} from '../data/use-intake.ts';
import {useNow} from '../data/use-now.ts';
import type {BackgroundTask} from '../frame/background-task.ts';
import {StatusBar} from '../frame/status-bar.tsx';
import {PrintStatus} from './print-status.tsx';
import {SyncStatus} from './sync-status.tsx';
import {useIntakeNews} from './use-intake-news.ts';
import {useIntakeTask} from './use-intake-task.ts';
import {useLight} from './use-light.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatBytes} from '../../ui/format/bytes.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {StatusMark} from '../../ui/status-mark.tsx';

/** Whether what was done here is saved, and in what figures are told. */
export function ShopStatus() {
  const {t} = useTranslation('app');
  const {meaning, word} = useLight();
  const business = useQuery(businessesInFull, {})?.businesses[0];
  const light = {meaning, word: t(word)};
  const intake = useIntake();
  const [reading, labels, storage, sync] = [useIntakeTask(intake), useLabelTask(), useStorageTask(), useSyncTask()];
  const task = reading ?? labels ?? storage ?? sync;
  useIntakeNews(intake.state);
  if (business) return <StatusWithRates light={light} task={task} business={business} />;
  return (
    <StatusBar light={light} task={task}>
      <SyncStatus />
      <PrintStatus />
      <LittleRoom />
    </StatusBar>
  );
}

interface StatusWithRatesProps {
  readonly light: React.ComponentProps<typeof StatusBar>['light'];
  readonly task: BackgroundTask | null;
  readonly business: Business;
}

function StatusWithRates({light, task, business}: StatusWithRatesProps) {
  const {t} = useTranslation('app');
  const locale = useLocale();
  const now = useNow() as Instant;
  const today = businessDay(now, {zone: business.zone, startsAtHour: business.dayStartsAtHour});
  const rates = useQuery(ratesInUse, {today});
  const currency = business.reportingCurrency;
  const words = (of: RateDay): string =>
    t(`status.rates.${of.source}`, {
      currency,
      date: formatMoment(locale, dayNumber(of.id) * dayMs, 'shortDate', 'UTC'),
    });
  return (
    <StatusBar light={light} task={task} rates={rates ? words(rates) : currency}>
      <SyncStatus />
      <PrintStatus />
      <LittleRoom />
    </StatusBar>
  );
}

/** A first warning, while everything still works. */
function LittleRoom() {
  const {t} = useTranslation('app');
  const locale = useLocale();
  const {state, freeBytes = 0} = useStorageNews((news) => news.space);
  if (state !== 'low') return null;
  return <StatusMark meaning="watch" word={t('status.lowRoom', {free: formatBytes(locale, freeBytes)})} />;
}
