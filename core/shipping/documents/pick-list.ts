import {byBin} from '../../catalog/by-bin.ts';
import type {Result} from '../../lib/result.ts';
import type {Page} from '../../paper/page.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {type Making, beginSheet, drawHead, endSheet} from './document.ts';
import {drawSums, drawTable} from './table.ts';

export interface PickLine {
  readonly bin: string;
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  /** Into which totes it goes, and how many into each: `T-1 ×2, T-4`. */
  readonly totes?: string;
}

/** What one person fetches in one round. */
export interface PickList {
  /** Scanned to begin the round. */
  readonly number: string;
  readonly madeOn: LocalDate;
  readonly orders: number;
  readonly lines: readonly PickLine[];
}

/** The lines in the order of their bins, which is the order of the walk; without a bin last. Faults: those of typesetting. */
export function pickList(list: PickList, making: Making): Result<readonly Page[]> {
  const {words} = making;
  const sheet = beginSheet(making);
  const about = [list.madeOn, words('pick.orders', {count: list.orders})];
  const topMm = drawHead(sheet, {
    title: words('pick.title'),
    about,
    number: list.number,
    caption: words('pick.number'),
  });
  const walk = list.lines.toSorted((a, b) => byBin(a.bin, b.bin) || byBin(a.sku, b.sku));
  const hasTotes = walk.some(({totes}) => totes !== undefined);
  const endMm = drawTable<PickLine>(
    sheet,
    [
      {title: words('pick.bin'), share: 16, strong: true, cell: ({bin}) => (bin === '' ? '–' : bin)},
      {
        title: words('document.quantity'),
        share: 12,
        align: 'right',
        strong: true,
        cell: ({quantity}) => String(quantity),
      },
      {title: words('document.sku'), share: hasTotes ? 20 : 24, cell: ({sku}) => sku},
      {title: words('document.item'), share: hasTotes ? 28 : 40, cell: ({title}) => title},
      ...(hasTotes ? [{title: words('pick.totes'), share: 16, cell: ({totes}: PickLine) => totes ?? ''}] : []),
      {title: words('pick.done'), share: 8, align: 'right', cell: 'box'},
    ],
    walk,
    topMm,
  );
  const pieces = list.lines.reduce((sum, {quantity}) => sum + quantity, 0);
  drawSums(sheet, [[words('document.total'), words('label.pieces', {count: pieces})]], endMm);
  return endSheet(sheet);
}
