import {utf8} from '../../lib/utf8.ts';
import {concatenated} from '../bytes.ts';
import {type Page} from '../page.ts';
import type {Bitmap} from '../raster/bitmap.ts';
import {drawPage} from '../raster/draw-page.ts';
import type {GlyphStore} from '../raster/glyph-store.ts';

/** Rows without ink shorter than this are sent along: a command of its own is not shorter. */
const gapRowsMin = 8;

interface TsplOptions {
  readonly dpi: number;
  readonly glyphs: GlyphStore;
  /** Printed upside down, for printers whose paper comes out that way. */
  readonly isTurned?: boolean;
  /** From 0 to 15; left to the printer where it is not told. */
  readonly density?: number;
  /** Inches a second. */
  readonly speed?: number;
}

/**
 * A page for a TSPL printer: one job of one label. All of it comes as dots, for the fonts of these printers differ from one to the next; no
 * text of a buyer ever stands between commands. What is white is not sent.
 */
export function tspl(
  page: Page,
  {dpi, glyphs, isTurned = false, density, speed}: TsplOptions,
): Uint8Array<ArrayBuffer> {
  const bitmap = drawPage(page, dpi, glyphs);
  const set = `${density === undefined ? '' : `DENSITY ${density}\r\n`}${speed === undefined ? '' : `SPEED ${speed}\r\n`}`;
  const head = `SIZE ${page.widthMm} mm,${page.heightMm} mm\r\nGAP 3 mm,0 mm\r\n${set}DIRECTION ${isTurned ? 1 : 0}\r\nREFERENCE 0,0\r\nCLS\r\n`;
  return concatenated([
    utf8(head),
    ...bandsOf(bitmap).flatMap((band) => bandCommand(bitmap, band)),
    utf8('PRINT 1,1\r\n'),
  ]);
}

interface Band {
  readonly top: number;
  readonly below: number;
}

/** The stretches of rows that have ink. */
function bandsOf({heightDots, rowBytes, bits}: Bitmap): readonly Band[] {
  const bands: {top: number; below: number}[] = [];
  for (let row = 0; row < heightDots; row++) {
    if (bits.subarray(row * rowBytes, (row + 1) * rowBytes).every((byte) => byte === 0)) continue;
    const last = bands.at(-1);
    if (last && row - last.below < gapRowsMin) last.below = row + 1;
    else bands.push({top: row, below: row + 1});
  }
  return bands;
}

/** `BITMAP x,y,bytes,rows,0,` and the dots from the first byte with ink to the last; in TSPL 0 is black. */
function bandCommand({rowBytes, bits}: Bitmap, {top, below}: Band): readonly Uint8Array[] {
  let [first, last] = [rowBytes, 0];
  for (let row = top; row < below; row++)
    for (let byte = 0; byte < rowBytes; byte++)
      if (bits[row * rowBytes + byte] !== 0) [first, last] = [Math.min(first, byte), Math.max(last, byte)];
  const width = last - first + 1;
  const dots = new Uint8Array(width * (below - top));
  for (let row = top; row < below; row++)
    for (let byte = 0; byte < width; byte++)
      dots[(row - top) * width + byte] = (bits[row * rowBytes + first + byte] ?? 0) ^ 0xff;
  return [utf8(`BITMAP ${first * 8},${top},${width},${below - top},0,`), dots, utf8('\r\n')];
}
