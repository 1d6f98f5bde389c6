import {type Result, ok} from '../../lib/result.ts';
import type {FontShelf} from '../../paper/fonts/font-shelf.ts';
import {pdf} from '../../paper/pdf/pdf.ts';
import {type Command, commandCard} from './command-card.ts';
import {type Paper, papers} from './paper-size.ts';
import type {Words} from './words.ts';

/** A card of commands as it is asked of a worker, which speaks no language. */
export interface CardJob {
  readonly commands: readonly Command[];
  readonly title: string;
  readonly paper: Paper;
}

/** The card as a PDF. Faults: those of typesetting and of barcodes. */
export async function commandCardPdf(
  {commands, title, paper}: CardJob,
  shelf: FontShelf,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  // Pages of a card that has several are numbered in figures alone.
  const words: Words = (word, {number = 1, count = 1} = {}) =>
    word === 'document.page' ? `${number}/${count}` : title;
  const texts = [...commands.flatMap(({code, label}) => [code, label]), title, '0123456789/'];
  const fonts = await shelf.fontsFor(texts, 'chinese');
  const pages = commandCard(commands, {size: papers[paper], fonts, words});
  return pages.ok ? ok(pdf(pages.value, {title, dpi: 203}, fonts)) : pages;
}
