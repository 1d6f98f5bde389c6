import {expect, test} from 'vitest';
import {must} from '../lib/assert.ts';
import type {Address} from '../storefronts/address.ts';
import type {Instant} from '../time/instant.ts';
import type {Face, FontMetrics} from './font-metrics.ts';
import type {LabelContent} from './label-content.ts';
import {type LabelItem, labelPage} from './label-item.ts';
import {layOutLabel} from './label.ts';

const letters = [0x20, 0x4ff];
const devanagari = [0x900, 0x97f];
const punctuation = [0x2000, 0x206f];
const kana = [0x3000, 0x30ff];
const han = [0x4e00, 0x9fff];
const hangul = [0xac00, 0xd7a3];

/** First and last code points that a face has. Devanagari is there because Noto Sans has it too. */
const ranges: Readonly<Record<Face, readonly (readonly number[])[]>> = {
  sans: [letters, devanagari, punctuation],
  sansBold: [letters, devanagari, punctuation],
  chinese: [han],
  japanese: [kana, han],
  korean: [han, hangul],
};

/** Fonts of plain numbers: letters half an em wide, East Asian characters one. */
const metrics: FontMetrics = {
  advanceEm: (face, codePoint) => {
    const has = ranges[face].some(([first = 0, last = 0]) => codePoint >= first && codePoint <= last);
    return has ? (codePoint < 0x3000 ? 0.5 : 1) : undefined;
  },
};

const shipTo: Address = {
  name: 'Jörg Groß',
  street: 'Lindenstr. 27',
  postalCode: '10969',
  city: 'Berlin',
  country: 'DE',
};
const content: LabelContent = {
  title: 'Label for order 1001',
  madeAt: 0 as Instant,
  storefrontName: 'Nordlicht',
  shipToCaption: 'Ship to',
  shipTo,
  orderNumber: '1001',
  pieces: '3 pieces',
  contents: [{sku: 'TEA', quantity: 3}],
};

type Text = Extract<LabelItem, {kind: 'text'}>;

function layOut(change: Partial<LabelContent>) {
  return layOutLabel({...content, ...change}, [2, 1, 2], metrics);
}

function textsOf(change: Partial<LabelContent>): readonly Text[] {
  const items = layOut(change);
  if (!items.ok) throw new Error(items.fault.code);
  return items.value.filter((item) => item.kind === 'text');
}

function to(change: Partial<Address>): Partial<LabelContent> {
  return {shipTo: {...shipTo, ...change}};
}

test('a label says from whom, to whom and what, from top to bottom', () => {
  const sender: Address = {name: 'Versand', street: 'Kai 1', postalCode: '20457', city: 'Hamburg', country: 'DE'};
  expect(textsOf({sender}).map(({text, face, sizePt}) => [text, face, sizePt])).toEqual([
    ['Nordlicht', 'sansBold', 10],
    ['Versand', 'sans', 8],
    ['Kai 1', 'sans', 8],
    ['20457 Hamburg', 'sans', 8],
    ['GERMANY', 'sans', 8],
    ['Ship to', 'sans', 7.5],
    ['Jörg Groß', 'sansBold', 24],
    ['Lindenstr. 27', 'sans', 16.5],
    ['10969 Berlin', 'sansBold', 26],
    ['GERMANY', 'sansBold', 18],
    ['3 pieces', 'sansBold', 10],
    ['3 × TEA', 'sans', 7.5],
    ['1001', 'sansBold', 13],
  ]);
});

test('everything lies on the paper and no two lines of an address overlap', () => {
  const long = {
    name: 'Anna-Maria von der Brandenburg-Hohenstein',
    extra: 'Aufgang C, dritter Hof, Klingel bei Petersen',
  };
  const items = layOut(to(long));
  for (const item of items.ok ? items.value : []) {
    const [widthPt, heightPt] =
      item.kind === 'rect' ? [item.widthPt, item.heightPt] : [item.text.length * 0.5 * item.sizePt, 0.8 * item.sizePt];
    expect(item.xPt).toBeGreaterThanOrEqual(14);
    expect(item.yPt).toBeGreaterThanOrEqual(14);
    expect(item.xPt + widthPt).toBeLessThanOrEqual(labelPage.widthPt - 14);
    expect(item.yPt + heightPt).toBeLessThanOrEqual(labelPage.heightPt - 14);
  }

  const address = textsOf(to(long)).slice(2, -3);
  for (const [index, line] of address.entries()) {
    const above = address[index - 1];
    if (above) expect(above.yPt - line.yPt).toBeGreaterThan(0.2 * above.sizePt + 0.75 * line.sizePt);
  }
});

test.each<[name: string, shown: readonly string[], sizePt: number]>([
  ['Anna Bergmann', ['Anna Bergmann'], 24],
  ['Anna-Katharina Bergmann', ['Anna-Katharina Bergmann'], 22.5],
  ['Anna-Katharina Elisabeth Bergmann', ['Anna-Katharina', 'Elisabeth Bergmann'], 20.25],
])('too long a name first shrinks, then wraps: %s', (name, shown, sizePt) => {
  const texts = textsOf(to({name})).slice(2, 2 + shown.length);
  expect(texts.map((text) => text.text)).toEqual(shown);
  expect(texts.map((text) => text.sizePt)).toEqual(shown.map(() => sizePt));
});

test('what does not fit even small is a fault that names the part, never cut off', () => {
  const fault = (part: string) => ({ok: false, fault: {code: 'shipping.text_too_long', values: {part}}});
  expect(layOut(to({street: 'a'.repeat(10_000)}))).toEqual(fault('shipTo'));
  expect(layOut({storefrontName: 'b'.repeat(5_000)})).toEqual(fault('sender'));
  expect(layOut({orderNumber: '9'.repeat(500)})).toEqual(fault('orderNumber'));
  expect(layOutLabel(content, [1, 900, 1], metrics)).toEqual(fault('orderNumber'));
  expect(layOut({contents: [{sku: 'c'.repeat(5_000), quantity: 1}]})).toEqual(fault('contents'));
});

test('without an address that anybody has told there is no label', () => {
  const {name: _name, ...nameless} = shipTo;
  const places = [
    {...nameless, name: ''},
    {...shipTo, street: '', city: ''},
    {...shipTo, street: ''},
  ];
  const told = places.map((place) => layOut({shipTo: place}));
  expect(told.map((label) => (label.ok ? 'a label' : label.fault.code))).toEqual([
    'shipping.address_missing',
    'shipping.address_missing',
    'a label',
  ]);
});

test('of many goods the first are named and the others counted', () => {
  const contents = Array.from({length: 9}, (_, at) => ({sku: `SKU-${at}`, quantity: at + 1}));
  const texts = textsOf({contents}).map((text) => text.text);
  expect(texts.slice(-4, -1)).toEqual(['1 × SKU-0', '2 × SKU-1', '3 × SKU-2 +6']);
});

test.each<[country: string, face: Face]>([
  ['JP', 'japanese'],
  ['CN', 'chinese'],
  ['KR', 'korean'],
  ['DE', 'chinese'],
])('a Han character is drawn as %s writes it', (country, face) => {
  const line = must(
    textsOf(to({country, name: '金'})).find((text) => text.text === '金'),
    'the name is printed',
  );
  expect(line.face).toBe(face);
});

test('characters of several fonts stand side by side on one line', () => {
  const line = textsOf(to({country: 'JP', name: 'Kim 김さん'})).filter((text) => /Kim|김|さん/.test(text.text));
  expect(line.map(({text, face, xPt}) => [text, face, xPt])).toEqual([
    ['Kim ', 'sansBold', 14.19],
    ['김', 'korean', 62.19],
    ['さん', 'japanese', 86.19],
  ]);
});

test.each<[what: string, character: string, codePoint: string]>([
  ['an emoji', '😀', 'U+1F600'],
  ['Hebrew', 'ש', 'U+05E9'],
  ['Arabic', 'م', 'U+0645'],
  ['Thai', 'ก', 'U+0E01'],
  ['Devanagari, which the font has but which needs shaping', 'क', 'U+0915'],
  ['an accent that no letter takes in', '\u0315', 'U+0315'],
  ['a replacement character', '\ufffd', 'U+FFFD'],
])('%s is a fault with the character, never a box', (_what, character, codePoint) => {
  expect(layOut(to({name: `Anna ${character}`}))).toEqual({
    ok: false,
    fault: {code: 'shipping.glyph_missing', values: {character, codePoint}},
  });
});

test('characters that draw nothing are left out, line ends become spaces, accents join their letters', () => {
  const [, , name] = textsOf(to({name: 'Rene\u0301\u0007e\r\nO\u200d\u202e\u2019Hara\u0000 '}));
  expect(name?.text).toBe('Renée O’Hara');
});
