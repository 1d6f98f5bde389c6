import type {DayNumber} from '../time/local-date.ts';

/** The day of the week from 0, a Monday, to 6, a Sunday. */
export function weekday(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7; // day 0 was a Thursday
}
