import {IconTrash} from '@tabler/icons-react';
import {useTranslation} from 'react-i18next';
import {removeTypedRate, typeRate} from '#core/insights/rates/mutators.ts';
import {type RatesOfSource, ratesKept} from '#core/insights/rates/rates-kept.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import type {TypedRate} from '#core/money/schema.ts';
import type {Business} from '#core/storefronts/schema.ts';
import {businessDay} from '#core/time/business-day.ts';
import type {Instant} from '#core/time/instant.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useNow} from '../../app/data/use-now.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {IconButton} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {Section} from '../../ui/section.tsx';
import {RateForm, type RateOfDay} from './rate-form.tsx';
import {rateText} from './rate-text.ts';
import styles from './rates-section.module.css';

/** Which exchange rates are here and from where, and the typing of those that are missing. */
export function RatesSection({business}: {readonly business: Business}) {
  const {t} = useTranslation('rates');
  const kept = useQuery(ratesKept, {});
  const {today, store, remove} = useTypedRates(business);
  const euro = 'EUR' as CurrencyCode;
  const currency = business.reportingCurrency === euro ? null : business.reportingCurrency;
  return (
    <Section title={t('title')} busy={kept === undefined}>
      {kept && kept.sources.length > 0 ? <Sources sources={kept.sources} /> : null}
      {kept?.sources.length === 0 ? <p>{t('none')}</p> : null}
      <p>{t('file')}</p>
      <RateForm today={today} start={{base: euro, currency}} onSubmit={(rate) => void store(rate)} />
      <p>{t('counts')}</p>
      {kept && kept.typed.length > 0 ? (
        <ul className={styles.rates} aria-label={t('typed')}>
          {kept.typed.map(({date, rate}) => (
            <TypedLine
              key={`${date} ${rate.base} ${rate.currency}`}
              date={date}
              rate={rate}
              onRemove={() => void remove(date, rate)}
            />
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

/** What can be done with typed rates, and up to which day. */
export function useTypedRates({zone, dayStartsAtHour}: Business) {
  const data = useData();
  const deeds = useDeeds();
  const now = useNow() as Instant;
  return {
    today: businessDay(now, {zone, startsAtHour: dayStartsAtHour}),
    store: async ({date, ...rate}: RateOfDay): Promise<void> => {
      deeds.did('rates:did.typed', [await data.mutate(typeRate, {day: date, ...rate})]);
    },
    remove: async (day: LocalDate, {base, currency}: TypedRate): Promise<void> => {
      deeds.did('rates:did.removed', [await data.mutate(removeTypedRate, {day, base, currency})]);
    },
  };
}

function Sources({sources}: {readonly sources: readonly RatesOfSource[]}) {
  const {t} = useTranslation('rates');
  const locale = useLocale();
  return (
    <ul>
      {sources.map(({source, from, to, days}) => (
        <li key={source}>
          {t(`source.${source}`, {count: days, from: dayText(locale, from), to: dayText(locale, to)})}
        </li>
      ))}
    </ul>
  );
}

interface TypedLineProps {
  readonly date: LocalDate;
  readonly rate: TypedRate;
  readonly onRemove: () => void;
}

function TypedLine({date, rate, onRemove}: TypedLineProps) {
  const {t} = useTranslation('rates');
  const locale = useLocale();
  const words = {base: rate.base, currency: rate.currency, rate: rateText(locale, rate)};
  const day = dayText(locale, date);
  return (
    <li>
      <span className={styles.quiet}>{day}</span>
      <span>{t('says', words)}</span>
      <IconButton label={t('remove', {...words, date: day})} icon={<IconTrash stroke={1.5} />} onClick={onRemove} />
    </li>
  );
}

function dayText(locale: string, day: LocalDate): string {
  return formatMoment(locale, Date.parse(`${day}T12:00Z`), 'date', 'UTC');
}
