import {assert} from '../lib/assert.ts';
import type {Instant} from './instant.ts';
import {type DayNumber, type LocalDate, dateOfDay, dayMs, dayNumber} from './local-date.ts';
import {type ZoneId, firstInstantAt, wallClock} from './zone.ts';

/** When a business's day begins: at this full hour (0-23) on the wall clock of its zone. */
export interface DayBreak {
  readonly zone: ZoneId;
  readonly startsAtHour: number;
}

/** The business day that holds the instant: before the hour at which the day begins it is still the day before. */
export function businessDay(instant: Instant, dayBreak: DayBreak): LocalDate {
  return dateOfDay(businessDays(dayBreak)(instant));
}

/** `businessDay` for columns: prepared once, then each instant costs a look-up. Gives day numbers. */
export function businessDays({zone, startsAtHour}: DayBreak): (instant: Instant) => DayNumber {
  const wallAt = wallClock(zone);
  const startMs = msOfHour(startsAtHour);
  return (instant) => Math.floor((wallAt(instant) - startMs) / dayMs);
}

/** The first instant of a business day; the day ends where the next one starts. */
export function startOfBusinessDay(date: LocalDate, {zone, startsAtHour}: DayBreak): Instant {
  return firstInstantAt(dayNumber(date) * dayMs + msOfHour(startsAtHour), zone);
}

function msOfHour(hour: number): number {
  assert(Number.isInteger(hour) && hour >= 0 && hour <= 23, 'a day begins at a full hour, 0 to 23');
  return hour * 3_600_000;
}
