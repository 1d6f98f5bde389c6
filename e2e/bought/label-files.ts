import {must} from '#core/lib/assert.ts';
import type {Fonts} from '#core/paper/fonts/fonts.ts';
import {type Page, mmPerPt} from '#core/paper/page.ts';
import {type PdfFile, pdfFile} from '#core/paper/pdf/pdf-file.ts';
import {drawPage} from '#core/paper/raster/draw-page.ts';
import {zpl} from '#core/paper/printers/zpl.ts';
import {glyphStore} from '#core/paper/raster/glyph-store.ts';
import {pdf} from '#core/paper/pdf/pdf.ts';
import {type Up, cellOf, impose} from '#core/shipping/documents/impose.ts';
import {type PaperSize, papers} from '#core/shipping/documents/paper-size.ts';
import {parcelLabel, textsOfLabel} from '#core/shipping/documents/parcel-label.ts';
import {labelCodeOf} from '#core/shipping/packing-bench/label-code.ts';
import {bundledFonts} from '../../tools/paper/shelf.ts';
import {wordsIn} from '../../tools/paper/words.ts';
import type {MadeFile} from '../files/made-files.ts';

/** A label as a carrier would print it. */
export interface CarrierLabel {
  readonly carrier: string;
  readonly number: string;
  readonly name: string;
  /** What the sender told the carrier, where that is printed: the order's number, as a rule. */
  readonly reference?: string;
  readonly postalCode?: string;
  readonly withoutBarcode?: true;
}

const words = wordsIn('en');

/** Labels in one PDF: a page each as large as a label, or two or four on a sheet. */
export async function labelFile(name: string, labels: readonly CarrierLabel[], up: Up): Promise<MadeFile> {
  const {pages, fonts} = await pagesOf(labels, up === 1 ? papers['4x6'] : cellOf(papers.a4, up));
  const sheets = up === 1 ? pages : [...impose(pages, papers.a4, up)];
  return {name, mimeType: 'application/pdf', buffer: Buffer.from(pdf(sheets, {title: name, dpi: 203}, fonts))};
}

/** Two labels on a sheet that was scanned: one picture of both. */
export async function scannedFile(name: string, labels: readonly CarrierLabel[]): Promise<MadeFile> {
  const {pages, fonts} = await pagesOf(labels, cellOf(papers.a4, 2));
  const [sheet] = [...impose(pages, papers.a4, 2)];
  const {bits, rowBytes, heightDots} = drawPage(must(sheet, 'a sheet'), 300, glyphStore(fonts));
  const grey = `/Width ${rowBytes * 8}/Height ${heightDots}/ColorSpace/DeviceGray/BitsPerComponent 1/Decode[1 0]`;
  const [across, high] = [(rowBytes * 8 * 72) / 300, (heightDots * 72) / 300];
  return a4File(name, `q ${across} 0 0 ${high} 0 0 cm /I Do Q`, (file) => {
    return `/XObject<</I ${file.putStream(bits, `/Type/XObject/Subtype/Image${grey}`)} 0 R>>`;
  });
}

/** Two labels beside each other as a typewriter would fill them in: a line runs over both. */
export function typedFile(name: string, [left, right]: readonly [string, string]): MadeFile {
  const frames = '20 20 380 555 re 440 20 380 555 re S';
  const line = `BT /C 10 Tf 30 500 Td (${left.padEnd(70)}${right}) Tj ET`;
  const font = (file: PdfFile) => `/Font<</C ${file.put('<</Type/Font/Subtype/Type1/BaseFont/Courier>>')} 0 R>>`;
  return a4File(name, `${frames} ${line}`, font, true);
}

/** A sheet that these operators draw. */
function a4File(name: string, content: string, resources: (file: PdfFile) => string, isAcross = false): MadeFile {
  const file = pdfFile();
  const [drawn, own, pages] = [file.putStream(Buffer.from(content)), resources(file), file.reserve()];
  const sides = [papers.a4.widthMm / mmPerPt, papers.a4.heightMm / mmPerPt];
  const size = `[0 0 ${(isAcross ? sides.toReversed() : sides).join(' ')}]`;
  const page = file.put(`<</Type/Page/Parent ${pages} 0 R/MediaBox${size}/Resources<<${own}>>/Contents ${drawn} 0 R>>`);
  file.put(`<</Type/Pages/Count 1/Kids[${page} 0 R]>>`, pages);
  const root = file.put(`<</Type/Catalog/Pages ${pages} 0 R>>`);
  const buffer = Buffer.from(file.close({root, info: file.put('<<>>')}));
  return {name, mimeType: 'application/pdf', buffer};
}

/** Labels in the language of label printers, four inches by six in these dots, their barcodes as pictures. */
export async function zplLabelFile(name: string, labels: readonly CarrierLabel[], dpi: number): Promise<MadeFile> {
  const {pages, fonts} = await pagesOf(labels, papers['4x6']);
  const glyphs = glyphStore(fonts);
  const jobs = pages.map((page) => zpl(page, {dpi, glyphs})).join('');
  return {name, mimeType: 'text/plain', buffer: Buffer.from(jobs)};
}

async function pagesOf(
  labels: readonly CarrierLabel[],
  size: PaperSize,
): Promise<{readonly pages: readonly Page[]; readonly fonts: Fonts}> {
  const parcels = labels.map(({carrier, number, name: to, reference, postalCode = '24103', withoutBarcode}) => {
    const told = reference === undefined ? {} : {extra: reference};
    const shipTo = {name: to, street: 'Kai 1', ...told, city: 'Kiel', postalCode, country: 'DE'};
    return {
      storefrontName: carrier,
      service: carrier,
      shipTo,
      orderNumber: reference ?? number,
      ...(withoutBarcode ? {} : {tracking: {text: number, code: labelCodeOf(number, shipTo)}}),
      contents: [],
    };
  });
  const pages: Page[] = [];
  let fonts = await bundledFonts().fontsFor([], 'chinese');
  for (const parcel of parcels) fonts = await bundledFonts().fontsFor(textsOfLabel(parcel, words), 'chinese');
  for (const parcel of parcels) {
    const page = parcelLabel(parcel, size, fonts, words);
    pages.push(must(page.ok ? page.value : undefined, 'a label that can be set'));
  }
  return {pages, fonts};
}
