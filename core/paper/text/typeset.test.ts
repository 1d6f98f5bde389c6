import {expect, test} from 'vitest';
import {bundledFonts} from '../../../tools/paper/shelf.ts';
import {mmPerPt} from '../page.ts';
import {type TextBox, typeset} from './typeset.ts';

const box: TextBox = {part: 'shipTo', leftMm: 10, topMm: 20, widthMm: 60, heightMm: 30, sizeMinPt: 7};
const style = {weight: 'regular', sizePt: 12} as const;

async function lines(texts: readonly string[], change: Partial<TextBox> = {}) {
  const fonts = await bundledFonts().fontsFor(texts, 'chinese');
  const set = typeset(
    {...box, ...change},
    texts.map((text) => ({style, text})),
    {fonts, han: 'chinese'},
  );
  return set.ok
    ? set.value.map(({text, sizePt}) => `${sizePt} ${text}`)
    : [`${set.fault.code} ${set.fault.values['part']}`];
}

test('a text that has room is as large as it wishes', async () => {
  expect(await lines(['Jörg Groß'])).toEqual(['12 Jörg Groß']);
});

test('a text that is too wide shrinks first, then wraps, then is a fault', async () => {
  expect(await lines(['Donaudampfschifffahrtsgesell'])).toEqual(['11.75 Donaudampfschifffahrtsgesell']);
  expect(await lines(['Ulica Marszałkowska 100 mieszkanie 4 klatka 2'])).toEqual([
    '10 Ulica Marszałkowska 100',
    '10 mieszkanie 4 klatka 2',
  ]);
  expect(await lines(['Ulica Marszałkowska '.repeat(40)])).toEqual(['paper.text_too_long shipTo']);
});

test('Thai is broken between words, Arabic at spaces', async () => {
  const thai = await lines(['ถนนสุขุมวิทแขวงคลองเตยกรุงเทพมหานครประเทศไทย'], {widthMm: 40});
  expect(thai.length).toBe(2);
  expect(thai[1]).toMatch(/ (ประเทศ|กรุงเทพ|เตย|คลองเตย|มหานคร|แขวง)/u);
  const arabic = await lines(['شارع الملك فهد مبنى رقم 12 الطابق الثالث'], {widthMm: 30});
  expect(arabic.map((line) => line.replace(/^\S+ /, '')).join(' ')).toBe('شارع الملك فهد مبنى رقم 12 الطابق الثالث');
});

test('a block begins on the side where its first line begins', async () => {
  const fonts = await bundledFonts().fontsFor(['רחוב', 'x'], 'chinese');
  const set = typeset(
    box,
    [
      {style, text: 'רחוב הרצל 12'},
      {style, text: 'ISRAEL'},
    ],
    {fonts, han: 'chinese'},
  );
  expect(set.ok && set.value.map(({leftMm, widthMm}) => Math.round((leftMm + widthMm) * 100) / 100)).toEqual([70, 70]);
});

test('no line leaves its box', async () => {
  const fonts = await bundledFonts().fontsFor(['Ag'], 'chinese');
  for (const count of [1, 4, 9]) {
    const set = typeset(
      box,
      Array.from({length: count}, () => ({style, text: 'Ag'})),
      {fonts, han: 'chinese'},
    );
    const marks = set.ok ? set.value : [];
    expect(marks.length).toBe(count);
    for (const {baselineMm, sizePt} of marks) {
      expect(baselineMm - 0.8 * sizePt * mmPerPt).toBeGreaterThanOrEqual(box.topMm - 1e-9);
      expect(baselineMm + 0.24 * sizePt * mmPerPt).toBeLessThanOrEqual(box.topMm + box.heightMm + 1e-9);
    }
  }
});
