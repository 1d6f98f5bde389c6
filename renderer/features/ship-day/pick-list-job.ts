import type {TFunction} from 'i18next';
import {type DocumentContent} from '#core/printing/make-document.ts';
import type {PickLine} from '#core/shipping/documents/pick-list.ts';
import type {Wave} from '#core/shipping/waves/schema.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {sheetJobOf} from '../../app/printing/sheet-job-of.ts';

interface PickListOf {
  readonly wave: Wave;
  readonly lines: readonly PickLine[];
  /** How many of its orders are fetched now. */
  readonly orders: number;
  readonly day: LocalDate;
}

/** The pick list of a wave, as it stands. */
export function pickListJob(
  {wave: {number, madeAt}, lines, orders, day}: PickListOf,
  t: TFunction<readonly ['paper', 'day']>,
): DocumentContent {
  const pieces = lines.reduce((sum, {quantity}) => sum + quantity, 0);
  const says = {number, madeOn: day, orders, lines};
  const counts = {'pick.orders': orders, 'label.pieces': pieces} as const;
  const title = t('day:pick.document', {number});
  return {make: 'sheet', job: sheetJobOf({sheet: {is: 'pickList', says}, title, madeAt, counts}, t)};
}
