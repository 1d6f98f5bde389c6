import {rect} from '../../paper/page.ts';
import {type Sheet, drawRule, hairMm, text} from './document.ts';

export interface Column<Row> {
  readonly title: string;
  /** Its share of the width. */
  readonly share: number;
  readonly align?: 'right' | 'start';
  readonly strong?: true;
  /** What stands in it; an empty box to be ticked with a pen where it says so. */
  readonly cell: ((row: Row) => string) | 'box';
}

/** Nothing in a table is higher; a text that is, is a fault. */
const rowMaxMm = 60;
const padMm = 1.2;
/** Between columns. */
const gutterMm = 2;
const boxMm = 4;

/** Rows below each other from `topMm` on, on as many pages as they need, each with the titles on top. Returns where it ends. */
export function drawTable<Row>(
  sheet: Sheet,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  topMm: number,
): number {
  const {paper, leftMm, widthMm, bottomMm} = sheet;
  const whole = columns.reduce((sum, {share}) => sum + share, 0);
  const boxes = columns.map((column, at) => ({
    column,
    leftMm: leftMm + (columns.slice(0, at).reduce((sum, {share}) => sum + share, 0) / whole) * widthMm + gutterMm / 2,
    widthMm: (column.share / whole) * widthMm - gutterMm,
  }));

  const drawTitles = (atMm: number): number => {
    const ends = boxes.map(({column, ...box}) =>
      paper.line(
        {part: 'table', ...box, topMm: atMm, heightMm: 12, sizeMinPt: 5, align: column.align ?? 'start', stand: 'top'},
        text.small,
        column.title,
      ),
    );
    const endMm = Math.max(...ends) + padMm / 2;
    drawRule(sheet, endMm);
    return endMm + hairMm + padMm;
  };
  let atMm = drawTitles(topMm);

  const drawRow = (row: Row): number => {
    const ends = boxes.map(({column, ...box}) => {
      if (column.cell === 'box') {
        tickBox(sheet, box.leftMm + box.widthMm - boxMm, atMm);
        return atMm + boxMm;
      }
      const style = column.strong ? text.strong : text.body;
      // Cells are wrapped, not shrunk: a table is read down its columns.
      return paper.line(
        {
          part: 'table',
          ...box,
          topMm: atMm,
          heightMm: rowMaxMm,
          sizeMinPt: style.sizePt,
          align: column.align ?? 'start',
        },
        style,
        column.cell(row),
      );
    });
    return Math.max(...ends) + padMm;
  };
  for (const row of rows) {
    const endMm = paper.onThisPageOrNext(
      bottomMm,
      () => drawRow(row),
      () => {
        paper.newPage();
        atMm = drawTitles(sheet.topMm);
      },
    );
    paper.marks([rect(leftMm, endMm - padMm / 2, widthMm, 0.1)]);
    atMm = endMm + padMm / 2;
  }
  return atMm + padMm;
}

/** Pairs of words and values below each other on the right, the last one strong; on the next page when they do not fit. */
export function drawSums(
  sheet: Sheet,
  sums: readonly (readonly [caption: string, value: string])[],
  topMm: number,
): number {
  const {paper, rightMm, widthMm, bottomMm} = sheet;
  const valueMm = Math.min(38, widthMm * 0.3);
  const captionMm = Math.min(70, widthMm * 0.5);
  let startMm = topMm;
  const draw = (): number => {
    let atMm = startMm;
    for (const [index, [caption, value]] of sums.entries()) {
      const style = index === sums.length - 1 ? text.strong : text.body;
      const box = {part: 'sums', topMm: atMm, heightMm: 12, sizeMinPt: 7, align: 'right'} as const;
      const ends = [
        paper.line({...box, leftMm: rightMm - valueMm - captionMm, widthMm: captionMm}, style, caption),
        paper.line({...box, leftMm: rightMm - valueMm, widthMm: valueMm}, style, value),
      ];
      atMm = Math.max(...ends) + padMm;
    }
    return atMm;
  };
  return paper.onThisPageOrNext(bottomMm, draw, () => {
    paper.newPage();
    startMm = sheet.topMm;
  });
}

function tickBox({paper}: Sheet, leftMm: number, topMm: number): void {
  const [side, thin] = [boxMm, 0.3];
  paper.marks([
    rect(leftMm, topMm, side, thin),
    rect(leftMm, topMm + side - thin, side, thin),
    rect(leftMm, topMm, thin, side),
    rect(leftMm + side - thin, topMm, thin, side),
  ]);
}
