import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  type LocalDate,
  addDays,
  dateOfDay,
  dateParts,
  dayNumber,
  daysBetween,
  firstDay,
  lastDay,
  localDate,
  monthStart,
  weekStart,
} from './local-date.ts';

const on = (text: string) => text as LocalDate;
const anyDay = fc.oneof(fc.integer({min: firstDay, max: lastDay}), fc.integer({min: -30_000, max: 50_000}));

const calendar = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** What the host's own calendar says about a day. */
function intlDay(day: number) {
  const parts = Object.fromEntries(calendar.formatToParts(day * 86_400_000).map(({type, value}) => [type, value]));
  return {
    date: {year: Number(parts['year']), month: Number(parts['month']), day: Number(parts['day'])},
    weekday: parts['weekday'],
  };
}

test('a date is written YYYY-MM-DD and exists', () => {
  const texts = ['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'];

  expect(texts.map((text) => localDate(text))).toEqual(texts.map((value) => ({ok: true, value})));
});

test('a date in another form, or one that never was, is refused', () => {
  const neverWere = ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01'];
  const otherForms = ['', '2026-1-1', '2026/01/01', '26-01-01', '2026-01-01T00:00', '2026-01-01\n', '12026-01-01'];
  const texts = [...neverWere, ...otherForms];
  const refused = {ok: false, fault: {code: 'time.not_a_date', values: {}}};

  expect(texts.map((text) => localDate(text))).toEqual(texts.map(() => refused));
});

test('days are counted from 1970-01-01', () => {
  const dates = ['1970-01-01', '1969-12-31', '1970-01-02', '2000-03-01', '2026-03-02', '0001-01-01', '9999-12-31'];

  expect(dates.map((date) => dayNumber(on(date)))).toEqual([0, -1, 1, 11017, 20514, firstDay, lastDay]);
});

test('every day has the date that the calendar of the host gives it, and leads back to it', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = dateOfDay(day);
      expect({parts: dateParts(date), back: dayNumber(date), read: localDate(date)}).toEqual({
        parts: intlDay(day).date,
        back: day,
        read: {ok: true, value: date},
      });
    }),
    {numRuns: 2000},
  );
});

test('later dates sort after earlier ones, as text too', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      expect(dateOfDay(a) < dateOfDay(b)).toBe(a < b);
    }),
  );
});

test('days are added across months, leap days and years, and counted back', () => {
  expect([
    addDays(on('2024-02-28'), 1),
    addDays(on('2023-02-28'), 1),
    addDays(on('2025-12-31'), 1),
    addDays(on('2026-01-01'), -1),
    daysBetween({from: on('2024-01-01'), to: on('2025-01-01')}),
    daysBetween({from: on('2026-03-02'), to: on('2026-03-01')}),
  ]).toEqual(['2024-02-29', '2023-03-01', '2026-01-01', '2025-12-31', 366, -1]);
});

test('a week starts on the Monday on or before the date', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const monday = dayNumber(weekStart(dateOfDay(day)));
      expect({weekday: intlDay(monday).weekday, within: day - monday >= 0 && day - monday < 7}).toEqual({
        weekday: 'Mon',
        within: true,
      });
    }),
  );
  expect([weekStart(on('2026-03-01')), weekStart(on('2026-03-02'))]).toEqual(['2026-02-23', '2026-03-02']);
});

test('a month starts on its first day', () => {
  expect([monthStart(on('2026-03-31')), monthStart(on('2026-03-01'))]).toEqual(['2026-03-01', '2026-03-01']);
});

test('there is no day after the last date', () => {
  expect(() => addDays(on('9999-12-31'), 1)).toThrow('years 1 to 9999');
  expect(() => dateOfDay(0.5)).toThrow('years 1 to 9999');
});
