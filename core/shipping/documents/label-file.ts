import {unreachable} from '../../lib/assert.ts';
import {type Result, ok} from '../../lib/result.ts';
import {utf8} from '../../lib/utf8.ts';
import type {FontShelf} from '../../paper/fonts/font-shelf.ts';
import {png} from '../../paper/png.ts';
import {tspl} from '../../paper/printers/tspl.ts';
import {zpl} from '../../paper/printers/zpl.ts';
import {drawPage} from '../../paper/raster/draw-page.ts';
import {glyphStore} from '../../paper/raster/glyph-store.ts';
import {type LabelJob, labelPage, labelPdf} from './label-pdf.ts';

/** What a label is made for: the language of its printer, and what is made of dots at its resolution. */
export interface LabelForm {
  readonly language: 'pdf' | 'zpl' | 'tspl' | 'png';
  readonly dpi: number;
}

/** A label of 4 x 6 inches as its printer reads it. Faults: those of `parcelLabel`. */
export async function labelFile(job: LabelJob, shelf: FontShelf): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const {as} = job;
  if (!as || as.language === 'pdf') return labelPdf(job, shelf);
  const made = await labelPage(job, shelf);
  if (!made.ok) return made;
  const {page, fonts} = made.value;
  const {language, dpi} = as;
  const glyphs = glyphStore(fonts);
  switch (language) {
    case 'zpl':
      return ok(utf8(zpl(page, {dpi, glyphs})));
    case 'tspl':
      return ok(tspl(page, {dpi, glyphs}));
    case 'png':
      return ok(png(drawPage(page, dpi, glyphs), dpi));
    default:
      return unreachable(language);
  }
}
