import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Instant} from './instant.ts';
import {type LocalDate, addDays, dateOfDay, dayNumber} from './local-date.ts';
import {type ZoneId, localDateAt, startOfDay, zone, zoneDays} from './zone.ts';

const minuteMs = 60_000;
const at = (iso: string) => Date.parse(iso) as Instant;
const zoneNames = [...Intl.supportedValuesOf('timeZone'), 'UTC'] as ZoneId[];
const anyZone = fc.constantFrom(...zoneNames);
const anyInstant = fc.integer({min: at('1890-01-01T00:00Z'), max: at('2100-01-01T00:00Z')}).map((ms) => ms as Instant);

const calendars = new Map<ZoneId, Intl.DateTimeFormat>();

/** The date that the host's own calendar shows. */
function intlDate(instant: Instant, zone: ZoneId): string {
  const known = calendars.get(zone);
  const calendar =
    known ?? new Intl.DateTimeFormat('en-US', {timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit'});
  if (!known) calendars.set(zone, calendar);
  const parts = Object.fromEntries(calendar.formatToParts(instant).map(({type, value}) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}

test('a zone is a name of the tz database', () => {
  const names = ['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'];

  expect(names.map((name) => zone(name))).toEqual(names.map((value) => ({ok: true, value})));
});

test('an offset, an invented place and an empty name are no zones', () => {
  const names = ['+05:30', 'Europe/Atlantis', '', 'Berlin', 'UTC ', 'x'.repeat(100)];
  const refused = {ok: false, fault: {code: 'time.unknown_zone', values: {}}};

  expect(names.map((name) => zone(name))).toEqual(names.map(() => refused));
});

test('one instant is yesterday in Los Angeles and tomorrow in Auckland', () => {
  const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Pacific/Auckland'] as ZoneId[];
  const instant = at('2026-03-02T23:30Z');

  expect(zones.map((zone) => localDateAt(instant, zone))).toEqual(['2026-03-02', '2026-03-03', '2026-03-03']);
  expect(localDateAt(at('2026-03-02T00:30Z'), 'America/Los_Angeles' as ZoneId)).toBe('2026-03-01');
});

test('every instant has the date that the calendar of the host shows, in every zone', () => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, instant) => {
      expect(localDateAt(instant, zone)).toBe(intlDate(instant, zone));
    }),
    {numRuns: 5000},
  );
});

test.for([
  ['America/Recife', 2000, 'two changes within a week'],
  ['Pacific/Apia', 2011, 'a day left out'],
  ['America/Sao_Paulo', 2018, 'midnights that do not exist'],
  ['America/St_Johns', 2010, 'changes a minute past midnight'],
  ['Australia/Lord_Howe', 2020, 'half an hour of summer time'],
  ['Africa/Casablanca', 2019, 'summer time that pauses for Ramadan'],
  ['Africa/Monrovia', 1972, 'an offset with seconds'],
  ['America/Havana', 2015, 'a midnight that comes twice'],
] as const)('the dates of a whole year are right in %s, %d: %s', ([name, year]) => {
  const zone = name as ZoneId;
  const dayOf = zoneDays(zone);
  const wrong: string[] = [];
  for (let ms = at(`${year}-01-01T00:00Z`); ms < at(`${year + 1}-01-01T00:00Z`); ms = (ms + 30 * minuteMs) as Instant) {
    for (const instant of [ms - 1, ms] as Instant[]) {
      if (dateOfDay(dayOf(instant)) !== intlDate(instant, zone)) wrong.push(`${instant}`);
    }
  }

  expect(wrong).toEqual([]);
});

test('a day starts at midnight, or where the clock skips midnight, right after the gap', () => {
  const days = [
    ['2026-03-02', 'Europe/Berlin', '2026-03-01T23:00Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00Z'],
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00Z'],
    ['2015-11-01', 'America/Havana', '2015-11-01T04:00Z'],
    ['2010-11-07', 'America/St_Johns', '2010-11-07T02:30Z'],
    ['2011-12-29', 'Pacific/Apia', '2011-12-29T10:00Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00Z'],
  ] as const;

  expect(days.map(([date, zone]) => startOfDay(date as LocalDate, zone as ZoneId))).toEqual(
    days.map(([, , iso]) => at(iso)),
  );
});

test('a day starts at the first instant of its date, in every zone and year', () => {
  const anyDate = fc
    .integer({min: dayNumber('1890-01-01' as LocalDate), max: dayNumber('2100-01-01' as LocalDate)})
    .map(dateOfDay);
  const leftOut = (date: LocalDate, shown: string) => shown === addDays(date, 1);

  fc.assert(
    fc.property(anyZone, anyDate, (zone, date) => {
      const start = startOfDay(date, zone);
      const shown = intlDate(start, zone);
      expect(shown === date || leftOut(date, shown)).toBe(true);
      expect(intlDate((start - 1) as Instant, zone) < date).toBe(true);
    }),
    {numRuns: 3000},
  );
});
