import {expect, test} from 'vitest';
import type {Instant} from '../time/instant.ts';
import type {ZoneId} from '../time/zone.ts';
import {type Shelved, lettingGo} from './retention.ts';
import {freeName, nameOfFile, snapshotName} from './snapshot-name.ts';

const berlin = {zone: 'Europe/Berlin' as ZoneId, startsAtHour: 0};
const hour = 3_600_000;

function at(text: string): Instant {
  return Date.parse(text) as Instant;
}

function made(text: string, bytes = 1): Shelved {
  return {name: text, madeAt: at(text), bytes};
}

/** A day at noon each, so many before 28 November 2026, a Saturday. */
function daysBefore(...days: readonly number[]): readonly Shelved[] {
  return days.map((day) => ({...made('2026-11-28T12:00Z'), name: String(day), madeAt: dayBefore(day)}));
}

function dayBefore(days: number): Instant {
  return (at('2026-11-28T12:00Z') - days * 24 * hour) as Instant;
}

const sixty = Array.from({length: 60}, (_, day) => day);

test.each([
  {title: 'nothing of nothing', shelf: [], stay: []},
  {
    title: 'a lone one, however old and large',
    shelf: [{...made('2020-01-01T00:00Z', 9e12), name: 'old'}],
    stay: ['old'],
  },
  {title: 'seven days, and the last of the weeks before', shelf: daysBefore(...sixty), stay: '0 1 2 3 4 5 6 13 20'},
  {
    title: 'seven days that have one, with gaps',
    shelf: daysBefore(0, 30, 31, 60, 90, 91, 92, 93, 120),
    stay: '0 30 31 60 90 91 92',
  },
])('of a shelf stay: $title', ({shelf, stay}) => {
  const going = new Set(lettingGo(shelf, berlin));
  const names = typeof stay === 'string' ? stay.split(' ') : stay;
  expect(shelf.map(({name}) => name).filter((name) => !going.has(name))).toEqual(names);
});

test('of one day the last stays, and a day ends at midnight in the zone of the shop', () => {
  const shelf = [
    made('2026-11-27T21:00Z'),
    made('2026-11-27T22:59Z'),
    made('2026-11-27T23:00Z'),
    made('2026-11-28T08:00Z'),
  ];
  const tokyo = {zone: 'Asia/Tokyo' as ZoneId, startsAtHour: 0};
  expect([lettingGo(shelf, berlin), lettingGo(shelf, tokyo)]).toEqual([
    ['2026-11-27T23:00Z', '2026-11-27T21:00Z'],
    ['2026-11-27T23:00Z', '2026-11-27T22:59Z', '2026-11-27T21:00Z'],
  ]);
});

test('beyond the budget the oldest go first, and the newest never', () => {
  const shelf = daysBefore(0, 1, 2, 3).map((one) => ({...one, bytes: 10}));
  expect([40, 39, 20, 5].map((budget) => lettingGo(shelf, berlin, budget))).toEqual([
    [],
    ['3'],
    ['2', '3'],
    ['1', '2', '3'],
  ]);
});

test('a snapshot is named by the second in which it was made, and a second one of it gets a name of its own', () => {
  const madeAt = at('2026-11-28T18:15:00.250Z');
  const name = snapshotName(madeAt);
  const second = freeName(madeAt, new Set([name]));
  expect([name, second, nameOfFile(`${second}.tws`), nameOfFile('20261128t181500z.ok')]).toEqual([
    '20261128t181500z',
    '20261128t181500z-2',
    '20261128t181500z-2',
    undefined,
  ]);
});
