import {must} from '#core/lib/assert.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {latin1} from '#core/lib/latin1.ts';
import {mmPerPt, type Page} from '#core/paper/page.ts';
import {fittedOn, placePage} from '#core/paper/pdf/place-page.ts';
import type {Bitmap} from '#core/paper/raster/bitmap.ts';
import {uncalibrated} from '#core/printing/calibration.ts';
import {type PrintTarget, compilePages} from '#core/printing/compile-pages.ts';
import {sizeOfMedia} from '#core/printing/media.ts';
import {fitZpl, otherDots} from '#core/shipping/bought/fit-zpl.ts';
import type {KeptLabel} from '#core/printing/bought-label-messages.ts';
import {type FoundCode, findCodes} from '../labels/find-codes.ts';
import {dotsOf} from './dots.ts';
import {noFonts} from './no-fonts.ts';
import {drawPdfPage, openPdf} from './open-pdf.ts';
import {sharpestDots} from './sharpest-dots.ts';

export interface Making {
  readonly target: PrintTarget;
  readonly isChecked: boolean;
}

/** Labels that are printed together are dots: their pages come from many files. */
const togetherDpi = 300;
/** What the dots are compared with. */
const checkingDpi = 300;

/**
 * Labels as a printer takes them. One that was bought in a printer's own language goes to such a printer, in its dots; one of a PDF
 * goes to a printer that reads PDF as it was drawn, and as dots to every other. Faults: `shipping.bought_needs_zpl`, those of `fitZpl`,
 * `shipping.bought_damaged`, `printing.not_as_stored` where its barcodes can no longer be read as dots.
 */
export async function makeLabels(
  labels: readonly KeptLabel[],
  making: Making,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const {target} = making;
  if (labels.some(({form}) => form === 'zpl')) {
    if (target.language !== 'zpl' || labels.some(({form}) => form !== 'zpl')) return fail('shipping.bought_needs_zpl');
    return zplJobs(labels, target);
  }
  const [only] = labels;
  if (only && labels.length === 1 && target.language === 'pdf') {
    const placed = placedOn(only.bytes, target);
    if (placed) return ok(placed);
  }
  const pages: Page[] = [];
  for (const {bytes} of labels) {
    const page = await pageOfDots(bytes, making);
    if (!page.ok) return page;
    pages.push(page.value);
  }
  return ok(
    compilePages(pages, {title: ''}, target.language === 'pdf' ? {...target, dpi: togetherDpi} : target, noFonts),
  );
}

async function zplJobs(
  labels: readonly KeptLabel[],
  {dpi, media}: PrintTarget,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const {width, height} = paperOf(media);
  const paper = {dpi, widthMm: width * mmPerPt, heightMm: height * mmPerPt};
  let jobs = '';
  for (const {bytes} of labels) {
    const fitted = fitZpl(bytes, paper);
    if (!fitted.ok) return fitted;
    const {text, madeDpi, graphics} = fitted.value;
    for (const {before, after} of graphics) {
      if ((await lostCode(await findCodes(asPicture(before)), after)) !== undefined) {
        return fail('shipping.bought_other_dots', otherDots(madeDpi, paper));
      }
    }
    jobs += text;
  }
  return ok(latin1(jobs));
}

/** A label in the middle of the printer's paper, moved and turned as the printer was calibrated. */
function placedOn(
  bytes: Uint8Array,
  {media, dpi, calibration = uncalibrated}: PrintTarget,
): Uint8Array<ArrayBuffer> | undefined {
  const placed = centred(bytes, media);
  if (!placed) return undefined;
  const {offsetXDots, offsetYDots, rotation} = calibration;
  if (offsetXDots === 0 && offsetYDots === 0 && rotation === '0') return placed;
  const whole = {left: 0, top: 0, ...paperOf(media)};
  const [left, top] = [(offsetXDots * 72) / dpi, (offsetYDots * 72) / dpi];
  return placePage(placed, {...fittedOn(whole, paperOf(media)), left, top, isUpsideDown: rotation === '180'});
}

function centred(bytes: Uint8Array, media: string): Uint8Array<ArrayBuffer> | undefined {
  return placePage(bytes, (page) => fittedOn({left: 0, top: 0, ...page}, paperOf(media)));
}

function paperOf(media: string): {readonly width: number; readonly height: number} {
  const {widthHundredths, heightHundredths} = must(sizeOfMedia(media), 'a printer has paper with a size');
  return {width: widthHundredths / 100 / mmPerPt, height: heightHundredths / 100 / mmPerPt};
}

async function pageOfDots(bytes: Uint8Array, {target, isChecked}: Making): Promise<Result<Page>> {
  const opened = await openPdf(centred(bytes, target.media) ?? bytes);
  if (!opened.ok) return opened;
  const {pdf, close} = opened.value;
  try {
    const dpi = target.language === 'pdf' ? togetherDpi : target.dpi;
    const page = await pdf.getPage(1);
    const drawn = await sharpestDots(page, dpi);
    const image = dotsOf(drawn);
    if (isChecked) {
      const fine = await drawPdfPage(page, checkingDpi);
      const before = await findCodes(fine.context.getImageData(0, 0, fine.canvas.width, fine.canvas.height));
      const lost = await lostCode(before, image);
      if (lost) return fail('printing.not_as_stored', lost);
    }
    const {width, height} = paperOf(target.media);
    const [widthMm, heightMm] = [width * mmPerPt, height * mmPerPt];
    return ok({widthMm, heightMm, marks: [{kind: 'image', image, leftMm: 0, topMm: 0, widthMm, heightMm}]});
  } finally {
    await close();
  }
}

/** A barcode that was read before and cannot be read as dots, and what can. */
async function lostCode(
  before: readonly FoundCode[],
  dots: Bitmap,
): Promise<{readonly stored: string; readonly read: string} | undefined> {
  if (before.length === 0) return undefined;
  const after = new Set((await findCodes(asPicture(dots))).map(({code}) => code));
  const lost = before.find(({code}) => !after.has(code));
  return lost && {stored: lost.code.slice(3), read: [...after].join(', ')};
}

/** Bars may go to the edge of a picture, and a scanner wants white beside them. */
const quietDots = 40;

function asPicture({widthDots, heightDots, rowBytes, bits}: Bitmap): ImageData {
  const picture = new ImageData(widthDots + 2 * quietDots, heightDots + 2 * quietDots);
  picture.data.fill(255);
  for (let y = 0; y < heightDots; y++) {
    let at = ((y + quietDots) * picture.width + quietDots) * 4;
    for (let x = 0; x < widthDots; x++, at += 4) {
      if (((bits[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) picture.data.fill(0, at, at + 3);
    }
  }
  return picture;
}
