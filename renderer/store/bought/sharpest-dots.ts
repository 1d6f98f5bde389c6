import type {PDFPageProxy} from 'pdfjs-dist';
import {drawPdfPage} from './open-pdf.ts';

/** Parts of a dot by which a page is moved. */
const phases = [0, 0.25, 0.5, 0.75] as const;
/** A page of which no more is grey lies on the dots as it is. */
const greyFew = 0.02;
const greyBetween = [56, 200] as const;

interface Drawn {
  readonly picture: ImageData;
  /** Grey dots by those that are not white. */
  readonly grey: number;
}

/**
 * A page as a printer's dots. Where edges of bars fall between two dots each bar would become wider than each gap: so the page is moved
 * by less than a dot, across and down, to where the fewest dots are half covered.
 */
export async function sharpestDots(page: PDFPageProxy, dpi: number): Promise<ImageData> {
  let best = await drawn(page, dpi, {x: 0, y: 0});
  let x = 0;
  for (const across of phases.slice(1)) {
    if (best.grey <= greyFew) return best.picture;
    const moved = await drawn(page, dpi, {x: across, y: 0});
    if (moved.grey < best.grey) [best, x] = [moved, across];
  }
  for (const y of phases.slice(1)) {
    if (best.grey <= greyFew) break;
    const moved = await drawn(page, dpi, {x, y});
    if (moved.grey < best.grey) best = moved;
  }
  return best.picture;
}

async function drawn(page: PDFPageProxy, dpi: number, by: {readonly x: number; readonly y: number}): Promise<Drawn> {
  const {canvas, context} = await drawPdfPage(page, dpi, by);
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  const [darkest, palest] = greyBetween;
  let [grey, inked] = [0, 0];
  for (let at = 1; at < picture.data.length; at += 4) {
    const light = picture.data[at] ?? 255;
    if (light > palest) continue;
    inked += 1;
    if (light > darkest) grey += 1;
  }
  return {picture, grey: inked === 0 ? 0 : grey / inked};
}
