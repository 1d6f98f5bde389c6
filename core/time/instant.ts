import {type Result, fail, ok} from '../lib/result.ts';
import {dayMs, firstDay, lastDay} from './local-date.ts';

declare const tag: unique symbol;

/** A moment: whole milliseconds since 1970-01-01T00:00Z, without leap seconds. */
export type Instant = number & {readonly [tag]: 'Instant'};

// A day inside the first and the last `LocalDate`: no zone is a day away from UTC, so every instant has a date in every zone.
const min = (firstDay + 1) * dayMs;
const max = lastDay * dayMs - 1;

/** The instant `ms` milliseconds after 1970-01-01T00:00Z; `time.not_an_instant` for fractions and beyond the years 1 to 9999. */
export function instant(ms: number): Result<Instant> {
  if (!Number.isInteger(ms) || ms < min || ms > max) return fail('time.not_an_instant');
  return ok((ms + 0) as Instant); // -0 becomes 0
}
