import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Bounds, placeWindow} from './window-bounds.ts';

const laptop: Bounds = {x: 0, y: 25, width: 1440, height: 875};
const screen: Bounds = {x: 1440, y: 0, width: 2560, height: 1400};

describe('where a window opens', () => {
  it.each<[string, Bounds | null, Bounds]>([
    ['for the first time: in the middle', null, {x: 0, y: 25, width: 1440, height: 875}],
    ['where it was', {x: 1600, y: 100, width: 1200, height: 800}, {x: 1600, y: 100, width: 1200, height: 800}],
    [
      'in the middle, when its display is gone',
      {x: 5000, y: 100, width: 1200, height: 800},
      {x: 120, y: 63, width: 1200, height: 800},
    ],
    ['no larger than its display', {x: 10, y: 30, width: 4000, height: 3000}, {x: 10, y: 30, width: 1440, height: 875}],
    [
      'no smaller than an order needs',
      {x: 1600, y: 100, width: 500, height: 400},
      {x: 1600, y: 100, width: 900, height: 600},
    ],
    [
      'with its title bar below the edge of the display',
      {x: 20, y: 0, width: 1000, height: 700},
      {x: 20, y: 25, width: 1000, height: 700},
    ],
  ])('%s', (_name, remembered, expected) => {
    const place = placeWindow(remembered, [laptop, screen]);

    expect(place).toEqual(expected);
  });

  it('can always be reached with a pointer', () => {
    const number = fc.integer({min: -20_000, max: 20_000});
    const size = fc.integer({min: 0, max: 20_000});
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const place = placeWindow({x, y, width, height}, [laptop, screen]);
        const reachable = [laptop, screen].some(
          (area) =>
            place.y >= area.y &&
            place.y + 40 <= area.y + area.height &&
            Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x) >= 120,
        );
        expect(reachable).toBe(true);
      }),
    );
  });
});
