import {expect, test} from 'vitest';
import type {Instant} from '../../time/instant.ts';
import type {ZoneId} from '../../time/zone.ts';
import {isInTime, nextCutOff} from './cut-off.ts';

const berlin = 'Europe/Berlin' as ZoneId;
const at = (text: string) => Date.parse(text) as Instant;

test.each([
  ['before it, today', '2026-03-02T10:00:00Z', '2026-03-02T15:00:00Z'],
  ['at it, tomorrow', '2026-03-02T15:00:00Z', '2026-03-03T15:00:00Z'],
  ['over the night in which the clocks go forward', '2026-03-28T16:00:00Z', '2026-03-29T14:00:00Z'],
])('the next 16:00 of the business is, %s', (_what, now, next) => {
  const {at: found, leftMs} = nextCutOff('16:00', at(now), berlin);
  expect([new Date(found).toISOString(), leftMs]).toEqual([`${next.slice(0, -1)}.000Z`, at(next) - at(now)]);
});

test('parcels that are left are in time at the pace of the last hour, or late, or nobody knows', () => {
  const leftMs = 7_200_000;
  expect([
    isInTime({left: 0, lastHour: 0, leftMs}),
    isInTime({left: 60, lastHour: 30, leftMs}),
    isInTime({left: 61, lastHour: 30, leftMs}),
    isInTime({left: 1, lastHour: 0, leftMs}),
  ]).toEqual([true, true, false, undefined]);
});
