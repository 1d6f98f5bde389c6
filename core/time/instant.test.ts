import {expect, test} from 'vitest';
import {type Instant, instant} from './instant.ts';
import {firstDay, lastDay} from './local-date.ts';
import {type ZoneId, localDateAt} from './zone.ts';

const dayMs = 86_400_000;
const earliest = (firstDay + 1) * dayMs;
const latest = lastDay * dayMs - 1;

test('an instant is a whole number of milliseconds within the years that dates have', () => {
  const given = [0, -0, 1_772_409_600_123, earliest, latest, earliest - 1, latest + 1, 0.5, Number.NaN, Infinity];
  const refused = {ok: false, fault: {code: 'time.not_an_instant', values: {}}};

  expect(given.map((ms) => instant(ms))).toEqual([
    ...[0, 0, 1_772_409_600_123, earliest, latest].map((value) => ({ok: true, value})),
    ...Array<unknown>(5).fill(refused),
  ]);
});

test('the first and the last instant have a date in the zones furthest from UTC', () => {
  const dates = ['Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Manila'].flatMap((zone) =>
    [earliest, latest].map((ms) => localDateAt(ms as Instant, zone as ZoneId)),
  );

  expect(dates).toEqual(['0001-01-01', '9999-12-31', '0001-01-01', '9999-12-30', '0001-01-01', '9999-12-31']);
});
