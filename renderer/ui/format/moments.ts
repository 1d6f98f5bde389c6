import {perLocale} from './numbers.ts';

const dayMs = 86_400_000;

const shapes = {
  date: {year: 'numeric', month: 'short', day: 'numeric'},
  shortDate: {month: 'short', day: 'numeric'},
  time: {hour: '2-digit', minute: '2-digit'},
  full: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** `date` 20 Nov 2026, `shortDate` 20 Nov, `time` 14:05, `full` with weekday and zone; as the locale writes them. */
export type MomentShape = keyof typeof shapes;

const formats = perLocale((locale, key: `${MomentShape} ${string}`) => {
  const [shape, zone] = key.split(' ') as [MomentShape, string];
  return new Intl.DateTimeFormat(locale, {...shapes[shape], ...(zone ? {timeZone: zone} : {})});
});

/** A moment (epoch milliseconds, an `Instant`) in a time zone of the IANA, or in that of the computer. */
export function formatMoment(locale: string, instant: number, shape: MomentShape, zone = ''): string {
  return formats(locale, `${shape} ${zone}`).format(instant);
}

/** How far a moment lies from now, in the largest unit that fits once; null beyond a month, where a date says more. */
export interface Age {
  readonly unit: 'now' | 'minutes' | 'hours' | 'days';
  readonly count: number;
  readonly ahead: boolean;
}

export function ageOf(instant: number, now: number): Age | null {
  const ahead = instant > now;
  const minutes = Math.floor(Math.abs(now - instant) / 60_000);
  if (minutes < 1) return {unit: 'now', count: 0, ahead: false};
  if (minutes < 60) return {unit: 'minutes', count: minutes, ahead};
  if (minutes < 48 * 60) return {unit: 'hours', count: Math.floor(minutes / 60), ahead};
  const days = Math.floor(Math.abs(now - instant) / dayMs);
  return days <= 30 ? {unit: 'days', count: days, ahead} : null;
}
