import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {hasPoppler, pdfComplaints, pdfPicture, pdfTexts} from '../../../tools/paper/poppler.ts';
import {
  sampleCommercialInvoice,
  sampleDocuments,
  samplePickList,
  sampleTexts,
} from '../../../tools/paper/sample-documents.ts';
import {scanGrey} from '../../../tools/paper/scan.ts';
import {bundledFonts} from '../../../tools/paper/shelf.ts';
import {languages, wordsIn} from '../../../tools/paper/words.ts';
import {must} from '../../lib/assert.ts';
import type {CurrencyCode} from '../../money/currency.ts';
import {mmPerPt} from '../../paper/page.ts';
import {pdf} from '../../paper/pdf/pdf.ts';
import {cn22, cn22Size} from './cn22.ts';
import {cn23} from './cn23.ts';
import {commandsOfCard} from '../packing-bench/commands.ts';
import {commandCard} from './command-card.ts';
import {commercialInvoice} from './commercial-invoice.ts';
import {cellOf, impose} from './impose.ts';
import {papers} from './paper-size.ts';
import {pickList} from './pick-list.ts';
import {productLabel, smallPapers} from './small-labels.ts';
import {paperWords} from './words.ts';

const words = wordsIn('en');
const files = languages.map((language) => readFileSync(`assets/locales/${language}/paper.json`, 'utf8'));
const fonts = () => bundledFonts().fontsFor([...sampleTexts, ...files], 'chinese');

async function pagesOf(name: string, language = 'en') {
  const {size, make} = must(sampleDocuments[name], 'a sample document');
  const made = make({size, fonts: await fonts(), words: wordsIn(language)});
  return made.ok ? made.value : [];
}

const everyOne = languages.flatMap((language) => Object.keys(sampleDocuments).map((name) => [name, language] as const));

test.each(everyOne)('a %s in %s has all its marks on its paper', async (name, language) => {
  const pages = await pagesOf(name, language);
  expect(pages.length).toBeGreaterThan(0);
  for (const {widthMm, heightMm, marks} of pages)
    for (const mark of marks) {
      const bottomMm =
        mark.kind === 'text' ? mark.baselineMm + 0.2 * mark.sizePt * mmPerPt : mark.topMm + mark.heightMm;
      expect([mark.leftMm >= 0, mark.leftMm + mark.widthMm <= widthMm, bottomMm <= heightMm]).toEqual([
        true,
        true,
        true,
      ]);
    }
});

test.each(languages)('every word of paper is there in %s', (language) => {
  const said = wordsIn(language);
  for (const word of paperWords)
    expect(said(word, {count: 2, number: 1, date: 'd', name: 'n', rate: 'r'})).not.toMatch(/\{\{/);
});

describe.skipIf(!hasPoppler())('read by poppler (no Debian package)', () => {
  test.each<[name: string, codes: readonly string[], says: readonly string[]]>([
    ['return-label', ['RMA-77', '302-1234567-1234567'], ['Return', '20457 Hamburg', 'สมชาย ใจดี']],
    [
      'packing-slip',
      ['302-1234567-1234567'],
      ['Packing slip', '佐々木 美咲', 'TEA-SENCHA-100', '7 pieces', 'Thank you'],
    ],
    ['packing-slip-a6', ['302-1234567-1234567'], ['株式会社つばめ文具']],
    ['pick-list', ['ROUND-0042'], ['Pick list', '37 orders', 'A-10']],
    ['invoice', ['RE-2026-0815'], ['Invoice', 'Ελένη Παπαδοπούλου', '62.28 EUR', 'Tax 19 %']],
    ['cn22', ['RR123456785DE'], ['CN 22', '54.44 EUR', '1.150 kg', 'Green tea', '2026-11-23, K. Petersen']],
    ['cn23', ['RR123456785DE'], ['CN 23', '701337', '14.99 EUR', 'Glass: handle with care', 'SAUDI ARABIA']],
    ['commercial-invoice', ['RE-2026-0815'], ['Commercial invoice', '서울특별시 강남구', '69.43 EUR', 'DAP 서울']],
    ['manifest', ['HL-2026-1123-1'], ['Handover list', 'PL 31-042 Kraków', 'JP 150-0001 渋谷区']],
    ['bin-label', ['A-02-13', 'A-02-13'], ['A-02-13', 'Tea, green']],
    ['product-label', ['4006381333931'], ['Sencha', '12.50 EUR']],
    ['command-card', ['TW:SHIP', 'TW:DONE'], ['Commands for the scanner', 'WEIGH']],
  ])(
    'a %s is a sound PDF, its barcodes are read, and it says what it should',
    async (name, codes, says) => {
      const file = pdf(await pagesOf(name), {title: name, dpi: 203}, await fonts());
      expect(pdfComplaints(file)).toBe('');
      const [said = []] = pdfTexts(file);
      for (const words of says) expect(said.join(' ').replace(/\s+/g, ' ')).toContain(words);
      const read = (await scanGrey(pdfPicture(file, 1, 203))).map(({text}) => text);
      for (const code of new Set(codes)) expect(read).toContain(code);
      if (name !== 'command-card') expect(read.length).toBe(codes.length);
    },
    120_000,
  );
});

test('a pick list walks from bin to bin, A-2 before A-10, and what lies nowhere comes last', async () => {
  const line = {sku: 'S', title: 'T', quantity: 1};
  const lines = ['B-1', '', 'A-10', 'A-2'].map((bin) => ({...line, bin}));
  const made = pickList({...samplePickList, lines}, {size: papers.a4, fonts: await fonts(), words});
  const said = made.ok ? (made.value[0]?.marks ?? []).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])) : [];
  expect(said.filter((text) => /^[AB]-\d+$|^–$/.test(text))).toEqual(['A-2', 'A-10', 'B-1', '–']);
});

test('every command of the bench, its counts and a badge stand on one sheet', async () => {
  const commands = commandsOfCard(
    (command) => command,
    (times) => `${times}`,
  );
  const all = [...commands, {code: 'TW:B:ANNA', label: 'ANNA'}];
  const made = commandCard(all, {size: papers.a4, fonts: await fonts(), words});
  expect([all.length, made.ok && made.value.length]).toEqual([15, 1]);
});

test('a long list goes on to as many pages as it needs, and loses no line', async () => {
  const lines = Array.from({length: 300}, (_, at) => ({bin: `A-${at}`, sku: `SKU${at}`, title: 'Tea', quantity: 1}));
  const made = pickList({...samplePickList, lines}, {size: papers.a4, fonts: await fonts(), words});
  const pages = made.ok ? made.value : [];
  const said = pages.flatMap(({marks}) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])));
  expect(said.filter((text) => /^SKU\d+$/.test(text))).toEqual(lines.map(({sku}) => sku));
  expect(said.filter((text) => text.startsWith('Page '))).toEqual(
    pages.map((_, at) => `Page ${at + 1} of ${pages.length}`),
  );
});

test('customs is not told of nothing, nor in two currencies, nor of more than a form has room for', async () => {
  const making = {size: cn22Size, fonts: await fonts(), words};
  const [item] = sampleCommercialInvoice.items;
  const many = Array.from({length: 9}, () => must(item, 'an item'));
  const dollars = {...must(item, 'an item'), value: {minor: 1, currency: 'USD' as CurrencyCode}};
  const faultOf = (made: ReturnType<typeof cn22>) => (made.ok ? '' : made.fault.code);
  expect([
    faultOf(cn22({...sampleCommercialInvoice, items: []}, making)),
    faultOf(cn22({...sampleCommercialInvoice, items: many}, making)),
    faultOf(cn23({...sampleCommercialInvoice, items: many}, making)),
    faultOf(
      commercialInvoice(
        {...sampleCommercialInvoice, items: [...sampleCommercialInvoice.items, dollars]},
        {...making, size: papers.a4},
      ),
    ),
  ]).toEqual([
    'shipping.nothing_to_declare',
    'shipping.too_many_items',
    'shipping.too_many_items',
    'money.mixed_currencies',
  ]);
});

test('a product label with a wrong check digit is a fault', async () => {
  const making = {size: smallPapers.product, fonts: await fonts(), words};
  expect(productLabel({title: 'Tea', sku: 'T', ean: '4006381333932'}, making)).toEqual({
    ok: false,
    fault: {code: 'paper.not_encodable', values: {}},
  });
});

test('four labels share a sheet, each in its own quarter', async () => {
  const quarter = cellOf(papers.a4, 4);
  const [label] = await pagesOf('parcel-label');
  const page = {...must(label, 'a label'), ...quarter};
  const sheets = [...impose([page, page, page, page, page], papers.a4, 4)];
  expect(sheets.map(({widthMm, marks}) => [widthMm, marks.length / page.marks.length])).toEqual([
    [210, 4],
    [210, 1],
  ]);
  const firsts = [0, 1, 2, 3].map((at) => sheets[0]?.marks[at * page.marks.length]?.leftMm ?? 0);
  expect(firsts.map((leftMm) => Math.round(leftMm - (page.marks[0]?.leftMm ?? 0)))).toEqual([0, 105, 0, 105]);
});
