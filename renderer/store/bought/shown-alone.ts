import type {PDFPageProxy} from 'pdfjs-dist';
import type {Area} from '#core/paper/page.ts';
import {shownPage} from '#core/paper/pdf/shown-page.ts';
import {dotsAsPdf} from './dots-as-pdf.ts';
import {drawPdfPage, openPdf, pointsPerInch} from './open-pdf.ts';

const pointsPerMm = pointsPerInch / 25.4;
/** Fine enough to see that a letter or a bar is gone. */
const comparingDpi = 150;
/** Of what cannot be kept as vectors. */
const dotsDpi = 600;
/** A text begins a little beside its ink. */
const besidePoints = 3;

/**
 * A part that was cut out of a sheet, with nothing of the other parts in its bytes: as it was drawn where that can be told apart and looks
 * exactly as before, else as dots.
 */
export async function shownAlone(
  placed: Uint8Array<ArrayBuffer>,
  part: Area,
  parts: readonly Area[],
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const others = parts.filter((other) => other !== part).map((other) => placeOf(other, part));
  const shown = shownPage(placed, others);
  const before = await openPdf(placed);
  if (!before.ok) return undefined;
  try {
    const page = await before.value.pdf.getPage(1);
    if (shown && (await looksLike(shown.bytes, page)) && (await saysOnly(shown.whole, page))) return shown.bytes;
    const {widthMm, heightMm} = part;
    return dotsAsPdf(await drawPdfPage(page, dotsDpi), {leftMm: 0, topMm: 0, widthMm, heightMm}, dotsDpi);
  } finally {
    await before.value.close();
  }
}

/** Where one part lies from the lower left corner of another, in points. */
function placeOf(other: Area, {leftMm, topMm, heightMm}: Area) {
  const [x0, y1] = [(other.leftMm - leftMm) * pointsPerMm, (heightMm - (other.topMm - topMm)) * pointsPerMm];
  return {x0, y0: y1 - other.heightMm * pointsPerMm, x1: x0 + other.widthMm * pointsPerMm, y1};
}

async function looksLike(bytes: Uint8Array, before: PDFPageProxy): Promise<boolean> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return false;
  try {
    const after = await opened.value.pdf.getPage(1);
    const [one, other] = [await dotsOfPage(before), await dotsOfPage(after)];
    return one.length === other.length && one.every((dot, at) => dot === other[at]);
  } finally {
    await opened.value.close();
  }
}

/** Whether each text of a file begins and ends on this page: one line may run over two labels. */
async function saysOnly(whole: Uint8Array, page: PDFPageProxy): Promise<boolean> {
  const opened = await openPdf(whole);
  if (!opened.ok) return false;
  try {
    const {width, height} = page.getViewport({scale: 1});
    const isOn = (x: number, y: number): boolean =>
      x > -besidePoints && y > -besidePoints && x < width + besidePoints && y < height + besidePoints;
    const {items} = await (await opened.value.pdf.getPage(1)).getTextContent();
    return items.every((item) => {
      if (!('transform' in item) || item.str.trim() === '') return true;
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const length = item.width / (Math.hypot(a, b) || 1);
      return isOn(x, y) && isOn(x + a * length, y + b * length);
    });
  } finally {
    await opened.value.close();
  }
}

async function dotsOfPage(page: PDFPageProxy): Promise<Uint32Array> {
  const {canvas, context} = await drawPdfPage(page, comparingDpi);
  return new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
}
