import fc from 'fast-check';
import {expect, test} from 'vitest';

import {
  askedSpan,
  baseOf,
  drawnHeight,
  drawnSpan,
  followed,
  heightMaxAt,
  isScaled,
  physicalMax,
  poolSize,
  revealingTop,
  seenSpan,
  topMax,
  toPhysical,
  toTop,
} from './window-math.ts';
import type {Space, Travel} from './window-math.ts';

const spaces: fc.Arbitrary<Space> = fc.record({
  rowHeight: fc.constantFrom(28, 36),
  total: fc.oneof(fc.integer({min: 0, max: 300}), fc.integer({min: 0, max: 1_000_000})),
  viewport: fc.integer({min: 40, max: 3000}),
  heightMax: fc.constantFrom(heightMaxAt(1), heightMaxAt(2), heightMaxAt(4)),
});
const travels = fc.constantFrom<Travel>(1, -1);
/** A space and a place in it, as a share of the way down. */
const places = fc.tuple(spaces, fc.double({min: 0, max: 1, noNaN: true}), travels);

const million: Space = {rowHeight: 28, total: 1_000_000, viewport: 840, heightMax: heightMaxAt(2)};

test('a list of 598,000 rows scrolls pixel for pixel, and one of 599,000 is scaled', () => {
  const scaled = [1, 598_000, 599_000, 1_000_000].map((total) => isScaled({...million, total}));
  expect(scaled).toEqual([false, false, true, true]);
});

test('no list is higher than an element can be', () => {
  fc.assert(
    fc.property(spaces, (space) => {
      expect(drawnHeight(space)).toBeLessThanOrEqual(space.heightMax);
    }),
  );
});

test('going to a place on the scrollbar and asking where that is leads back to the same place', () => {
  fc.assert(
    fc.property(places, ([space, share]) => {
      const top = share * topMax(space);
      expect(toTop(space, toPhysical(space, top))).toBeCloseTo(top, 4);
    }),
  );
});

test('both ends of the scrollbar are both ends of the list', () => {
  fc.assert(
    fc.property(spaces, (space) => {
      const ends = [toTop(space, 0), toTop(space, physicalMax(space))];
      expect(ends).toEqual([0, topMax(space)]);
    }),
  );
});

test('further down on the scrollbar is never further up in the list', () => {
  fc.assert(
    fc.property(spaces, fc.nat(20_000_000), fc.nat(20_000_000), (space, a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      expect(toTop(space, less)).toBeLessThanOrEqual(toTop(space, more));
    }),
  );
});

test('a small step in a list of a million moves exactly its pixels, a long one goes where the scrollbar points', () => {
  const was = {top: 14_000_000, physical: toPhysical(million, 14_000_000)};
  const steps = [100, -839, 900_000].map((step) => Math.round(followed(million, was, was.physical + step)));
  expect(steps).toEqual([14_000_100, 13_999_161, Math.round(toTop(million, was.physical + 900_000))]);
});

test('reaching an end of the scrollbar by a small step still reaches the end of the list', () => {
  const near = {top: 5000, physical: 50};
  expect(followed(million, near, 0)).toBe(0);
});

test('every row in sight is drawn, and no two of the drawn rows share a slot', () => {
  fc.assert(
    fc.property(places, ([space, share, travel]) => {
      const top = share * topMax(space);
      const drawn = drawnSpan(space, top, travel);
      const first = Math.floor(top / space.rowHeight);
      const last = Math.min(space.total, Math.ceil((top + space.viewport) / space.rowHeight));
      expect(drawn.from).toBeLessThanOrEqual(first);
      expect(drawn.to).toBeGreaterThanOrEqual(last);
      expect(drawn.to - drawn.from).toBeLessThanOrEqual(poolSize(space));
    }),
  );
});

test('every drawn row has been asked for', () => {
  fc.assert(
    fc.property(places, ([space, share, travel]) => {
      const top = share * topMax(space);
      const [drawn, asked] = [drawnSpan(space, top, travel), askedSpan(space, top, travel)];
      expect([asked.from <= drawn.from, asked.to >= drawn.to]).toEqual([true, true]);
    }),
  );
});

test('a list at its top asks for the same few rows, however many there are', () => {
  const asked = [0, 3, 200, 1_000_000].map((total) => askedSpan({...million, total}, 0, 1));
  expect(asked).toEqual([0, 3, 200, 1_000_000].map(() => ({from: 0, to: 64})));
});

test('more rows are kept ready where scrolling goes than where it comes from', () => {
  const spans = ([1, -1] as const).map((travel) => drawnSpan(million, 28_000, travel));
  expect(spans).toEqual([
    {from: 996, to: 1043},
    {from: 988, to: 1035},
  ]);
});

test('rows are placed so near their base that a float of 24 bits is exact', () => {
  fc.assert(
    fc.property(places, ([space, share, travel]) => {
      const drawn = drawnSpan(space, share * topMax(space), travel);
      expect((drawn.to - baseOf(drawn)) * space.rowHeight).toBeLessThan(2 ** 24);
    }),
  );
});

test('revealing a row shows all of it and moves no further than it must', () => {
  fc.assert(
    fc.property(places, fc.nat(999_999), ([space, share], n) => {
      fc.pre(space.total > 0);
      const index = n % space.total;
      const before = share * topMax(space);
      const after = revealingTop(space, before, index);
      const seen = seenSpan(space, after);
      expect(seen.from).toBeLessThanOrEqual(index);
      expect(seen.to).toBeGreaterThan(index);
      const wasSeen = index * space.rowHeight >= before && (index + 1) * space.rowHeight <= before + space.viewport;
      if (wasSeen) expect(after).toBe(before);
    }),
  );
});
