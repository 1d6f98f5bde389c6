import {describe, expect, it} from 'vitest';
import {fontFile} from '../../tools/paper/font-files.ts';
import {sampleAddresses} from '../../tools/paper/sample-addresses.ts';
import {scan} from '../../tools/paper/scan.ts';
import {must} from '../lib/assert.ts';
import type {Face} from '../paper/fonts/faces.ts';
import {fontShelf} from '../paper/fonts/font-shelf.ts';
import {blacken} from '../paper/raster/bitmap.ts';
import type {LabelJob} from '../shipping/documents/label-page.ts';
import {type SlipJob, slipWords} from '../shipping/documents/slip-job.ts';
import type {Instant} from '../time/instant.ts';
import {uncalibrated} from './calibration.ts';
import type {ReadCodes} from './check-barcodes.ts';
import {type DocumentJob, makeDocument, previewTarget} from './make-document.ts';

const to = (country: string) =>
  must(
    sampleAddresses.find((address) => address.country === country),
    'a sample address',
  );

function labelTo(country: string): LabelJob {
  return {
    label: {
      storefrontName: 'Nordlicht',
      shipTo: to(country),
      orderNumber: '1001',
      contents: [{sku: 'TEA', quantity: 3}],
    },
    said: {'label.shipTo': 'Ship to', 'label.pieces': '3 pieces', 'label.return': 'Return'},
    title: 'Label for order 1001',
    madeAt: Date.UTC(2026, 10, 23, 8, 30, 5) as Instant,
  };
}

const job = (country: string, changes: Partial<Pick<DocumentJob, 'target' | 'isChecked'>> = {}): DocumentJob => ({
  make: 'label',
  job: labelTo(country),
  target: previewTarget,
  isChecked: false,
  ...changes,
});
const noReader: ReadCodes = () => Promise.reject(new Error('nobody asked for that'));
const shelf = fontShelf(fontFile);
const make = async (asked: DocumentJob, tools = {shelf, read: noReader}): Promise<string> => {
  const made = await makeDocument(asked, tools);
  return made.ok ? Buffer.from(made.value).toString('latin1') : made.fault.code;
};

describe('fonts', () => {
  it('are loaded only when a label needs them, and once', async () => {
    const loaded: Face[] = [];
    const counting = fontShelf((face) => {
      loaded.push(face);
      return fontFile(face);
    });
    const tools = {shelf: counting, read: noReader};
    await make(job('DE'), tools);
    expect(loaded).toEqual(['sans', 'sansBold']);
    for (const country of ['JP', 'KR', 'IL', 'JP']) await make(job(country), tools);
    expect(loaded).toEqual(['sans', 'sansBold', 'japanese', 'korean', 'hebrew', 'hebrewBold']);
  });

  it('that could not be loaded are asked for again by the next label', async () => {
    let broken = true;
    const shaky = fontShelf((face) => (broken ? Promise.reject(new Error('disk')) : fontFile(face)));
    const tools = {shelf: shaky, read: noReader};
    await expect(make(job('DE'), tools)).rejects.toThrow('disk');

    broken = false;
    expect(await make(job('DE'), tools)).toMatch(/^%PDF/);
  });
});

describe('a label for a printer', () => {
  it('is the same file whatever was made before it, and is dated', async () => {
    const fresh = await make(job('JP'), {shelf: fontShelf(fontFile), read: noReader});
    for (const country of ['KR', 'CN']) await make(job(country));
    expect((await make(job('JP'))) === fresh).toBe(true);
    expect(fresh).toContain('/CreationDate(D:20261123083005Z)');
  });

  it('is made in its language, for its dots and its paper', async () => {
    const target = {media: 'om_100x150mm_100x150mm', dpi: 300} as const;
    const heads = [];
    for (const language of ['zpl', 'tspl', 'pdf', 'png'] as const)
      heads.push((await make(job('DE', {target: {...target, language}}))).slice(0, 300));
    expect([
      heads[0]?.slice(0, 45),
      heads[1]?.slice(0, 20),
      heads[2]?.slice(0, 5),
      heads[3]?.slice(1, 4),
      Buffer.from(heads[3] ?? '', 'latin1').readUInt32BE(16),
    ]).toEqual(['^XA^CI28^LH0,0^LT0^PON^PW1181^LL1772^FT59,92^', 'SIZE 100 mm,150 mm\r\n', '%PDF-', 'PNG', 1181]);
  });

  it('is a quarter of a sheet, in its upper left corner', async () => {
    const target = {language: 'zpl', media: 'iso_a4_210x297mm', dpi: 203} as const;
    const sheet = await make(job('DE', {target}));
    const places = [...sheet.matchAll(/\^F[OT](\d+),(\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect([
      sheet.includes('^PW1678^LL2374'),
      places.length > 8,
      places.filter(([x = 0, y = 0]) => x > 839 || y > 1187),
    ]).toEqual([true, true, []]);
  });

  it('is moved, darkened, slowed and turned as the printer was calibrated', async () => {
    const calibration = {offsetXDots: 8, offsetYDots: -16, darkness: 3, speed: 4, rotation: '180'} as const;
    const made = async (language: 'zpl' | 'tspl' | 'pdf', calibrated: boolean): Promise<string> =>
      make(job('DE', {target: {language, media: previewTarget.media, dpi: 203, ...(calibrated ? {calibration} : {})}}));
    const fieldsOf = (zpl: string) =>
      [...zpl.matchAll(/\^F[OT](\d+),(\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const [plain, moved] = [await made('zpl', false), await made('zpl', true)];
    expect(fieldsOf(moved)).toEqual(fieldsOf(plain).map(([x = 0, y = 0]) => [x + 8, y - 16]));
    expect([
      moved.slice(0, 45),
      (await made('tspl', true)).slice(0, 90),
      /\/Rotate 180/.test(await made('pdf', true)),
    ]).toEqual([
      '^XA^CI28^LH0,0^LT0^POI^MD6^PR4^PW812^LL1218^F',
      'SIZE 101.6 mm,152.4 mm\r\nGAP 3 mm,0 mm\r\nDENSITY 11\r\nSPEED 4\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nCL',
      true,
    ]);
    const untouched = {language: 'zpl', media: previewTarget.media, dpi: 203, calibration: uncalibrated} as const;
    expect((await make(job('DE', {target: untouched}))) === plain).toBe(true);
  });

  it('is read back before it is made, and refused where its barcode is not the order’s', async () => {
    const checked = job('DE', {isChecked: true, target: {...previewTarget, language: 'zpl'}});
    const scratched: ReadCodes = (bitmap) => {
      blacken(bitmap, 0, 900, bitmap.widthDots, 400);
      return scan(bitmap);
    };
    const other: ReadCodes = async () => [{identifier: ']C0', text: '1002'}];
    expect([
      (await make(checked, {shelf, read: scan})).slice(0, 3),
      await make(checked, {shelf, read: scratched}),
      await makeDocument(checked, {shelf, read: other}),
    ]).toEqual([
      '^XA',
      'printing.not_as_stored',
      {ok: false, fault: {code: 'printing.not_as_stored', values: {stored: '1001', read: '1002'}}},
    ]);
  });
});

it('a packing slip has the paper of its printer, and as many pages as it needs, each with its number', async () => {
  const lines = Array.from({length: 40}, (_, at) => ({sku: `TEA-${at}`, title: '冬のお茶', quantity: 2}));
  const said = Object.fromEntries(slipWords.map((word) => [word, word])) as SlipJob['said'];
  const slip: DocumentJob = {
    make: 'packingSlip',
    job: {
      slip: {storefrontName: 'Nordlicht', shipTo: to('DE'), orderNumber: '1001', lines},
      said: {...said, 'document.page': 'Page {{number}} of {{count}}'},
      title: 'Packing slip for order 1001',
      madeAt: 0 as Instant,
    },
    target: {language: 'zpl', media: 'iso_a6_105x148mm', dpi: 203},
    isChecked: false,
  };
  const made = await make(slip);
  const pages = made.match(/\^XA/g)?.length ?? 0;
  expect([pages > 1, made.includes('^PW839^LL1183'), made.includes(`^FDPage 2 of ${pages}^FS`)]).toEqual([
    true,
    true,
    true,
  ]);
});

it('a test sheet is made for the dots of its printer, and moved as it was calibrated: what is over the edge is cut', async () => {
  const sheet: DocumentJob = {
    make: 'testSheet',
    job: {
      title: 'Test sheet',
      said: {'test.title': 'Test sheet', 'test.square': '50 mm', 'test.tell': 'Tell'},
      printer: 'Zebra',
      facts: 'ZPL',
    },
    target: {language: 'zpl', media: previewTarget.media, dpi: 203},
    isChecked: false,
  };
  const fields = (zpl: string) =>
    [...zpl.matchAll(/\^F[OT](-?\d+),(-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const plain = fields(await make(sheet));
  const calibration = {...uncalibrated, offsetXDots: -8};
  const moved = fields(await make({...sheet, target: {...sheet.target, calibration}}));
  // Left lines 0 and 1 lie within the first eight dots, and are two dots wide.
  expect([plain.length - moved.length, moved.every(([x = 0, y = 0]) => x >= 0 && y >= 0)]).toEqual([2, true]);
});
