import fc from 'fast-check';
import {expect, test} from 'vitest';
import {dice} from '../lib/dice.ts';
import type {Instant} from '../time/instant.ts';
import {arrivals} from './arrivals.ts';

const from = Date.UTC(2026, 0, 1) as Instant;
const hourMs = 3_600_000;
const steady = {at: () => 1};
const groups = [
  {offsetHours: 0, weight: 3},
  {offsetHours: 9, weight: 1},
];

test('exactly as many orders arrive as were asked for, in order, within the span', () => {
  fc.assert(
    fc.property(
      fc.integer({min: 0, max: 300}),
      fc.integer({min: 1, max: 90 * hourMs}),
      fc.string(),
      (count, length, seed) => {
        const until = (from + length) as Instant;
        const times = [...arrivals(steady, {from, until}, groups).each(dice(seed), count)].map(
          ({orderedAt}) => orderedAt,
        );

        expect(times.length).toBe(count);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(times.every((time) => time >= from && time < until && Number.isInteger(time))).toBe(true);
      },
    ),
    {numRuns: 60},
  );
});

test('the share that falls after an instant shrinks from all to none', () => {
  const coming = arrivals(steady, {from, until: (from + 2.5 * hourMs) as Instant}, groups);
  const sharesAfter = [-1, 0, 0.5, 1.25, 2, 2.25, 2.5].map((hours) =>
    coming.shareAfter((from + hours * hourMs) as Instant),
  );

  expect(sharesAfter.map((share) => Math.round(share * 1000))).toEqual([1000, 1000, 800, 500, 200, 100, 0]);
});

test('groups order as often as they weigh', () => {
  const until = (from + 400 * hourMs) as Instant;
  const all = [...arrivals(steady, {from, until}, groups).each(dice('groups'), 8000)];
  const far = all.filter(({group}) => group.offsetHours === 9).length;

  expect(Math.abs(far - 2000)).toBeLessThan(160);
});
