import {assert, must} from '../lib/assert.ts';
import {utf8} from '../lib/utf8.ts';
import {concatenated} from '../paper/bytes.ts';
import type {Fonts} from '../paper/fonts/fonts.ts';
import {mmPerInch, movedMark, type Page} from '../paper/page.ts';
import {pdf} from '../paper/pdf/pdf.ts';
import {png} from '../paper/png.ts';
import {tspl} from '../paper/printers/tspl.ts';
import {zpl} from '../paper/printers/zpl.ts';
import {turned} from '../paper/raster/bitmap.ts';
import {drawPage} from '../paper/raster/draw-page.ts';
import {glyphStore} from '../paper/raster/glyph-store.ts';
import type {Instant} from '../time/instant.ts';
import {type Calibration, uncalibrated} from './calibration.ts';
import type {Printer} from './printer.ts';

/** What of a printer decides about the bytes of a document. */
export type PrintTarget = Pick<Printer, 'language' | 'media' | 'dpi' | 'calibration'>;

export interface AboutDocument {
  readonly title: string;
  /** Dates the file; never the clock. */
  readonly madeAt?: Instant;
}

/** Of the sixteen densities of TSPL the one that printers come with; a step of ours is one of them. */
const middleDensity = 8;
/** ZPL counts darkness to 30, TSPL to 15. */
const zplPerStep = 2;

/** Pages in a printer's own language, moved, turned and darkened as it was calibrated. The same pages give the same bytes. */
export function compilePages(
  pages: readonly Page[],
  about: AboutDocument,
  target: PrintTarget,
  fonts: Fonts,
): Uint8Array<ArrayBuffer> {
  const {language, dpi, calibration = uncalibrated} = target;
  const {darkness, speed, rotation} = calibration;
  const isTurned = rotation === '180';
  const moved = pages.map((page) => movedPage(page, calibration, dpi));
  const set = {dpi, isTurned, ...(speed === undefined ? {} : {speed})};
  switch (language) {
    case 'pdf':
      return pdf(moved, {...about, dpi, isTurned}, fonts);
    case 'zpl': {
      const glyphs = glyphStore(fonts);
      return utf8(moved.map((page) => zpl(page, {...set, glyphs, darkness: darkness * zplPerStep})).join(''));
    }
    case 'tspl': {
      const glyphs = glyphStore(fonts);
      const density = darkness === 0 ? {} : {density: middleDensity + darkness};
      return concatenated(moved.map((page) => tspl(page, {...set, ...density, glyphs})));
    }
    case 'png': {
      assert(moved.length === 1, 'a picture has one page');
      const drawn = drawPage(must(moved[0], 'the one'), dpi, glyphStore(fonts));
      return png(isTurned ? turned(drawn) : drawn, dpi);
    }
  }
}

function movedPage(page: Page, {offsetXDots, offsetYDots}: Calibration, dpi: number): Page {
  if (offsetXDots === 0 && offsetYDots === 0) return page;
  const [x, y] = [(offsetXDots * mmPerInch) / dpi, (offsetYDots * mmPerInch) / dpi];
  return {...page, marks: page.marks.map((mark) => movedMark(mark, x, y))};
}
