import {type LocalDate, dayMs, dayNumber} from '#core/time/local-date.ts';
import {formatMoment} from '../../ui/format/moments.ts';

/** A calendar day in words: `20 Nov`, `20 Nov 2026`. It has no zone, so it is written in that of its own midnight. */
export function formatDay(locale: string, day: LocalDate, shape: 'short' | 'long'): string {
  return formatMoment(locale, dayNumber(day) * dayMs, shape === 'short' ? 'shortDate' : 'date', 'UTC');
}
