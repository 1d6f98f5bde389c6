import {describe, expect, test} from 'vitest';
import {hasPoppler, pdfComplaints, pdfPicture, pdfTexts} from '../../../tools/paper/poppler.ts';
import {saysAll} from '../../../tools/paper/printed-words.ts';
import {sampleAddresses} from '../../../tools/paper/sample-addresses.ts';
import {codesOn, sampleParcels} from '../../../tools/paper/sample-parcels.ts';
import {scan, scanGrey} from '../../../tools/paper/scan.ts';
import {bundledFonts} from '../../../tools/paper/shelf.ts';
import {wordsIn} from '../../../tools/paper/words.ts';
import {zplPictures} from '../../../tools/paper/zpl-picture.ts';
import {must} from '../../lib/assert.ts';
import type {Result} from '../../lib/result.ts';
import {hanOf} from '../../paper/fonts/faces.ts';
import type {Page} from '../../paper/page.ts';
import {pdf} from '../../paper/pdf/pdf.ts';
import {png} from '../../paper/png.ts';
import {tspl} from '../../paper/printers/tspl.ts';
import {zpl} from '../../paper/printers/zpl.ts';
import {drawPage} from '../../paper/raster/draw-page.ts';
import {glyphStore} from '../../paper/raster/glyph-store.ts';
import {type Bitmap, blankBitmap, stamp} from '../../paper/raster/bitmap.ts';
import {addressLines} from '../address-lines.ts';
import {type PaperSize, papers} from './paper-size.ts';
import {type ParcelLabel, parcelLabel, textsOfLabel} from './parcel-label.ts';

const words = wordsIn('en');
const [sample] = sampleParcels(1);
const plain = must(sample, 'a parcel');

async function made(label: ParcelLabel, size: PaperSize = papers['4x6']): Promise<Result<Page>> {
  const fonts = await bundledFonts().fontsFor(textsOfLabel(label, words), hanOf(label.shipTo.country));
  return parcelLabel(label, size, fonts, words);
}

async function page(label: ParcelLabel, size: PaperSize = papers['4x6']): Promise<Page> {
  const done = await made(label, size);
  if (!done.ok) throw new Error(`${done.fault.code} ${JSON.stringify(done.fault.values)}`);
  return done.value;
}

const fonts = () => bundledFonts().fontsFor([], 'chinese');
const to = (change: Partial<ParcelLabel['shipTo']>): ParcelLabel => ({...plain, shipTo: {...plain.shipTo, ...change}});

const parcels = sampleParcels(sampleAddresses.length);

describe.skipIf(!hasPoppler())('as a PDF, read by poppler (no Debian package)', () => {
  test('labels to 30 countries say the address as the shop has it, and every barcode is read', async () => {
    const pages = await Promise.all(parcels.map((parcel) => page(parcel)));
    const file = pdf(pages, {title: 'Labels', dpi: 203}, await fonts());
    expect(pdfComplaints(file)).toBe('');
    const texts = pdfTexts(file);
    for (const [at, parcel] of parcels.entries()) {
      const lines = addressLines(parcel.shipTo);
      const missing = saysAll(texts[at] ?? [], lines.ok ? lines.value.map(({text}) => text) : []);
      expect([parcel.shipTo.country, missing]).toEqual([parcel.shipTo.country, []]);
      const read = await scanGrey(pdfPicture(file, at + 1, 203));
      expect(read.map(({identifier, text}) => `${identifier} ${text}`)).toEqual(codesOn(parcel));
    }
  }, 120_000);

  test('the same labels twice are the same file', async () => {
    const twice = [];
    for (let time = 0; time < 2; time++)
      twice.push(
        pdf(
          await Promise.all(parcels.slice(10, 14).map((parcel) => page(parcel))),
          {title: 'x', dpi: 203},
          await fonts(),
        ),
      );
    expect(twice[0]).toEqual(twice[1]);
  });

  test('every bar of a PDF lies on a printer dot', async () => {
    const file = pdf([await page(plain)], {title: 'x', dpi: 203}, await fonts());
    const {width, grey} = pdfPicture(file, 1, 203);
    const row = grey.subarray(width * 1050, width * 1051);
    expect(new Set(row)).toEqual(new Set([0, 255]));
  });
});

test.each([203, 300] as const)(
  'at %i dots an inch every barcode is read from the dots',
  async (dpi) => {
    for (const parcel of parcels.slice(0, 15)) {
      const dots = drawPage(await page(parcel), dpi, glyphStore(await fonts()));
      const read = await scan(dots);
      expect(read.map(({identifier, text}) => `${identifier} ${text}`)).toEqual(codesOn(parcel));
    }
  },
  120_000,
);

test('a PNG says its size in dots, and how large a dot is', async () => {
  const file = Buffer.from(png(drawPage(await page(plain), 300, glyphStore(await fonts())), 300));
  expect([file.toString('latin1', 1, 4), file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual(['PNG', 1200, 1800]);
  expect(file.readUInt32BE(file.indexOf('pHYs') + 4)).toBe(11_811);
});

test.each(['^FS^XZ^XA^FO50,50^FDx', '~JA', '~DG ^XG \\& _5E', '^GFA,1,1,1,FF'])(
  'a buyer called %s is one label, and prints as text',
  async (name) => {
    const job = zpl(await page(to({name, city: `Ł ${name}`})), {dpi: 203, glyphs: glyphStore(await fonts())});
    expect(job.match(/\^XA/g)?.length).toBe(1);
    expect(job.match(/\^XZ/g)?.length).toBe(1);
    expect(job.includes('~')).toBe(false);
    const printed = [...job.matchAll(/\^FD(.*?)\^FS/g)].map(([, said = '']) => unescaped(said)).join('');
    expect(printed.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
  },
);

test('a ZPL printer makes one label of the worst names, and every barcode on it is read', async () => {
  const label = to({name: '^FS^XZ^XA^FO50,50^FDx', street: '~JA ~HS \\& _5E', city: 'Ł^XZ'});
  const job = zpl(await page(label), {dpi: 203, glyphs: glyphStore(await fonts())});
  const pictures = await zplPictures(job, {widthMm: 101.6, heightMm: 152.4, dotsPerMm: 8});
  expect(pictures.length).toBe(1);
  const read = await scanGrey(must(pictures[0], 'a picture'));
  expect(read.map(({identifier, text}) => `${identifier} ${text}`)).toEqual(codesOn(plain));
}, 120_000);

test('a label that follows another says what it says alone, whatever stands on both', async () => {
  const batch = parcels.flatMap((parcel, at): readonly ParcelLabel[] => [
    parcel,
    {...parcel, orderNumber: `${parcel.orderNumber}-2`},
    {...parcel, sender: {...parcel.shipTo}, storefrontName: at % 2 === 0 ? 'Tee' : parcel.storefrontName},
  ]);
  const loaded = await bundledFonts().fontsFor(
    batch.flatMap((label) => textsOfLabel(label, words)),
    'chinese',
  );
  const inTurn = glyphStore(loaded);
  for (const [at, label] of batch.entries()) {
    const size = papers[at % 5 === 0 ? 'a6' : '4x6'];
    const dpi = at % 7 === 0 ? 300 : 203;
    const here = parcelLabel(label, size, loaded, words);
    // Fonts of its own have set nothing before.
    const alone = parcelLabel(label, size, {...loaded}, words);
    expect(here).toEqual(alone);
    if (!here.ok || !alone.ok) throw new Error('a sample label fails');
    expect(zpl(here.value, {dpi, glyphs: inTurn})).toBe(zpl(alone.value, {dpi, glyphs: glyphStore(loaded)}));
  }
}, 60_000);

test('what stands on the label before as well is not set again', async () => {
  const loaded = await fonts();
  const marks = [plain, {...plain, orderNumber: '302-7654321-0001'}].map((label) => {
    const done = parcelLabel(label, papers['4x6'], loaded, words);
    return done.ok ? done.value.marks : [];
  });
  const [first = [], second = []] = marks;
  const kept = second.filter((mark) => first.includes(mark)).map((mark) => (mark.kind === 'text' ? mark.text : ''));
  expect(kept).toContain(plain.storefrontName);
  expect(kept).not.toContain('302-7654321-0001');
});

/** What `^FH_` makes of a field. */
function unescaped(said: string): string {
  return Buffer.from(
    said.replace(/_([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}

test('a label in Japanese comes out of a ZPL printer with the dots we drew', async () => {
  const parcel = must(parcels[11], 'the Japanese one');
  const done = await page({...parcel, sender: parcel.shipTo});
  const glyphs = glyphStore(await fonts());
  const [picture] = await zplPictures(zpl(done, {dpi: 203, glyphs}), {widthMm: 101.6, heightMm: 152.4, dotsPerMm: 8});
  const {width, grey} = must(picture, 'a picture');
  const ours = drawPage(done, 203, glyphs);
  let [same, ink] = [0, 0];
  // Of the address: the rows from 290 to 720, where all is Japanese.
  for (let y = 290; y < 720; y++)
    for (let x = 0; x < ours.widthDots; x++) {
      const black = ((ours.bits[y * ours.rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      ink += black;
      if ((grey[y * width + x] ?? 255) < 128 === (black === 1)) same++;
    }
  expect(ink).toBeGreaterThan(10_000);
  expect(same).toBe(430 * ours.widthDots);
}, 120_000);

test('a TSPL printer gets the dots of the page, one label for one job', async () => {
  for (const parcel of [to({name: 'PRINT 9\r\nCLS'}), must(parcels[11], 'the Japanese one')]) {
    const done = await page(parcel);
    const glyphs = glyphStore(await fonts());
    const {commands, dots} = tsplPrinted(tspl(done, {dpi: 203, glyphs}));
    expect(commands.filter((command) => !command.startsWith('BITMAP'))).toEqual([
      'SIZE 101.6 mm,152.4 mm',
      'GAP 3 mm,0 mm',
      'DIRECTION 0',
      'REFERENCE 0,0',
      'CLS',
      'PRINT 1,1',
    ]);
    expect(dots).toEqual(drawPage(done, 203, glyphs));
  }
});

/** A printer of TSPL: its commands, and what they leave on the paper. */
function tsplPrinted(job: Uint8Array): {readonly commands: readonly string[]; readonly dots: Bitmap} {
  const commands: string[] = [];
  const dots = blankBitmap(812, 1218);
  for (let at = 0; at < job.length;) {
    const [, command = '', x = '', y = '', bytes = '', rows = ''] =
      /^(BITMAP (\d+),(\d+),(\d+),(\d+),0,|[^\r]*)/.exec(Buffer.from(job.subarray(at, at + 200)).toString('latin1')) ??
      [];
    commands.push(command);
    at += command.length;
    if (command.startsWith('BITMAP')) {
      const [rowBytes, heightDots] = [Number(bytes), Number(rows)];
      const bits = job.slice(at, at + rowBytes * heightDots).map((byte) => byte ^ 0xff);
      stamp(dots, {widthDots: rowBytes * 8, heightDots, rowBytes, bits}, Number(x), Number(y));
      at += bits.length;
    }
    expect(Buffer.from(job.subarray(at, at + 2)).toString('latin1')).toBe('\r\n');
    at += 2;
  }
  return {commands, dots};
}

test.each(Object.values(papers).slice(0, 3))('the label fits on $widthMm x $heightMm mm', async (size) => {
  for (const parcel of parcels) expect((await made(parcel, size)).ok).toBe(true);
});

test.each<[string, ParcelLabel, object]>([
  ['no name', to({name: '', company: ''}), {code: 'shipping.address_missing', values: {}}],
  ['no street and no city', to({street: '', city: ''}), {code: 'shipping.address_missing', values: {}}],
  ['a country that is none', to({country: 'ZZ'}), {code: 'shipping.country_unknown', values: {country: 'ZZ'}}],
  ['an emoji in a name', to({name: 'Jörg 🌿'}), {code: 'paper.glyph_missing', values: {letters: '🌿 (U+1F33F)'}}],
  ['a name that never ends', to({name: 'Jörg '.repeat(900)}), {code: 'paper.text_too_long', values: {part: 'shipTo'}}],
  [
    'a number no barcode can say',
    {...plain, tracking: {text: '7', code: {kind: 'code128', data: '№ 7'}}},
    {code: 'paper.not_encodable', values: {}},
  ],
  [
    'a number too long for its place',
    {...plain, tracking: {text: '7', code: {kind: 'code128', data: 'x'.repeat(60)}}},
    {code: 'paper.barcode_too_wide', values: {part: 'tracking'}},
  ],
])('a label with %s is a fault', async (_, label, fault) => {
  expect(await made(label)).toEqual({ok: false, fault});
});
