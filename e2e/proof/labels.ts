import {parseArgs} from 'node:util';
import {must} from '#core/lib/assert.ts';
import {hanOf} from '#core/paper/fonts/faces.ts';
import type {Page} from '#core/paper/page.ts';
import {pdf} from '#core/paper/pdf/pdf.ts';
import {zpl} from '#core/paper/printers/zpl.ts';
import {glyphStore} from '#core/paper/raster/glyph-store.ts';
import {addressLines} from '#core/shipping/address-lines.ts';
import {papers} from '#core/shipping/documents/paper-size.ts';
import {type ParcelLabel, parcelLabel, textsOfLabel} from '#core/shipping/documents/parcel-label.ts';
import {hasPoppler, pdfComplaints, pdfPicture, pdfTexts} from '../../tools/paper/poppler.ts';
import {saysAll} from '../../tools/paper/printed-words.ts';
import {sampleAddresses} from '../../tools/paper/sample-addresses.ts';
import {codesOn, variedParcels} from '../../tools/paper/sample-parcels.ts';
import {scanGrey} from '../../tools/paper/scan.ts';
import {bundledFonts} from '../../tools/paper/shelf.ts';
import {wordsIn} from '../../tools/paper/words.ts';
import {zplPictures} from '../../tools/paper/zpl-picture.ts';

/**
 * A thousand labels to 30 countries, no two alike, as PDF and as ZPL, read back by programs that are not ours: every barcode from the
 * dots, the address from the PDF's text. `--labels N`; `--control` makes one label for somebody else, which must be noticed.
 */
const {values} = parseArgs({
  options: {
    labels: {type: 'string', default: '1000'},
    budgeted: {type: 'boolean', default: false},
    control: {type: 'boolean', default: false},
  },
});
// The unit tests read one label to each country.
const count = values.budgeted ? 10 : Number(values.labels);
const atOnce = 20;
const words = wordsIn('en');
const wrong: string[] = [];

if (!hasPoppler()) {
  console.log('no Debian package: pdftotext, pdftoppm and qpdf read what was made');
  process.exit(0);
}

const parcels = variedParcels(
  count,
  sampleAddresses.map(({country}) => country),
);
let fonts = await bundledFonts().fontsFor([], 'chinese');
for (const parcel of parcels)
  fonts = await bundledFonts().fontsFor(textsOfLabel(parcel, words), hanOf(parcel.shipTo.country));
const pages = parcels.map((parcel, at) =>
  pageOf(values.control && at === 3 ? must(parcels[4], 'a fifth parcel') : parcel),
);

const file = pdf(pages, {title: 'Labels', dpi: 203}, fonts);
const complaint = pdfComplaints(file);
if (complaint !== '') wrong.push(complaint);
const texts = pdfTexts(file);
const glyphs = glyphStore(fonts);
let [codes, jobs] = [0, 0];
for (const [at, parcel] of parcels.entries()) {
  const lines = addressLines(parcel.shipTo);
  const missing = lines.ok
    ? saysAll(
        texts[at] ?? [],
        lines.value.map(({text}) => text),
      )
    : [lines.fault.code];
  if (missing.length > 0) wrong.push(`label ${at + 1} does not say ${missing.join(', ')}`);
  compareCodes(`page ${at + 1}`, parcel, await scanGrey(pdfPicture(file, at + 1, 203)));
}
for (let from = 0; from < pages.length; from += atOnce) {
  const some = pages.slice(from, from + atOnce);
  const pictures = await zplPictures(some.map((page) => zpl(page, {dpi: 203, glyphs})).join(''), {
    widthMm: 101.6,
    heightMm: 152.4,
    dotsPerMm: 8,
  });
  jobs += pictures.length;
  for (const [at, picture] of pictures.entries())
    compareCodes(
      `ZPL label ${from + at + 1}`,
      must(parcels[from + at], 'a parcel for each label'),
      await scanGrey(picture),
    );
  if (count > 100) console.log(`${Math.min(from + atOnce, count)} of ${count}`);
}
if (jobs !== count) wrong.push(`${jobs} labels came out of ${count} ZPL jobs`);

const countries = new Set(parcels.map(({shipTo}) => shipTo.country)).size;
console.log(
  `${count} labels to ${countries} countries, ${codes} barcodes read from PDF and ZPL, ${wrong.length} complaints`,
);
for (const one of wrong.slice(0, 10)) console.log(one);
const isGood = values.control ? wrong.length >= 3 : wrong.length === 0;
if (values.control)
  console.log(isGood ? 'The label for somebody else was noticed.' : 'The label for somebody else was NOT noticed.');
// The reader of ZPL would stay for ever.
process.exit(isGood ? 0 : 1);

function pageOf(parcel: ParcelLabel): Page {
  const made = parcelLabel(parcel, papers['4x6'], fonts, words);
  if (!made.ok) throw new Error(`a sample label fails: ${made.fault.code} ${JSON.stringify(made.fault.values)}`);
  return made.value;
}

function compareCodes(
  where: string,
  parcel: ParcelLabel,
  scanned: readonly {readonly identifier: string; readonly text: string}[],
): void {
  const read = scanned.map(({identifier, text}) => `${identifier} ${text}`);
  const wanted = codesOn(parcel);
  codes += wanted.length;
  if (read.join('\n') !== wanted.join('\n')) wrong.push(`${where} reads ${read.join(', ')}, not ${wanted.join(', ')}`);
}
