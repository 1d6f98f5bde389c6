import {expect, test} from 'vitest';
import type {Instant} from '../time/instant.ts';
import {type LocalDate, dayNumber} from '../time/local-date.ts';
import type {ZoneId} from '../time/zone.ts';
import {workCalendar} from './work-calendar.ts';

const calendar = workCalendar('Europe/Berlin' as ZoneId, {
  first: dayNumber('2026-03-01' as LocalDate),
  last: dayNumber('2026-12-31' as LocalDate),
});

test.each([
  ['Monday morning, the same day', '2026-11-23T09:00+01:00', 0, '2026-11-23T18:00+01:00'],
  ['Monday just before one', '2026-11-23T12:59+01:00', 0, '2026-11-23T18:00+01:00'],
  ['Monday at one: too late for that day', '2026-11-23T13:00+01:00', 0, '2026-11-24T18:00+01:00'],
  ['Friday evening, two days', '2026-11-20T20:00+01:00', 2, '2026-11-25T18:00+01:00'],
  ['Saturday', '2026-11-21T08:00+01:00', 0, '2026-11-23T18:00+01:00'],
  [
    'Christmas Eve in the afternoon, over the holidays and a weekend',
    '2026-12-24T15:00+01:00',
    0,
    '2026-12-28T18:00+01:00',
  ],
  ['across the start of summer time', '2026-03-27T14:00+01:00', 0, '2026-03-30T18:00+02:00'],
  ['just after midnight in Berlin, still the day before in UTC', '2026-07-15T00:30+02:00', 0, '2026-07-15T18:00+02:00'],
])('an order of %s goes out in time', (_what, orderedAt, days, close) => {
  const {close: found} = calendar.dayFor(Date.parse(orderedAt) as Instant, days);

  expect(new Date(found).toISOString()).toBe(new Date(close).toISOString());
});
