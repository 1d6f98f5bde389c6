import fc from 'fast-check';
import {expect, test} from 'vitest';
import {businessDay, businessDays, startOfBusinessDay} from './business-day.ts';
import type {Instant} from './instant.ts';
import {type LocalDate, addDays, dayNumber} from './local-date.ts';
import {type ZoneId, localDateAt} from './zone.ts';

const berlin = 'Europe/Berlin' as ZoneId;
const at = (iso: string) => Date.parse(iso) as Instant;

test('an order at 03:59 belongs to the day before when the day begins at 4', () => {
  const instants = ['2026-03-02T02:59:59.999Z', '2026-03-02T03:00Z'].map(at);

  expect(instants.map((instant) => businessDay(instant, {zone: berlin, startsAtHour: 4}))).toEqual([
    '2026-03-01',
    '2026-03-02',
  ]);
});

test('a day that begins at the hour which summer time skips begins right after it', () => {
  const dayBreak = {zone: berlin, startsAtHour: 2};

  expect([
    businessDay(at('2026-03-29T00:59:59.999Z'), dayBreak),
    businessDay(at('2026-03-29T01:00Z'), dayBreak),
    startOfBusinessDay('2026-03-29' as LocalDate, dayBreak),
  ]).toEqual(['2026-03-28', '2026-03-29', at('2026-03-29T01:00Z')]);
});

test('a day that begins at midnight is the calendar day', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: at('2100-01-01T00:00Z')}), (ms) => {
      const instant = ms as Instant;
      expect(businessDay(instant, {zone: berlin, startsAtHour: 0})).toBe(localDateAt(instant, berlin));
    }),
  );
});

test('every instant lies between the start of its business day and the start of the next', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Pacific/Auckland',
  ] as ZoneId[];
  const dayBreak = fc.record({zone: fc.constantFrom(...zones), startsAtHour: fc.integer({min: 0, max: 23})});

  fc.assert(
    fc.property(fc.integer({min: 0, max: at('2100-01-01T00:00Z')}), dayBreak, (ms, dayBreak) => {
      const date = businessDay(ms as Instant, dayBreak);
      expect({
        column: businessDays(dayBreak)(ms as Instant),
        begun: startOfBusinessDay(date, dayBreak) <= ms,
        over: startOfBusinessDay(addDays(date, 1), dayBreak) <= ms,
      }).toEqual({column: dayNumber(date), begun: true, over: false});
    }),
    {numRuns: 1000},
  );
});

test('a day begins at a full hour', () => {
  expect(() => businessDay(at('2026-03-02T00:00Z'), {zone: berlin, startsAtHour: 24})).toThrow('full hour');
  expect(() => businessDay(at('2026-03-02T00:00Z'), {zone: berlin, startsAtHour: 4.5})).toThrow('full hour');
});
