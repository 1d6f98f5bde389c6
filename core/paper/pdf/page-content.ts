import {type Snapped, snap} from '../barcodes/snap.ts';
import type {Barcode} from '../barcodes/barcode.ts';
import type {Face} from '../fonts/faces.ts';
import {type Page, type TextMark, mmPerPt} from '../page.ts';
import {isBlack} from '../raster/bitmap.ts';
import {pdfNumber} from './pdf-file.ts';
import type {PdfFont} from './pdf-font.ts';

/** Barcodes lie inside their dots by this much, so that no rounding darkens the dot beside them. */
const hairPt = 0.0005;
/** A deviation of the pen smaller than this, in thousandths of an em, is not written. */
const toleranceEm = 0.0005;

/** What draws a page, and the fonts it uses. Barcodes are rectangles whose edges lie on the dots of a printer of `dpi`. */
export function pageContent({heightMm, marks}: Page, dpi: number, fontOf: (face: Face) => PdfFont) {
  const heightPt = heightMm / mmPerPt;
  const used = new Set<PdfFont>();
  let [text, area] = ['', ''];
  for (const mark of marks) {
    if (mark.kind === 'text') text += textOperators(mark, heightPt, (face) => remembered(fontOf(face), used));
    else if (mark.kind === 'barcode')
      area += barcodeAreas(mark.barcode, snap(mark.barcode, mark, dpi), heightPt, 72 / dpi);
    else if (mark.kind === 'rect')
      area += rectangle(
        mark.leftMm / mmPerPt,
        heightPt - (mark.topMm + mark.heightMm) / mmPerPt,
        mark.widthMm / mmPerPt,
        mark.heightMm / mmPerPt,
      );
    else {
      const {image} = mark;
      const [stepX, stepY] = [mark.widthMm / mmPerPt / image.widthDots, mark.heightMm / mmPerPt / image.heightDots];
      for (let y = 0; y < image.heightDots; y++)
        for (let x = 0; x < image.widthDots; x++)
          if (isBlack(image, x, y))
            area += rectangle(
              mark.leftMm / mmPerPt + x * stepX,
              heightPt - mark.topMm / mmPerPt - (y + 1) * stepY,
              stepX,
              stepY,
            );
    }
  }
  const content = (area === '' ? '' : `${area}f\n`) + (text === '' ? '' : `BT\n${text}ET\n`);
  return {content, fonts: [...used]};
}

function remembered(font: PdfFont, used: Set<PdfFont>): PdfFont {
  used.add(font);
  return font;
}

function rectangle(xPt: number, yPt: number, widthPt: number, heightPt: number): string {
  return `${pdfNumber(xPt)} ${pdfNumber(yPt)} ${pdfNumber(widthPt)} ${pdfNumber(heightPt)} re\n`;
}

/** A rectangle of a barcode: a hair smaller than said. */
function inside(xPt: number, yPt: number, widthPt: number, heightPt: number): string {
  return rectangle(xPt + hairPt, yPt + hairPt, widthPt - 2 * hairPt, heightPt - 2 * hairPt);
}

function barcodeAreas(
  barcode: Barcode,
  {x, y, moduleDots, heightDots}: Snapped,
  heightPt: number,
  dotPt: number,
): string {
  const module = moduleDots * dotPt;
  let areas = '';
  if (barcode.kind === 'bars') {
    let at = x * dotPt;
    const bottom = heightPt - (y + heightDots) * dotPt;
    for (const [turn, width] of barcode.modules.entries()) {
      if (turn % 2 === 0) areas += inside(at, bottom, width * module, heightDots * dotPt);
      at += width * module;
    }
    return areas;
  }
  // Neighbours in a row are one rectangle, so that no viewer draws a hair between them.
  for (let row = 0; row < barcode.rows; row++) {
    for (let column = 0; column < barcode.columns; column++) {
      let below = column;
      while (below < barcode.columns && barcode.dark[row * barcode.columns + below] === 1) below++;
      if (below === column) continue;
      areas += inside(
        x * dotPt + column * module,
        heightPt - y * dotPt - (row + 1) * module,
        (below - column) * module,
        module,
      );
      column = below;
    }
  }
  return areas;
}

/** Shows a line in runs of one font and height; where the pen should not move by a glyph's own advance, the deviation is told. */
function textOperators(
  {clusters, sizePt, leftMm, baselineMm}: TextMark,
  heightPt: number,
  fontOf: (face: Face) => PdfFont,
): string {
  const baseline = heightPt - baselineMm / mmPerPt;
  let operators = '';
  let font: PdfFont | undefined;
  let [face, lift, shown]: [Face | undefined, number, string] = [undefined, 0, ''];
  // Where the pen of the file and that of the layout stand, in ems from the left end.
  let [pen, left, simple] = [0, 0, true];
  const close = () => {
    if (shown !== '') operators += simple ? `<${shown}> Tj\n` : `[<${shown}>] TJ\n`;
    [shown, simple] = ['', true];
  };

  for (const cluster of clusters) {
    for (const {glyph, xEm, yEm, text} of cluster.glyphs) {
      if (!font || cluster.face !== face || yEm !== lift) {
        close();
        if (!font || cluster.face !== face) {
          font = fontOf(cluster.face);
          operators += `/${font.name} ${pdfNumber(sizePt)} Tf\n`;
        }
        [face, lift, pen] = [cluster.face, yEm, left + xEm];
        operators += `1 0 0 1 ${pdfNumber(leftMm / mmPerPt + pen * sizePt)} ${pdfNumber(baseline + yEm * sizePt)} Tm\n`;
      }
      const deviation = left + xEm - pen;
      if (Math.abs(deviation) > toleranceEm) {
        shown += `>${pdfNumber(-deviation * 1000)}<`;
        [pen, simple] = [left + xEm, false];
      }
      shown += font.codeOf(glyph, text);
      pen += font.advanceEm(glyph);
    }
    left += cluster.advanceEm;
  }
  close();
  return operators;
}
