import fc from 'fast-check';
import {expect, test} from 'vitest';
import {nearestWords, phraseOf, readPhrase} from './recovery-phrase.ts';

const known = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const knownBytes = new Uint8Array(16).fill(0x7f);

test('every sixteen bytes come back from their words, in both languages', () => {
  const entropy = fc.uint8Array({minLength: 16, maxLength: 16});
  fc.assert(
    fc.property(entropy, fc.constantFrom('en' as const, 'zh-CN' as const), (bytes, language) => {
      expect(readPhrase(phraseOf(bytes, language))).toEqual({ok: true, value: bytes});
    }),
  );
});

test('a phrase is read however it was typed', () => {
  const chinese = phraseOf(knownBytes, 'zh-CN');
  const ways = [known, known.toUpperCase(), ` ${known.replaceAll(' ', '\u3000\n ')}  `, known.replaceAll(' ', ', ')];
  const read = [...ways, chinese, chinese.replaceAll(' ', ''), chinese.replaceAll(' ', '\u3001')].map(readPhrase);
  expect(read).toEqual(read.map(() => ({ok: true, value: knownBytes})));
});

test.each([
  ['a word that is none', known.replace('sausage', 'susage'), 'backups.word_unknown', {position: 6}],
  ['eleven words', known.replace('legal ', ''), 'backups.words_missing', {count: 11, expected: 12}],
  ['nothing', '  ', 'backups.words_missing', {count: 0, expected: 12}],
  ['two words in each other\u2019s place', known.replace('wave sausage', 'sausage wave'), 'backups.words_disagree', {}],
  [
    'a Chinese sign that is no word',
    `\u9F98${phraseOf(knownBytes, 'zh-CN').slice(1)}`,
    'backups.word_unknown',
    {position: 1},
  ],
])('%s is refused, and never told itself', (_, typed, code, values) => {
  expect(readPhrase(typed)).toEqual({ok: false, fault: {code, values}});
});

test('for a mistyped word the nearest are offered', () => {
  const typed = 'lagel winnr thnak';
  expect([1, 2, 3, 4].map((position) => nearestWords(typed, position)[0])).toEqual([
    'label',
    'winner',
    'thank',
    undefined,
  ]);
});
