import type {PDFPageProxy} from 'pdfjs-dist';
import {cutSheet} from '#core/shipping/bought/cut-sheet.ts';
import {inkMapOf} from '#core/shipping/bought/ink-map.ts';
import type {LabelText} from '#core/shipping/bought/label-number.ts';
import {labelsMax, pagesMax} from '#core/shipping/bought/limits.ts';
import {type TextPiece, linesOf} from '#core/shipping/bought/text-lines.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import type {Area} from '#core/paper/page.ts';
import {fittedOn, placePage} from '#core/paper/pdf/place-page.ts';
import {type FoundCode, findCodes} from '../labels/find-codes.ts';
import {type DrawnPdfPage, drawPdfPage, openPdf, pointsPerInch} from './open-pdf.ts';
import {pictureOfCanvas} from './picture-of-canvas.ts';
import {dotsAsPdf} from './dots-as-pdf.ts';
import {shownAlone} from './shown-alone.ts';

/** Fine enough for the narrowest bars that carriers print. */
const readingDpi = 300;
const mmPerPoint = 25.4 / pointsPerInch;

/** A label as it was found on a page. */
export interface FoundLabel {
  readonly page: number;
  readonly text: LabelText;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly picture: Blob;
}

export interface Reading {
  readonly signal: AbortSignal;
  readonly pace: (done: number, total: number) => void;
  readonly found: (label: FoundLabel) => void;
}

/** Reads the labels of a PDF page by page; each is told as soon as it is found. */
export async function readPdf(bytes: Uint8Array, {signal, pace, found}: Reading): Promise<Result<null>> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const {pdf, close} = opened.value;
  try {
    const {numPages: total} = pdf;
    if (total > pagesMax) return fail('shipping.bought_too_many_pages', {pages: total, pagesMax});
    let labels = 0;
    for (let number = 1; number <= total; number++) {
      signal.throwIfAborted();
      pace(number - 1, total);
      const page = await pdf.getPage(number);
      const drawn = await drawPdfPage(page, readingDpi);
      const {parts, codes} = await partsOf(drawn);
      const alone =
        parts.length > 0 ? await pdf.extractPages([{document: null, includePages: [number - 1]}]) : undefined;
      const pieces = await textsOf(page);
      for (const part of parts) {
        labels += 1;
        if (labels > labelsMax) return fail('shipping.bought_too_many_labels', {labelsMax});
        found({
          page: number,
          text: {
            codes: codes.filter((code) => isCodeIn(code, part)).map(({code}) => code),
            lines: linesOf(pieces.filter((piece) => isIn(piece, part))),
          },
          bytes: (alone && (await cutAlone(alone, part, parts))) ?? dotsAsPdf(drawn, part, readingDpi),
          picture: await pictureOfCanvas(drawn.canvas, part, readingDpi),
        });
      }
      page.cleanup();
    }
    pace(total, total);
    return labels > 0 ? ok(null) : fail('shipping.bought_no_labels');
  } catch (error) {
    signal.throwIfAborted();
    // A page that cannot be drawn is a file that is damaged further in.
    if (isDamage(error)) return fail('shipping.bought_damaged');
    throw error;
  } finally {
    await close();
  }
}

function isDamage(error: unknown): boolean {
  return (
    error instanceof Error &&
    ['FormatError', 'UnknownErrorException', 'InvalidPDFException', 'ResponseException'].includes(error.name)
  );
}

async function partsOf({canvas, context}: DrawnPdfPage): Promise<{
  readonly parts: readonly Area[];
  readonly codes: readonly FoundCode[];
}> {
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  const map = inkMapOf({data: picture.data, widthPx: canvas.width, heightPx: canvas.height, dpi: readingDpi});
  const codes = await findCodes(picture);
  const places = codes.map(({xPx, yPx}) => ({xMm: mmOf(xPx), yMm: mmOf(yPx)}));
  return {parts: cutSheet(map, places), codes};
}

function mmOf(px: number): number {
  return (px * 25.4) / readingDpi;
}

function isCodeIn({xPx, yPx}: FoundCode, {leftMm, topMm, widthMm, heightMm}: Area): boolean {
  const [x, y] = [mmOf(xPx), mmOf(yPx)];
  return x >= leftMm && x <= leftMm + widthMm && y >= topMm && y <= topMm + heightMm;
}

/** Texts in millimetres from the upper left corner, as far as they stand upright or lie on a side. */
async function textsOf(page: PDFPageProxy): Promise<readonly TextPiece[]> {
  const viewport = page.getViewport({scale: mmPerPoint});
  const {items} = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('transform' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform as number[];
    const [x = 0, y = 0] = viewport.convertToViewportPoint(e, f) as number[];
    const size = Math.hypot(c, d) * mmPerPoint;
    // Of a text on its side its lines are columns: it is put together from its own end.
    const isOnSide = Math.abs(b) > Math.abs(a);
    const length = item.width * mmPerPoint;
    return isOnSide
      ? [{text: item.str, left: x - size, top: b > 0 ? y - length : y, width: size, height: length}]
      : [{text: item.str, left: x, top: y - size, width: length, height: size}];
  });
}

function isIn({left, top, width, height}: TextPiece, area: Area): boolean {
  const [x, y] = [left + width / 2, top + height / 2];
  return x >= area.leftMm && x <= area.leftMm + area.widthMm && y >= area.topMm && y <= area.topMm + area.heightMm;
}

/** A part of a page as vectors, and nothing of the others in its bytes: those are labels of other people. */
async function cutAlone(
  page: Uint8Array,
  part: Area,
  parts: readonly Area[],
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const placed = placePage(page, cutOf(part));
  return placed && parts.length > 1 ? shownAlone(placed, part, parts) : placed;
}

function cutOf({leftMm, topMm, widthMm, heightMm}: Area): Parameters<typeof placePage>[1] {
  const [width, height] = [widthMm / mmPerPoint, heightMm / mmPerPoint];
  return fittedOn({left: leftMm / mmPerPoint, top: topMm / mmPerPoint, width, height}, {width, height});
}
