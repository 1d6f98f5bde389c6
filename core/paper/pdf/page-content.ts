import {type Snapped, snap} from '../barcodes/snap.ts';
import type {Barcode, Bars, Matrix} from '../barcodes/barcode.ts';
import type {Face} from '../fonts/faces.ts';
import {type Page, type TextMark, mmPerPt} from '../page.ts';
import {isBlack} from '../raster/bitmap.ts';
import {pdfNumber} from './pdf-file.ts';
import type {PdfFont} from './pdf-font.ts';

/** In dots: barcodes lie inside theirs by this much, so that no rounding darkens the dot beside them. */
const hair = 0.02;
/** A deviation of the pen smaller than this, in thousandths of an em, is not written. */
const toleranceEm = 0.0005;

/** What draws a page, and the fonts it uses. Barcodes are rectangles whose edges lie on the dots of a printer of `dpi`. */
export function pageContent({heightMm, marks}: Page, dpi: number, fontOf: (face: Face) => PdfFont) {
  const heightPt = heightMm / mmPerPt;
  const used = new Set<PdfFont>();
  let [text, area, codes] = ['', '', ''];
  const state = {font: '', x: 0, y: 0};
  for (const mark of marks) {
    if (mark.kind === 'text') text += textOperators(mark, heightPt, (face) => remembered(fontOf(face), used), state);
    else if (mark.kind === 'barcode')
      codes += barcodeAreas(mark.barcode, snap(mark.barcode, mark, dpi), heightPt, 72 / dpi);
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
        for (let x = 0; x < image.widthDots; x++) {
          const from = x;
          while (x < image.widthDots && isBlack(image, x, y)) x++;
          if (x > from)
            area += rectangle(
              mark.leftMm / mmPerPt + from * stepX,
              heightPt - mark.topMm / mmPerPt - (y + 1) * stepY,
              (x - from) * stepX,
              stepY,
            );
        }
    }
  }
  const content = (area === '' ? '' : `${area}f\n`) + codes + (text === '' ? '' : `BT\n${text}ET\n`);
  return {content, fonts: [...used]};
}

function remembered(font: PdfFont, used: Set<PdfFont>): PdfFont {
  used.add(font);
  return font;
}

function rectangle(xPt: number, yPt: number, widthPt: number, heightPt: number): string {
  return `${pdfNumber(xPt)} ${pdfNumber(yPt)} ${pdfNumber(widthPt)} ${pdfNumber(heightPt)} re\n`;
}

/** In units of dots across, so that most numbers are short; `y` counts from the bottom of the symbol up, in heights of bars or dots. */
function barcodeAreas(
  barcode: Barcode,
  {x, y, moduleDots, heightDots}: Snapped,
  heightPt: number,
  dotPt: number,
): string {
  const origin = [(x + hair) * dotPt, heightPt - (y + heightDots - hair) * dotPt].map(pdfNumber).join(' ');
  const isBars = barcode.kind === 'bars';
  const up = isBars ? (heightDots - 2 * hair) * dotPt : dotPt;
  const areas = isBars ? bars(barcode, moduleDots) : rows(barcode, moduleDots);
  return `q ${dotPt.toFixed(7)} 0 0 ${up.toFixed(7)} ${origin} cm\n${areas}f\nQ\n`;
}

function bars({modules}: Bars, moduleDots: number): string {
  let [areas, at, isBar] = ['', 0, true];
  for (const width of modules) {
    if (isBar) areas += `${at} 0 ${width * moduleDots - 2 * hair} 1 re\n`;
    at += width * moduleDots;
    isBar = !isBar;
  }
  return areas;
}

/** Neighbours in a row are one rectangle, so that no viewer draws a hair between them. */
function rows({columns, rows: count, dark}: Matrix, moduleDots: number): string {
  let areas = '';
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < columns; column++) {
      let below = column;
      while (below < columns && dark[row * columns + below] === 1) below++;
      if (below === column) continue;
      const width = (below - column) * moduleDots - 2 * hair;
      areas += `${column * moduleDots} ${(count - 1 - row) * moduleDots} ${width} ${moduleDots - 2 * hair} re\n`;
      column = below;
    }
  }
  return areas;
}

/** What a page has set last: the font with its size, and where its line began. */
interface TextState {
  font: string;
  x: number;
  y: number;
}

/** Shows a line in runs of one font and height; where the pen should not move by a glyph's own advance, the deviation is told. */
function textOperators(
  {clusters, sizePt, leftMm, baselineMm}: TextMark,
  heightPt: number,
  fontOf: (face: Face) => PdfFont,
  state: TextState,
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
          const setting = `/${font.name} ${pdfNumber(sizePt)} Tf\n`;
          if (setting !== state.font) operators += setting;
          state.font = setting;
        }
        [face, lift, pen] = [cluster.face, yEm, left + xEm];
        operators += moved(state, leftMm / mmPerPt + pen * sizePt, baseline + yEm * sizePt);
      }
      const deviation = left + xEm - pen;
      if (Math.abs(deviation) > toleranceEm) {
        shown += `>${pdfNumber(-deviation * 1000)}<`;
        [pen, simple] = [left + xEm, false];
      }
      const {code, advanceEm} = font.shown(glyph, text);
      shown += code;
      pen += advanceEm;
    }
    left += cluster.advanceEm;
  }
  close();
  return operators;
}

/** To a place on the page, told from where the last line began; hundredths of a point, for no printer is finer. */
function moved(state: TextState, xPt: number, yPt: number): string {
  const [x, y] = [Math.round(xPt * 100), Math.round(yPt * 100)];
  const move = `${pdfNumber((x - state.x) / 100)} ${pdfNumber((y - state.y) / 100)} Td\n`;
  [state.x, state.y] = [x, y];
  return move;
}
