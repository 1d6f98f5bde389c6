import {expect, test} from 'vitest';
import {freeOf, lowBytes, noneBytes, reserveStep, spaceOf} from './free-space.ts';

test.each([
  [undefined, false, 'unknown', 'leave'],
  [lowBytes, false, 'plenty', 'make'],
  [lowBytes, true, 'plenty', 'leave'],
  [lowBytes - 1, false, 'low', 'leave'],
  [lowBytes - 1, true, 'low', 'leave'],
  [noneBytes, true, 'low', 'leave'],
  [noneBytes - 1, true, 'none', 'letGo'],
  [noneBytes - 1, false, 'none', 'leave'],
  [0, false, 'none', 'leave'],
] as const)(
  'with %s bytes free and a reserve %s there is %s room, and the reserve: %s',
  (free, isMade, state, step) => {
    const space = spaceOf(free);
    expect([space.state, reserveStep(space, isMade)]).toEqual([state, step]);
  },
);

test('of disk and quota the one that is exhausted first counts, and none below nothing', () => {
  expect([freeOf([5, 3]), freeOf([undefined, 4]), freeOf([undefined, undefined]), freeOf([-2, 9])]).toEqual([
    3,
    4,
    undefined,
    0,
  ]);
});
