import {expect, test} from 'vitest';
import {ageOf, formatMoment} from './moments.ts';

const now = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  ['half a minute ago', -0.5 * minute, {unit: 'now', count: 0, ahead: false}],
  ['59 minutes ago', -59.9 * minute, {unit: 'minutes', count: 59, ahead: false}],
  ['two hours ago', -2 * hour, {unit: 'hours', count: 2, ahead: false}],
  ['a day and a half ago', -36 * hour, {unit: 'hours', count: 36, ahead: false}],
  ['two days ago', -2 * day, {unit: 'days', count: 2, ahead: false}],
  ['in three hours', 3 * hour, {unit: 'hours', count: 3, ahead: true}],
  ['six weeks ago', -42 * day, null],
])('%s', (_what, awayMs, age) => {
  expect(ageOf(now + awayMs, now)).toEqual(age);
});

test('a date is written as the language does, in the zone it is asked for', () => {
  const lateInBerlin = Date.UTC(2026, 10, 20, 23, 30);
  expect([
    formatMoment('en', lateInBerlin, 'date', 'Europe/Berlin'),
    formatMoment('en', lateInBerlin, 'date', 'America/New_York'),
    formatMoment('zh-CN', lateInBerlin, 'date', 'Asia/Shanghai'),
  ]).toEqual(['Nov 21, 2026', 'Nov 20, 2026', '2026年11月21日']);
});
