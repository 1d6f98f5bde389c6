import type {ReactNode} from 'react';
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
export function TimeAgo(props: TimeAgoProps) {
  const {t, i18n} = useTranslation('ui');
  return timeAgoCell(t, i18n.language, props);
}

/** The same without a component's own cost, for cells that are drawn by the thousand. */
export function timeAgoCell(t: TFunction<'ui'>, locale: string, {instant, now, zone = ''}: TimeAgoProps): ReactNode {
  const age = ageOf(instant, now);
  return (
    <time dateTime={new Date(instant).toISOString()} title={formatMoment(locale, instant, 'full', zone)}>
      {age ? ageWords(t, age) : formatMoment(locale, instant, 'date', zone)}
    </time>
  );
}

function ageWords(t: TFunction<'ui'>, {unit, count, ahead}: Age): string {
  if (unit === 'now') return t('age.now');
  const age = {minutes: t('age.minutes', {count}), hours: t('age.hours', {count}), days: t('age.days', {count})}[unit];
  return ahead ? t('age.in', {age}) : age;
}
