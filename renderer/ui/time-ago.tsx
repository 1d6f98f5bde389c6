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
  const {instant, now, zone = ''} = props;
  return (
    <time dateTime={new Date(instant).toISOString()} title={formatMoment(i18n.language, instant, 'full', zone)}>
      {timeAgoTexts(t, i18n.language, {now, zone})(instant)}
    </time>
  );
}

/** The same as plain texts, for cells that are drawn by the thousand: few ages are different, so their words are kept. */
export function timeAgoTexts(
  t: TFunction<'ui'>,
  locale: string,
  {now, zone}: {readonly now: number; readonly zone: string},
): (instant: number) => string {
  const known = new Map<string, string>();
  return (instant) => {
    const age = ageOf(instant, now);
    if (!age) return formatMoment(locale, instant, 'date', zone);
    const key = `${age.unit} ${age.count} ${age.ahead}`;
    const words = known.get(key) ?? ageWords(t, age);
    known.set(key, words);
    return words;
  };
}

function ageWords(t: TFunction<'ui'>, {unit, count, ahead}: Age): string {
  if (unit === 'now') return t('age.now');
  const age = {minutes: t('age.minutes', {count}), hours: t('age.hours', {count}), days: t('age.days', {count})}[unit];
  return ahead ? t('age.in', {age}) : age;
}
