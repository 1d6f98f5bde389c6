import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {
  sampleCommercialInvoice,
  sampleInvoice,
  sampleManifest,
  samplePickList,
} from '../../../tools/paper/sample-documents.ts';
import {sampleParcels} from '../../../tools/paper/sample-parcels.ts';
import {bundledFonts} from '../../../tools/paper/shelf.ts';
import {wordsIn} from '../../../tools/paper/words.ts';
import {papers} from './paper-size.ts';
import {type SheetContent, sheetPages, wordsOfSheet} from './sheet-job.ts';

const words = wordsIn('en');
const every: readonly SheetContent[] = [
  {is: 'pickList', says: {...samplePickList, lines: samplePickList.lines.map((line) => ({...line, totes: 'T-1 ×2'}))}},
  {is: 'manifest', says: sampleManifest},
  {is: 'invoice', says: sampleInvoice},
  {is: 'commercialInvoice', says: sampleCommercialInvoice},
  {is: 'cn22', says: sampleCommercialInvoice},
  {is: 'cn23', says: sampleCommercialInvoice},
  {is: 'returnLabel', says: {...must(sampleParcels(1)[0], 'a parcel'), isReturn: true}},
  {is: 'binLabel', says: [{bin: 'A-02-13', note: 'Tea · 最大 40'}]},
  {is: 'productLabel', says: [{title: 'Sencha 煎茶', sku: 'TEA-1', ean: '4006381333931'}]},
];

const counted = new Set<string>(['pick.orders', 'label.pieces']);
const onPaper = (sheet: SheetContent, paper: keyof typeof papers) => {
  const said = Object.fromEntries(
    wordsOfSheet[sheet.is].map((word) => [word, counted.has(word) ? words(word, {count: 2}) : words(word)]),
  );
  return sheetPages({sheet, said, title: sheet.is}, papers[paper], bundledFonts());
};

test.each(every)('a worker that speaks no language makes a $is with the words and letters it needs', async (sheet) => {
  const made = await onPaper(sheet, 'a4');
  expect(made.ok ? made.value.pages.map(({widthMm, heightMm}) => [widthMm, heightMm])[0] : made.fault).toEqual([
    210, 297,
  ]);
});

test('a large customs form asks for a sheet, and a small one fits a label', async () => {
  const [cn22, cn23] = [
    await onPaper({is: 'cn22', says: sampleCommercialInvoice}, '4x6'),
    await onPaper({is: 'cn23', says: sampleCommercialInvoice}, '4x6'),
  ];
  expect([cn22.ok, cn23]).toEqual([
    true,
    {ok: false, fault: {code: 'printing.paper_too_small', values: {wanted: '210 × 148 mm'}}},
  ]);
});
