import type {Area} from '#core/paper/page.ts';
import {bitmapPage} from '#core/paper/pdf/bitmap-page.ts';
import {dotsOf} from './dots.ts';
import {type DrawnPdfPage, pointsPerInch} from './open-pdf.ts';

/** A part of a page as a PDF of its dots, for a page that cannot be cut as it is. */
export function dotsAsPdf({context}: DrawnPdfPage, area: Area, dpi: number): Uint8Array<ArrayBuffer> {
  const perMm = dpi / 25.4;
  const [left, top, width, height] = [area.leftMm, area.topMm, area.widthMm, area.heightMm].map((mm) =>
    Math.round(mm * perMm),
  );
  const image = dotsOf(context.getImageData(left ?? 0, top ?? 0, Math.max(1, width ?? 1), Math.max(1, height ?? 1)));
  const pointsPerMm = pointsPerInch / 25.4;
  return bitmapPage(image, {width: area.widthMm * pointsPerMm, height: area.heightMm * pointsPerMm});
}
