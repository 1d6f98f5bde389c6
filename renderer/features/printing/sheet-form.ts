import type {SheetAnswers} from '#core/printing/learn-from-sheet.ts';
import {sheetLinesMax} from '#core/shipping/documents/test-sheet.ts';

export const edges = ['left', 'right', 'top', 'bottom'] as const;
export type Edge = (typeof edges)[number];

export const numbers: readonly string[] = Array.from({length: sheetLinesMax + 1}, (_, at) => String(at));
export const widths = ['1', '2', '3', '4'] as const;

/** What is seen on a test sheet, as it is being told. */
export interface SheetForm extends Readonly<Record<Edge, string>> {
  readonly square: string;
  readonly wholeBlack: string;
  readonly openWhite: string;
  readonly across: 'sharp' | 'smeared';
  readonly wayUp: 'asItDid' | 'otherWay';
}

/** A sheet on which nothing is amiss. */
export function newSheetForm(squareMm: number): SheetForm {
  return {
    square: String(squareMm),
    left: '0',
    right: '0',
    top: '0',
    bottom: '0',
    wholeBlack: '1',
    openWhite: '1',
    across: 'sharp',
    wayUp: 'asItDid',
  };
}

const lengthForm = /^\d{1,3}(?:[.,]\d{1,2})?$/;

/** The answers, or nothing where the square has no length. */
export function answersOf(form: SheetForm): SheetAnswers | undefined {
  const square = form.square.trim();
  const squareMm = lengthForm.test(square) ? Number(square.replace(',', '.')) : 0;
  if (squareMm === 0) return undefined;
  return {
    squareMm,
    left: Number(form.left),
    right: Number(form.right),
    top: Number(form.top),
    bottom: Number(form.bottom),
    wholeBlack: Number(form.wholeBlack),
    openWhite: Number(form.openWhite),
    isSharp: form.across === 'sharp',
    isWrongWayUp: form.wayUp === 'otherWay',
  };
}
