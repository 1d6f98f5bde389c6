import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cachedOffsets} from './zone-offsets.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A zone whose clock goes forward at each odd change and back at each even one. */
function zoneWith(changes: readonly number[]) {
  let asked = 0;
  return {
    asked: () => asked,
    measure: (utcMs: number) => {
      asked += 1;
      return changes.filter((change) => change <= utcMs).length % 2 === 1 ? 2 * hourMs : hourMs;
    },
  };
}

/** Changes on whole seconds, never closer than the tz database has them. */
const anyChanges = fc
  .array(fc.integer({min: Math.ceil((6.9 * dayMs) / 1000), max: (400 * dayMs) / 1000}), {maxLength: 20})
  .map((gaps) => gaps.reduce<number[]>((changes, gap) => [...changes, (changes.at(-1) ?? -9e10) + gap * 1000], []));

test('an offset found in the cache is the one the zone has, to the millisecond around every change', () => {
  fc.assert(
    fc.property(anyChanges, fc.array(fc.integer({min: -1e11, max: 2e11})), (changes, elsewhere) => {
      const zone = zoneWith(changes);
      const cached = cachedOffsets(zone.measure);
      const moments = [...changes.flatMap((change) => [change - 1, change, change + 1]), ...elsewhere];
      expect(moments.map(cached)).toEqual(moments.map(zone.measure));
    }),
  );
});

test('200,000 orders over a year ask the zone fewer than 250 times', () => {
  const zone = zoneWith([90 * dayMs, 300 * dayMs]);
  const cached = cachedOffsets(zone.measure);
  for (let order = 0; order < 200_000; order += 1) cached((order * 7919 * 60_000) % (365 * dayMs));

  expect(zone.asked()).toBeLessThan(250);
});
