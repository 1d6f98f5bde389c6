import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type TestContext, afterAll, beforeAll, expect, test} from 'vitest';
import {addressLines} from '#core/shipping/address-lines.ts';
import type {Face} from '#core/shipping/font-metrics.ts';
import type {LabelContent} from '#core/shipping/label-content.ts';
import type {Address} from '#core/storefronts/address.ts';
import type {Instant} from '#core/time/instant.ts';
import {code128} from './code128.ts';
import {compileLabel} from './compile-label.ts';
import {fontShelf} from './font-shelf.ts';

const fontFiles: Readonly<Record<Face, string>> = {
  sans: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  sansBold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  chinese: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  japanese: 'noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
  korean: 'noto-sans-kr/500Medium/NotoSansKR_500Medium.ttf',
};
const fontFile = (face: Face) => readFile(`node_modules/@expo-google-fonts/${fontFiles[face]}`);
const shelf = fontShelf(fontFile);

const content: LabelContent = {
  title: 'Label for order 302-1234567-1234567',
  madeAt: Date.UTC(2026, 10, 23, 8, 30) as Instant,
  storefrontName: 'Nordlicht Tee & Papier',
  sender: {name: 'Versand', street: 'Speicherstraße 14', postalCode: '20457', city: 'Hamburg', country: 'DE'},
  shipToCaption: 'Ship to',
  shipTo: {name: 'Jörg Großmann', street: 'Lindenstraße 27', postalCode: '10969', city: 'Berlin', country: 'DE'},
  orderNumber: '302-1234567-1234567',
  pieces: '3 pieces',
  contents: [
    {sku: 'TEA-SENCHA-100', quantity: 2},
    {sku: 'POSTCARD', quantity: 1},
  ],
};

const addresses: readonly Address[] = [
  {
    name: 'Jörg Großmann',
    street: 'Lindenstraße 27',
    extra: '2. OG',
    postalCode: '10969',
    city: 'Berlin',
    country: 'DE',
  },
  {name: 'Renée O’Rourke', street: '1420 Elm St', postalCode: '97214', city: 'Portland', region: 'OR', country: 'US'},
  {
    name: 'Marie-Ève Côté',
    street: '88 rue du Lac',
    postalCode: 'H2X 1Y4',
    city: 'Montréal',
    region: 'QC',
    country: 'CA',
  },
  {name: 'Łucja Święcicka', street: 'ul. Źródlana 7/3', postalCode: '31-042', city: 'Kraków', country: 'PL'},
  {name: 'Jiří Dvořák', street: 'Žižkova 12', postalCode: '602 00', city: 'Brno', country: 'CZ'},
  {name: 'Șerban Țepeș', street: 'Strada Fântânii 4', postalCode: '400001', city: 'Cluj-Napoca', country: 'RO'},
  {name: 'Ελένη Παπαδοπούλου', street: 'Οδός Ερμού 12', postalCode: '105 63', city: 'Αθήνα', country: 'GR'},
  {name: 'Ивайло Щерев', street: 'бул. Витоша 89', postalCode: '1463', city: 'София', country: 'BG'},
  {name: 'Åse Sæther', street: 'Øvre Slottsgate 3', postalCode: '0157', city: 'Oslo', country: 'NO'},
  {
    name: 'João Gonçalves',
    street: 'Rua Augusta 5',
    postalCode: '01310-100',
    city: 'São Paulo',
    region: 'SP',
    country: 'BR',
  },
  {name: 'Siobhán Ní Dhomhnaill', street: '4 Sráid Éamoinn', city: 'Baile Átha Cliath', country: 'IE'},
  {
    name: '佐々木 美咲',
    company: '株式会社つばめ文具',
    street: '神宮前1丁目2番3号',
    extra: 'グリーンハイツ 402号室',
    postalCode: '150-0001',
    city: '渋谷区',
    region: '東京都',
    country: 'JP',
  },
  {
    name: '김서연',
    street: '테헤란로 123길 45',
    postalCode: '06133',
    city: '강남구',
    region: '서울특별시',
    country: 'KR',
  },
  {name: '王小明', street: '延安西路1538弄12号', postalCode: '200052', city: '长宁区', region: '上海市', country: 'CN'},
  {name: '陳怡君', street: '中山北路二段5號', postalCode: '104', city: '中山區', region: '臺北市', country: 'TW'},
];

async function compiled(change: Partial<LabelContent> = {}): Promise<Uint8Array> {
  const label = await compileLabel({...content, ...change}, shelf);
  if (!label.ok) throw new Error(label.fault.code);
  return label.value;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'labels-'));
});
afterAll(() => rmSync(folder, {recursive: true}));

/** What a program of Debian's poppler-utils or qpdf says of a PDF; skips the test where it is not installed. */
function ask(
  context: TestContext,
  program: string,
  pdf: Uint8Array,
  before: readonly string[],
  after: readonly string[],
) {
  if (spawnSync(program, ['--version']).error) context.skip(`no Debian package with ${program}`);
  const file = join(folder, 'label.pdf');
  writeFileSync(file, pdf);
  return execFileSync(program, [...before, file, ...after]);
}

function textOf(context: TestContext, pdf: Uint8Array): string {
  return ask(context, 'pdftotext', pdf, ['-layout', '-enc', 'UTF-8'], ['-']).toString('utf8');
}

/** The widths in dots of the black and white stretches of one row of a page printed at 203 dpi, from the first black. */
function stretches(page: Buffer, row: number): readonly number[] {
  const header = /^P5\s812 1218\s255\s/.exec(page.toString('latin1', 0, 40))?.[0] ?? '';
  expect(header).not.toBe('');
  const dots = [...page.subarray(header.length + row * 812, header.length + (row + 1) * 812)];
  expect(new Set(dots)).toEqual(new Set([0, 255]));

  const turns = dots.flatMap((dot, at) => (dot === (dots[at - 1] ?? 255) ? [] : [at]));
  return turns.slice(1).map((turn, at) => turn - (turns[at] ?? 0));
}

test.for(addresses)('a label to $country for $name says every line of the address', async (shipTo, context) => {
  const text = textOf(context, await compiled({shipTo}));
  const lines = addressLines(shipTo);
  const printed = text.split('\n').map((line) => line.trim());
  expect(printed).toEqual(expect.arrayContaining(lines.ok ? lines.value.map((line) => line.text) : []));
});

test.for(addresses)(
  'a label to $country for $name is a sound file of one page, 4 x 6 inches',
  async (shipTo, context) => {
    const pdf = await compiled({shipTo});
    expect(ask(context, 'qpdf', pdf, ['--check'], []).toString()).toContain(
      'No syntax or stream encoding errors found',
    );

    const facts = ask(context, 'pdfinfo', pdf, [], []).toString();
    expect(facts).toMatch(/^Pages: +1$/m);
    expect(facts).toMatch(/^Page size: +288 x 432 pts$/m);
    expect(facts).toMatch(/^Title: +Label for order 302-1234567-1234567$/m);
  },
);

test('the same label twice is the same file', async () => {
  const shipTo = addresses.find(({country}) => country === 'JP') ?? content.shipTo;
  const again = fontShelf(fontFile);
  expect(await compileLabel({...content, shipTo}, again)).toEqual({ok: true, value: await compiled({shipTo})});
});

test('a font is loaded only when a label needs it, and once', async () => {
  const loaded: Face[] = [];
  const counting = fontShelf((face) => {
    loaded.push(face);
    return fontFile(face);
  });

  await compileLabel(content, counting);
  expect(loaded).toEqual(['sans', 'sansBold']);
  for (const shipTo of addresses.filter(({country}) => country === 'KR' || country === 'JP')) {
    await compileLabel({...content, shipTo}, counting);
  }
  expect(loaded).toEqual(['sans', 'sansBold', 'japanese', 'korean']);
});

test('a font that could not be loaded is asked for again by the next label', async () => {
  let broken = true;
  const flaky = fontShelf((face) => (broken ? Promise.reject(new Error('disk')) : fontFile(face)));
  await expect(compileLabel(content, flaky)).rejects.toThrow('disk');

  broken = false;
  expect((await compileLabel(content, flaky)).ok).toBe(true);
});

test('an emoji in a name is a fault with the character', async () => {
  expect(await compileLabel({...content, shipTo: {...content.shipTo, name: 'Jörg 🌿'}}, shelf)).toEqual({
    ok: false,
    fault: {code: 'shipping.glyph_missing', values: {character: '🌿', codePoint: 'U+1F33F'}},
  });
});

test('an order number that Code 128 cannot say is a fault', async () => {
  expect(await compileLabel({...content, orderNumber: '№ 7'}, shelf)).toEqual({
    ok: false,
    fault: {code: 'shipping.number_not_encodable', values: {}},
  });
});

test.for(['302-1234567-1234567', '1001', 'ORDER-2026-ABCDEFGH-123456', 'a^b{c}'])(
  'the barcode of %s is printed in whole dots, as wide as the standard asks',
  async (orderNumber, context) => {
    const page = ask(context, 'pdftoppm', await compiled({orderNumber}), ['-r', '203', '-gray'], []);
    const modules = code128(orderNumber);
    const bars = modules.ok ? modules.value : [];
    const total = bars.reduce((sum, module) => sum + module, 0);
    const dotsPerModule = total * 3 <= 732 ? 3 : 2;
    expect(stretches(page, 1218 - 166)).toEqual(bars.map((module) => module * dotsPerModule));
  },
);
