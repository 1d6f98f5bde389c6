import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {fewLetters} from '../testing/things.ts';
import {fold} from './fold.ts';

test.each([
  ['Müller', 'muller'],
  ['MU\u0308LLER', 'muller'],
  ['Weiß', 'weiss'],
  ['WEIẞ', 'weiss'],
  ['ＴＥＡ　１２', 'tea 12'],
  ['ﾀﾅｶ', 'タナカ'],
  ['İstanbul', 'istanbul'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['οδός', 'οδοσ'],
  ['Łódź', 'łodz'],
  ['田中 千絵', '田中 千絵'],
])('%s is looked for as %s', (written, folded) => {
  expect(fold(written)).toBe(folded);
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test('whoever types a piece of a text finds it, wherever the piece is cut out', () => {
  const cut = fc.record({before: fewLetters, piece: fewLetters, after: fewLetters});
  fc.assert(
    fc.property(cut, ({before, piece, after}) => {
      expect(fold(before + piece + after)).toContain(fold(piece));
    }),
    {numRuns: 1000},
  );
});
