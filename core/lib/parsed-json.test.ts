import {expect, test} from 'vitest';
import {parsedJson, parsedJsonBytes} from './parsed-json.ts';

test.each([
  ['letters of two and four bytes', [0x22, 0xc3, 0xa9, 0xf0, 0x9f, 0x93, 0xa6, 0x22], 'é📦'],
  ['nothing', [], undefined],
  ['a mark at the beginning', [0xef, 0xbb, 0xbf, 0x31], undefined],
  ['a letter that was cut', [0x22, 0xc3, 0x22], undefined],
  ['a byte of no letter', [0xff], undefined],
  ['half an object', [0x7b], undefined],
])('%s as JSON', (_what, bytes, value) => {
  expect(parsedJsonBytes(Uint8Array.from(bytes))).toBe(value);
});

test('what is no JSON tells no value', () => {
  expect(['null', '{}', '{', ''].map(parsedJson)).toEqual([null, {}, undefined, undefined]);
});
