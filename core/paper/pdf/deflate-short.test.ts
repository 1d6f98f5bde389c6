import fc from 'fast-check';
import {unzlibSync} from 'fflate';
import {expect, test} from 'vitest';
import {utf8} from '../../lib/utf8.ts';
import {deflateShort} from './deflate-short.ts';

test('what was packed can be unpacked, whatever was packed before it', () => {
  const bytes = fc.oneof(
    fc.uint8Array({maxLength: 3000}),
    fc.uint8Array({maxLength: 3000, max: 2}),
    fc
      .array(fc.constantFrom('12 0 2.96 1 re\n', '<0001000200030004> Tj\n', 'x'), {maxLength: 400})
      .map((parts) => utf8(parts.join(''))),
  );
  fc.assert(
    fc.property(bytes, (data) => {
      expect(unzlibSync(deflateShort(data))).toEqual(data);
    }),
  );
});

test.each([0, 1, 2, 3, 4, 257, 258, 259, 300, 40_000, 70_000])('%i equal bytes can be unpacked', (length) => {
  const data = new Uint8Array(length).fill(65);
  expect(unzlibSync(deflateShort(data))).toEqual(data);
});

test('a repetition further back than a window is no repetition', () => {
  const data = Uint8Array.from({length: 100_000}, (_, at) => (at * 2_654_435_761) >>> 24);
  data.set(utf8('far away'), 10);
  data.set(utf8('far away'), 10 + 32_768);
  data.set(utf8('far away'), 10 + 2 * 32_768 + 1);
  expect(unzlibSync(deflateShort(data))).toEqual(data);
});

test('what repeats itself becomes short', () => {
  const data = utf8('12 0 2.96 1 re\n'.repeat(200));
  expect(deflateShort(data).length).toBeLessThan(80);
});
