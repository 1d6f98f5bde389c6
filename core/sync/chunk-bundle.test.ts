import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {bundleBytesMax, bundleLength, bundleType, bundled, unbundled} from './chunk-bundle.ts';

const chunk = fc.uint8Array({maxLength: 20});

test('chunks that travel together come out as they went in, empty ones too', () => {
  fc.assert(
    fc.property(fc.array(chunk, {maxLength: 9}), (chunks) => {
      expect(unbundled(bundled(chunks), chunks.length)?.map((one) => [...one])).toEqual(chunks.map((one) => [...one]));
    }),
  );
});

test('a bundle that was cut, is too long, has others than were asked for or is none at all is refused', () => {
  const two = bundled([Uint8Array.of(1, 2), Uint8Array.of(3)]);
  const wrong = [
    two.subarray(0, -1),
    Uint8Array.of(...two, 0),
    two.subarray(0, 6),
    Uint8Array.of(255, 255, 255, 255, 1),
  ];
  expect([...wrong.map((one) => unbundled(one, 2)), unbundled(two, 1), unbundled(two, 3)]).toEqual(
    Array.from({length: 6}, () => undefined),
  );
});

test('garbage never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 60}), fc.nat(9), (bytes, count) => {
      const found = unbundled(new Uint8Array(bytes), count);
      expect(found === undefined || bundled(found).length === bytes.length).toBe(true);
    }),
  );
});

test.each([
  ['eight small ones', Array.from({length: 20}, () => 256_000), 8],
  ['as many as there are', [1, 2], 2],
  ['what fits into 4 MB', [bundleBytesMax - 10, 10, 1], 2],
  ['a larger one alone', [bundleBytesMax * 9, 1], 1],
  ['none of none', [], 0],
])('together travel %s', (_what, sizes, count) => {
  expect(bundleLength(sizes.map((bytes) => ({bytes})))).toBe(count);
});

test('a bundle calls itself as desks of every version know it', () => {
  expect(bundleType).toBe('application/vnd.tradewind.chunks');
});
