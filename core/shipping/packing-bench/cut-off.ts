import type {Instant} from '../../time/instant.ts';
import {dayMs} from '../../time/local-date.ts';
import {type ZoneId, firstInstantAt, wallClock} from '../../time/zone.ts';

/** When the carrier fetches the day's parcels: hours and minutes on the wall clock of the business. */
export const cutOffForm = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
export type CutOff = string;

/** The next one that is still to come, and how long until then. */
export function nextCutOff(
  cutOff: CutOff,
  now: Instant,
  zone: ZoneId,
): {readonly at: Instant; readonly leftMs: number} {
  const [hours = 0, minutes = 0] = cutOff.split(':').map(Number);
  const wallMs = wallClock(zone)(now);
  const today = Math.floor(wallMs / dayMs) * dayMs + (hours * 60 + minutes) * 60_000;
  const first = firstInstantAt(today, zone);
  const at = first > now ? first : firstInstantAt(today + dayMs, zone);
  return {at, leftMs: at - now};
}

const hourMs = 3_600_000;

/** Whether what is left to pack is packed in time at the pace of the last hour; undefined while there is no pace yet. */
export function isInTime({
  left,
  lastHour,
  leftMs,
}: {
  readonly left: number;
  readonly lastHour: number;
  readonly leftMs: number;
}): boolean | undefined {
  if (left === 0) return true;
  return lastHour === 0 ? undefined : (left / lastHour) * hourMs <= leftMs;
}
