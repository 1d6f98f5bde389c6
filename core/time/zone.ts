import {must} from '../lib/assert.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import type {Instant} from './instant.ts';
import {type DayNumber, type LocalDate, dateOfDay, dayMs, dayNumber} from './local-date.ts';
import {type OffsetAt, cachedOffsets, firstSecond} from './zone-offsets.ts';

declare const tag: unique symbol;

/** The name of a time zone in the IANA tz database, kept as it was given: `Europe/Berlin`. */
export type ZoneId = string & {readonly [tag]: 'ZoneId'};

// A name, never an offset such as +05:30: those some hosts take and others refuse, and a shop's replicas must agree.
const form = /^[A-Za-z][A-Za-z0-9_+/-]{1,59}$/;
const offsetForm = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;
const offsetsByZone = new Map<ZoneId, OffsetAt>();

/** The zone of that name; `time.unknown_zone` when the tz database of this host does not have it. */
export function zone(name: string): Result<ZoneId> {
  if (!form.test(name)) return fail('time.unknown_zone');
  try {
    new Intl.DateTimeFormat('en-US', {timeZone: name});
  } catch {
    return fail('time.unknown_zone');
  }
  return ok(name as ZoneId);
}

/** The date that a wall calendar in the zone shows at the instant. */
export function localDateAt(instant: Instant, zone: ZoneId): LocalDate {
  return dateOfDay(zoneDays(zone)(instant));
}

/** `localDateAt` for columns: prepared once per zone, then each instant costs a look-up. Gives day numbers. */
export function zoneDays(zone: ZoneId): (instant: Instant) => DayNumber {
  const offsetAt = offsetsOf(zone);
  return (instant) => Math.floor((instant + offsetAt(instant)) / dayMs);
}

/** What the zone's wall clock shows at an instant, as milliseconds since it showed 1970-01-01T00:00. */
export function wallClock(zone: ZoneId): (instant: Instant) => number {
  const offsetAt = offsetsOf(zone);
  return (instant) => instant + offsetAt(instant);
}

/**
 * The first instant of the date in the zone. Where the clock skips midnight that is the end of the gap, as at 01:00 on
 * 2018-11-04 in America/Sao_Paulo; where midnight comes twice, the first of the two. A date that the zone left out
 * (2011-12-30 in Pacific/Apia) starts and ends with the start of the next one.
 */
export function startOfDay(date: LocalDate, zone: ZoneId): Instant {
  return firstInstantAt(dayNumber(date) * dayMs, zone);
}

/** The first instant at which the zone's wall clock shows `wallMs` (as told by `wallClock`) or, where a gap skips it, anything later. */
export function firstInstantAt(wallMs: number, zone: ZoneId): Instant {
  const offsetAt = offsetsOf(zone);
  // No zone is a whole day from UTC, and no zone changes twice within two days: these are all the offsets there can be.
  const byOffsetBefore = wallMs - offsetAt(wallMs - dayMs);
  const byOffsetAfter = wallMs - offsetAt(wallMs + dayMs);
  if (byOffsetBefore + offsetAt(byOffsetBefore) === wallMs) return byOffsetBefore as Instant;
  if (byOffsetAfter + offsetAt(byOffsetAfter) === wallMs) return byOffsetAfter as Instant;

  const gap = {from: byOffsetAfter, to: byOffsetBefore};
  return firstSecond(gap, (utcMs) => utcMs + offsetAt(utcMs) > wallMs) as Instant;
}

function offsetsOf(zone: ZoneId): OffsetAt {
  const known = offsetsByZone.get(zone);
  if (known) return known;

  const offsets = cachedOffsets(intlOffsets(zone));
  offsetsByZone.set(zone, offsets);
  return offsets;
}

/** Offsets as the host's tz database tells them, to the second: before about 1900 towns kept their own solar time. */
function intlOffsets(zone: ZoneId): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
  return (utcMs) => {
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = must(
      offsetForm.exec(format.format(utcMs)),
      'a long offset reads GMT+00:00',
    );
    const magnitude = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? 0 - magnitude : magnitude;
  };
}
