import {must} from '../lib/assert.ts';
import type {Instant} from '../time/instant.ts';
import {type DayNumber, dateOfDay, dayMs} from '../time/local-date.ts';
import {type ZoneId, firstInstantAt, zoneDays} from '../time/zone.ts';
import {weekday} from './weekday.ts';

const hourMs = 3_600_000;
const cutOffHour = 13;
const closingHour = 18;
const holidays = new Set(['01-01', '05-01', '10-03', '12-25', '12-26']);
const daysAhead = 40;

/** A day on which parcels are packed: orders that came in before `cutOff` go out before `close`. */
export interface WorkDay {
  readonly cutOff: Instant;
  readonly close: Instant;
}

/** The working days of a shop in Germany: Monday to Friday without the holidays that have a fixed date everywhere. */
export interface WorkCalendar {
  /** The first working day that an order of this instant can go out on (`days` 0), or one `days` working days later. */
  dayFor(orderedAt: Instant, days: number): WorkDay;
}

/** Working days for orders of the days from `first` to `last`. */
export function workCalendar(
  zone: ZoneId,
  {first, last}: {readonly first: DayNumber; readonly last: DayNumber},
): WorkCalendar {
  const dayOf = zoneDays(zone);
  const workDays: WorkDay[] = [];
  /** How many working days lie before each day. */
  const before: number[] = [];
  for (let day = first; day <= last + daysAhead; day++) {
    before.push(workDays.length);
    if (!isWorkDay(day)) continue;
    workDays.push({
      cutOff: firstInstantAt(day * dayMs + cutOffHour * hourMs, zone),
      close: firstInstantAt(day * dayMs + closingHour * hourMs, zone),
    });
  }

  return {
    dayFor(orderedAt, days) {
      const index = must(before[dayOf(orderedAt) - first], 'an order lies in the span of its calendar');
      const today = must(workDays[index], 'working days reach beyond the span');
      const wait = orderedAt < today.cutOff ? days : days + 1;
      return must(workDays[index + wait], 'working days reach beyond the span');
    },
  };
}

function isWorkDay(day: DayNumber): boolean {
  return weekday(day) < 5 && !holidays.has(dateOfDay(day).slice(5));
}
