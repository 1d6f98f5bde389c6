import {must} from '#core/lib/assert.ts';
import type {Fonts} from '#core/paper/fonts/fonts.ts';
import type {Page} from '#core/paper/page.ts';
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
