import {type Mark, type Page, movedMark} from '../../paper/page.ts';
import type {PaperSize} from './paper-size.ts';

/** How many pages share a sheet: one in the middle, two one below the other, four in the corners. */
export type Up = 1 | 2 | 4;

/** The part of a sheet that each page gets. */
export function cellOf({widthMm, heightMm}: PaperSize, up: Up): PaperSize {
  return {widthMm: up === 4 ? widthMm / 2 : widthMm, heightMm: up === 1 ? heightMm : heightMm / 2};
}

/** Lays small pages onto sheets, each in the middle of its part, in the order in which one reads. */
export function* impose(pages: Iterable<Page>, sheet: PaperSize, up: Up): Generator<Page> {
  const cell = cellOf(sheet, up);
  const columns = up === 4 ? 2 : 1;
  let marks: Mark[] = [];
  let count = 0;
  for (const page of pages) {
    const leftMm = (count % columns) * cell.widthMm + (cell.widthMm - page.widthMm) / 2;
    const topMm = Math.floor(count / columns) * cell.heightMm + (cell.heightMm - page.heightMm) / 2;
    for (const mark of page.marks) marks.push(movedMark(mark, leftMm, topMm));
    if (++count < up) continue;
    yield {...sheet, marks};
    [marks, count] = [[], 0];
  }
  if (count > 0) yield {...sheet, marks};
}
