import type {Result} from '../../lib/result.ts';
import {toDecimalText, withPoint} from '../../money/decimal-text.ts';
import type {Money} from '../../money/money.ts';
import {code128} from '../../paper/barcodes/code128.ts';
import type {Voice} from '../../paper/fonts/faces.ts';
import type {Fonts} from '../../paper/fonts/fonts.ts';
import {type Page, rect} from '../../paper/page.ts';
import type {StyledText, TextStyle} from '../../paper/text/typeset.ts';
import type {Address} from '../../storefronts/address.ts';
import {addressLines} from '../address-lines.ts';
import type {PaperSize} from './paper-size.ts';
import {type Sketch, sketch} from './sketch.ts';
import type {Words} from './words.ts';

/** What every document is made with. */
export interface Making {
  readonly size: PaperSize;
  readonly fonts: Fonts;
  readonly words: Words;
  /** How Han characters are drawn, where no single country decides. */
  readonly han?: Voice['han'];
}

/** A sheet in the making, with what its parts share. */
export interface Sheet {
  readonly paper: Sketch;
  readonly words: Words;
  readonly leftMm: number;
  readonly widthMm: number;
  readonly rightMm: number;
  /** Where the last line of a page ends; the number of the page stands below. */
  readonly bottomMm: number;
  readonly topMm: number;
}

export const text = {
  title: {weight: 'bold', sizePt: 18},
  heading: {weight: 'bold', sizePt: 12},
  body: {weight: 'regular', sizePt: 9.5},
  strong: {weight: 'bold', sizePt: 9.5},
  small: {weight: 'regular', sizePt: 7.5},
} as const satisfies Readonly<Record<string, TextStyle>>;

const footMm = 9;
export const hairMm = 0.2;

export function beginSheet({size, fonts, words, han = 'chinese'}: Making): Sheet {
  // A small sheet has a small margin.
  const marginMm = size.widthMm < 130 ? 6 : 15;
  return {
    paper: sketch(size, {fonts, han}),
    words,
    leftMm: marginMm,
    widthMm: size.widthMm - 2 * marginMm,
    rightMm: size.widthMm - marginMm,
    bottomMm: size.heightMm - Math.max(marginMm, footMm),
    topMm: marginMm,
  };
}

/** The pages, each with its number where there are several. */
export function endSheet({paper, words, leftMm, widthMm}: Sheet): Result<readonly Page[]> {
  return paper.done(({number, count}) => {
    if (count === 1) return;
    const topMm = paper.size.heightMm - footMm + 1;
    const box = {part: 'page', leftMm, topMm, widthMm, heightMm: 5, sizeMinPt: 6, align: 'right'} as const;
    paper.line(box, text.small, words('document.page', {number, count}));
  });
}

/** The name of the document and what it is about on the left, its number with a barcode on the right; returns where it ends. */
export function drawHead(
  sheet: Sheet,
  head: {readonly title: string; readonly about: readonly string[]; readonly number: string; readonly caption: string},
): number {
  const {paper, leftMm, widthMm, rightMm, topMm} = sheet;
  // On a small sheet the barcode stands below, where it has the whole width.
  const isNarrow = widthMm < 130;
  const barcodeMm = isNarrow ? widthMm + 8 : widthMm * 0.5;
  const titleMm = isNarrow ? widthMm : widthMm - barcodeMm - 4;
  const left = {part: 'head', leftMm, topMm, widthMm: titleMm, heightMm: 34, sizeMinPt: 6, align: 'left'} as const;
  const texts = [{style: text.title, text: head.title}, ...head.about.map((line) => ({style: text.body, text: line}))];
  const leftEndMm = paper.lines(left, texts);

  const barcodeTopMm = isNarrow ? leftEndMm + 2 : topMm;
  const boxLeftMm = isNarrow ? leftMm - 4 : rightMm - barcodeMm;
  paper.barcode('number', code128(head.number), {
    leftMm: boxLeftMm,
    topMm: barcodeTopMm,
    widthMm: barcodeMm,
    heightMm: 12,
  });
  const box = {part: 'number', leftMm: boxLeftMm, topMm: barcodeTopMm + 12.5, widthMm: barcodeMm, heightMm: 9} as const;
  const caption = `${head.caption} ${head.number}`;
  const rightEndMm = paper.line({...box, sizeMinPt: 6, align: 'centre'}, text.strong, caption);
  return Math.max(leftEndMm, rightEndMm) + 4;
}

/** An address below its caption; returns where it ends. */
export function drawAddress(
  sheet: Sheet,
  at: {readonly part: string; readonly leftMm: number; readonly topMm: number; readonly widthMm: number},
  caption: string,
  address: Address,
  more: readonly string[] = [],
): number {
  const lines = addressLines(address);
  if (!lines.ok) {
    sheet.paper.refuse(lines);
    return at.topMm;
  }
  const texts: StyledText[] = [{style: text.small, text: caption}];
  for (const {role, text: line} of lines.value)
    texts.push({style: role === 'name' ? text.strong : text.body, text: line});
  for (const line of more) texts.push({style: text.body, text: line});
  return sheet.paper.lines({...at, heightMm: 48, sizeMinPt: 6}, texts);
}

/** A line across the sheet. */
export function drawRule({paper, leftMm, widthMm}: Sheet, atMm: number): void {
  paper.marks([rect(leftMm, atMm, widthMm, hairMm)]);
}

/** `12.50 EUR`: the same in every language, for whoever reads it is seldom who wrote it. */
export function said(money: Money): string {
  return `${toDecimalText(money)} ${money.currency}`;
}

/** `0.350 kg`. */
export function kilograms(grams: number): string {
  return `${withPoint({units: grams, scale: 3})} kg`;
}
