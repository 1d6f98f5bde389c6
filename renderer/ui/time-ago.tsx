import type {TFunction} from 'i18next';
import {useTranslation} from 'react-i18next';
import {type Age, ageOf, formatMoment} from './format/moments.ts';

interface TimeAgoProps {
  /** Epoch milliseconds, both. */
  readonly instant: number;
  readonly now: number;
  /** Where the full time in the tooltip is told; the computer's zone without it. */
  readonly zone?: string;
}

/** How long ago, or until when: `2 h`; beyond a month the date. The full time stands in the tooltip. */
export function TimeAgo({instant, now, zone = ''}: TimeAgoProps) {
  const {t, i18n} = useTranslation('ui');
  const age = ageOf(instant, now);
  return (
    <time dateTime={new Date(instant).toISOString()} title={formatMoment(i18n.language, instant, 'full', zone)}>
      {age ? ageWords(t, age) : formatMoment(i18n.language, instant, 'date', zone)}
    </time>
  );
}

function ageWords(t: TFunction<'ui'>, {unit, count, ahead}: Age): string {
  if (unit === 'now') return t('age.now');
  const age = {minutes: t('age.minutes', {count}), hours: t('age.hours', {count}), days: t('age.days', {count})}[unit];
  return ahead ? t('age.in', {age}) : age;
}
