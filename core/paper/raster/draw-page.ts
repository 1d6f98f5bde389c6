import type {Barcode} from '../barcodes/barcode.ts';
import {type Snapped, dotsOf, snap} from '../barcodes/snap.ts';
import {type Area, type Page, type TextMark} from '../page.ts';
import {type Bitmap, blacken, blankBitmap, isBlack, stamp} from './bitmap.ts';
import type {GlyphStore} from './glyph-store.ts';

/** A page in printer dots. */
export function drawPage({widthMm, heightMm, marks}: Page, dpi: number, glyphs: GlyphStore): Bitmap {
  const paper = blankBitmap(dotsOf(widthMm, dpi), dotsOf(heightMm, dpi));
  for (const mark of marks) {
    if (mark.kind === 'text') drawText(paper, mark, dpi, glyphs);
    else if (mark.kind === 'barcode') drawBarcode(paper, mark.barcode, snap(mark.barcode, mark, dpi));
    else if (mark.kind === 'image') drawImage(paper, mark.image, dotsIn(mark, dpi));
    else {
      const {x, y, width, height} = dotsIn(mark, dpi);
      blacken(paper, x, y, width, height);
    }
  }
  return paper;
}

/** An area in dots, both edges on the nearest; a line thinner than a dot is one dot. */
export function dotsIn({leftMm, topMm, widthMm, heightMm}: Area, dpi: number) {
  const [x, y] = [dotsOf(leftMm, dpi), dotsOf(topMm, dpi)];
  return {
    x,
    y,
    width: Math.max(1, dotsOf(leftMm + widthMm, dpi) - x),
    height: Math.max(1, dotsOf(topMm + heightMm, dpi) - y),
  };
}

/** Stamps a line's glyphs, each with its pen on a dot. */
export function drawText(
  onto: Bitmap,
  {clusters, sizePt, leftMm, baselineMm}: TextMark,
  dpi: number,
  glyphs: GlyphStore,
): void {
  const emDots = (sizePt * dpi) / 72;
  const baseline = dotsOf(baselineMm, dpi);
  let pen = (leftMm * dpi) / 25.4;
  for (const {face, advanceEm, glyphs: placed} of clusters) {
    for (const {glyph, xEm, yEm} of placed) {
      const bitmap = glyphs.bitmap(face, glyph, emDots);
      if (bitmap)
        stamp(
          onto,
          bitmap,
          Math.round(pen + xEm * emDots) + bitmap.left,
          baseline - Math.round(yEm * emDots) + bitmap.top,
        );
    }
    pen += advanceEm * emDots;
  }
}

export function drawBarcode(onto: Bitmap, barcode: Barcode, {x, y, moduleDots, heightDots}: Snapped): void {
  if (barcode.kind === 'bars') {
    let at = x;
    for (const [turn, width] of barcode.modules.entries()) {
      if (turn % 2 === 0) blacken(onto, at, y, width * moduleDots, heightDots);
      at += width * moduleDots;
    }
    return;
  }
  for (let row = 0; row < barcode.rows; row++)
    for (let column = 0; column < barcode.columns; column++)
      if (barcode.dark[row * barcode.columns + column] === 1)
        blacken(onto, x + column * moduleDots, y + row * moduleDots, moduleDots, moduleDots);
}

function drawImage(onto: Bitmap, image: Bitmap, {x, y, width, height}: ReturnType<typeof dotsIn>): void {
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      if (isBlack(image, Math.floor((column * image.widthDots) / width), Math.floor((row * image.heightDots) / height)))
        blacken(onto, x + column, y + row, 1, 1);
}
