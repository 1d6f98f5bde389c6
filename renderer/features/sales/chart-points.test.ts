import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {type LocalDate, addDays} from '#core/time/local-date.ts';
import {chartPoints} from './chart-points.ts';

const monday = '2026-03-02' as LocalDate;

function daysFrom(first: LocalDate, nets: readonly number[]) {
  return nets.map((netMinor, at) => {
    return {day: addDays(first, at), orders: 1, soldMinor: netMinor, refundedMinor: 0, netMinor};
  });
}

test('up to 180 days are drawn as days, more as weeks from Monday', () => {
  const ones = (count: number): readonly number[] => Array.from({length: count}, () => 1);
  const days = chartPoints(daysFrom(monday, ones(180)));
  const weeks = chartPoints(daysFrom(addDays(monday, 6), ones(181)));
  expect([days.weekly, days.points.length, weeks.weekly, weeks.points.slice(0, 3)]).toEqual([
    false,
    180,
    true,
    [
      {day: monday, netMinor: 1},
      {day: addDays(monday, 7), netMinor: 7},
      {day: addDays(monday, 14), netMinor: 7},
    ],
  ]);
});

test('no amount is lost between the table and the chart', () => {
  const nets = fc.array(fc.integer({min: -1_000_000, max: 1_000_000}), {maxLength: 600, size: 'max'});
  fc.assert(
    fc.property(nets, (amounts) => {
      const sum = (list: readonly {readonly netMinor: number}[]): number =>
        list.reduce((all, one) => all + one.netMinor, 0);
      expect(sum(chartPoints(daysFrom(monday, amounts)).points)).toBe(sum(daysFrom(monday, amounts)));
    }),
  );
});
