import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Cluster} from './cluster.ts';
import {wrap, wrapEvenly} from './wrap.ts';

/** Every character one em wide. */
function clusters(text: string): readonly Cluster[] {
  return Array.from(text, (character) => ({text: character, face: 'sans', advanceEm: 1, glyphs: [], level: 0}));
}

function lines(text: string, maxEm: number, how = wrap): readonly string[] {
  return how(clusters(text), maxEm).map((line) => line.map((cluster) => cluster.text).join(''));
}

test.each<[text: string, maxEm: number, lines: readonly string[]]>([
  ['Am Markt 1', 10, ['Am Markt 1']],
  ['Am alten Markt', 8, ['Am alten', 'Markt']],
  ['Bad Klein-Au', 9, ['Bad', 'Klein-Au']],
  ['Klein-Gallentin', 9, ['Klein-', 'Gallentin']],
  ['Donaudampfschiff', 7, ['Donauda', 'mpfschi', 'ff']],
  ['東京都渋谷区', 4, ['東京都渋', '谷区']],
  ['東京（渋谷）、神宮', 3, ['東京', '（渋', '谷）、', '神宮']],
  ['グリーンハイツ', 2, ['グ', 'リー', 'ンハ', 'イツ']],
])('%s in %i ems', (text, maxEm, expected) => {
  expect(lines(text, maxEm)).toEqual(expected);
});

test('a wrapped line leaves no lonely word at the end when it can be shared', () => {
  expect(lines('Straße am alten Bahnhof 127 a', 27, wrapEvenly)).toEqual(['Straße am alten', 'Bahnhof 127 a']);
});

test('wrapping loses nothing but spaces, and no line is too wide', () => {
  const word = fc.string({unit: fc.constantFrom('a', 'b', '-', '東', 'ー', '（', '。'), minLength: 1, maxLength: 12});
  fc.assert(
    fc.property(fc.array(word, {minLength: 1, maxLength: 8}), fc.integer({min: 1, max: 20}), (words, maxEm) => {
      const text = words.join(' ');
      for (const how of [wrap, wrapEvenly]) {
        const wrapped = lines(text, maxEm, how);
        expect(wrapped.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(Math.max(...wrapped.map((line) => line.length))).toBeLessThanOrEqual(maxEm);
      }
    }),
  );
});
