import {expect, test} from 'vitest';
import {bundledFonts} from '../../../tools/paper/shelf.ts';
import type {Voice} from '../fonts/faces.ts';
import {type Cluster, asSeen} from './cluster.ts';
import {setText} from './set-text.ts';

const voice: Voice = {weight: 'regular', han: 'chinese'};

async function set(text: string, as: Voice = voice) {
  const fonts = await bundledFonts().fontsFor([text], as.han);
  return setText(text, as, fonts);
}

/** What is seen from left to right. */
async function seen(text: string): Promise<string> {
  const done = await set(text);
  return done.ok
    ? asSeen(done.value.clusters)
        .map((cluster) => cluster.text)
        .join('')
    : done.fault.code;
}

async function clusters(text: string, as: Voice = voice): Promise<readonly Cluster[]> {
  const done = await set(text, as);
  return done.ok ? done.value.clusters : [];
}

test.each([
  ['Jörg 12', 'Jörg 12'],
  ['הרצל 12', '12 לצרה'],
  ['שדרות רוטשילד 12-14, דירה 3', '3 הריד ,12-14 דלישטור תורדש'],
  ['Herzl St 12 רחוב הרצל', 'Herzl St 12 לצרה בוחר'],
])('%j is seen as %j: a house number stays what it is', async (text, picture) => {
  expect(await seen(text)).toBe(picture);
});

test('an Arabic street is seen from right to left, its number from left to right', async () => {
  expect((await seen('شارع الملك 12')).startsWith('12 ')).toBe(true);
});

test('brackets turn round with the text, and say what they said', async () => {
  const [open, , close] = await clusters('(א)');
  const [left] = await clusters('(');
  const [right] = await clusters(')');
  expect([open?.glyphs[0]?.glyph, close?.glyphs[0]?.glyph]).toEqual([right?.glyphs[0]?.glyph, left?.glyphs[0]?.glyph]);
  expect([open?.text, open?.glyphs[0]?.text, close?.text]).toEqual(['(', '(', ')']);
});

test('Arabic letters join: one letter has four forms', async () => {
  const forms = await clusters('ععع ع');
  expect(new Set(forms.filter(({text}) => text === 'ع').map(({glyphs}) => glyphs[0]?.glyph)).size).toBe(4);
});

test('marks of Thai and of Latin letters stand with their letter', async () => {
  expect((await clusters('ที่')).map(({text, glyphs}) => [text, glyphs.length])).toEqual([['ที่', 3]]);
  const [x] = await clusters('x\u0302');
  expect([x?.text, x?.glyphs.length]).toEqual(['x\u0302', 2]);
});

test.each([
  ['Ł', 'sans'],
  ['ỗ', 'sans'],
  ['Щ', 'sans'],
  ['ή', 'sans'],
  ['李', 'chinese'],
  ['한', 'korean'],
  ['か', 'chinese'],
  ['ก', 'thai'],
  ['ש', 'hebrew'],
  ['ش', 'arabic'],
])('%s is drawn by %s', async (letter, face) => {
  expect((await clusters(letter)).map((cluster) => cluster.face)).toEqual([face]);
});

test('one Han character is drawn as its country draws it, and in one line Hangul and Polish come from other fonts', async () => {
  expect((await clusters('Ł骨한', {weight: 'bold', han: 'japanese'})).map(({face}) => face)).toEqual([
    'sansBold',
    'japanese',
    'korean',
  ]);
});

test.each([
  ['Jörg 🌿', '🌿 (U+1F33F)'],
  ['🌿 and 🐟🌿', '🌿 (U+1F33F), 🐟 (U+1F41F)'],
  ['\ud800', '\ufffd (U+D800)'],
  ['ཀ', 'ཀ (U+0F40)'],
])('%j is a fault with the letters that no font has: %s', async (text, letters) => {
  expect(await set(text)).toEqual({ok: false, fault: {code: 'paper.glyph_missing', values: {letters}}});
});

test('what was set before changes nothing', async () => {
  const before = await clusters('骨');
  await clusters('骨한', {weight: 'regular', han: 'korean'});
  expect(await clusters('骨')).toEqual(before);
});
