import {expect, test} from 'vitest';
import {dice} from '../lib/dice.ts';
import {type LocalDate, dayNumber} from '../time/local-date.ts';
import {demand} from './demand.ts';

const first = dayNumber('2026-01-01' as LocalDate);
const last = dayNumber('2026-12-31' as LocalDate);
const {at} = demand(dice('demand'), {first, last});

function noonOf(date: string): number {
  return at(dayNumber(date as LocalDate) * 24 + 12, 0);
}

test('Black Friday beats every day around it, and Christmas Day is quiet', () => {
  const november = Array.from({length: 30}, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`);
  const best = november.toSorted((a, b) => noonOf(b) - noonOf(a)).slice(0, 2);

  expect(best.toSorted()).toEqual(['2026-11-27', '2026-11-30']);
  expect(noonOf('2026-12-25')).toBeLessThan(noonOf('2026-12-10') / 2);
});

test('everyone sleeps by their own clock', () => {
  const hour = dayNumber('2026-05-06' as LocalDate) * 24 + 2;

  expect(at(hour, 0)).toBeLessThan(at(hour, 9) / 5);
  expect(at(hour, 9)).toBe(at(hour + 9, 0));
});
