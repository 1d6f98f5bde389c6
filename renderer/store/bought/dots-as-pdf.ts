import type {Area} from '#core/paper/page.ts';
import {compilePages} from '#core/printing/compile-pages.ts';
import {noFonts} from './no-fonts.ts';
import {dotsOf} from './dots.ts';
import type {DrawnPdfPage} from './open-pdf.ts';

/** A part of a page as a PDF of its dots, for a page that cannot be cut as it is. */
export function dotsAsPdf({context}: DrawnPdfPage, area: Area, dpi: number): Uint8Array<ArrayBuffer> {
  const perMm = dpi / 25.4;
  const [left, top, width, height] = [area.leftMm, area.topMm, area.widthMm, area.heightMm].map((mm) =>
    Math.round(mm * perMm),
  );
  const image = dotsOf(context.getImageData(left ?? 0, top ?? 0, Math.max(1, width ?? 1), Math.max(1, height ?? 1)));
  const {widthMm, heightMm} = area;
  const page = {widthMm, heightMm, marks: [{kind: 'image' as const, image, leftMm: 0, topMm: 0, widthMm, heightMm}]};
  return compilePages([page], {title: ''}, {language: 'pdf', media: '', dpi}, noFonts);
}
