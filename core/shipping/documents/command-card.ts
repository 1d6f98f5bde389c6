import type {Result} from '../../lib/result.ts';
import {code128} from '../../paper/barcodes/code128.ts';
import {type Page, frame} from '../../paper/page.ts';
import type {Instant} from '../../time/instant.ts';
import {type Making, beginSheet, endSheet, text} from './document.ts';
import type {Words} from './words.ts';

/** What a scanner types to make the desk do something, and what that is called. */
export interface Command {
  readonly code: string;
  readonly label: string;
}

/** A card as it is asked of a worker, which speaks no language: what it says comes along. */
export interface CardJob {
  readonly title: string;
  readonly madeAt?: Instant;
  readonly commands: readonly Command[];
}

/** All letters of a card, for whoever loads fonts for it. */
export function textsOfCard({title, commands}: CardJob): readonly string[] {
  return [title, ...commands.flatMap(({code, label}) => [code, label]), '0123456789/'];
}

/** The words of a card: pages of one that has several are numbered in figures alone. */
export function wordsOfCard({title}: CardJob): Words {
  return (word, {number = 1, count = 1} = {}) => (word === 'document.page' ? `${number}/${count}` : title);
}

const cellHeightMm = 28;
const gapMm = 3.5;

/** A card to lay beside the scales: every command with its barcode, far enough apart that only one is read. Faults: those of typesetting. */
export function commandCard(commands: readonly Command[], making: Making): Result<readonly Page[]> {
  const sheet = beginSheet(making);
  const {paper, leftMm, widthMm, topMm, bottomMm} = sheet;
  const columns = widthMm > 120 ? 2 : 1;
  const cellMm = (widthMm - gapMm * (columns - 1)) / columns;
  const title = {part: 'title', leftMm, topMm, widthMm, heightMm: 9, sizeMinPt: 10, align: 'left'} as const;
  const firstMm = paper.line(title, text.title, making.words('command.title')) + 4;

  let rowMm = firstMm;
  for (const [at, {code, label}] of commands.entries()) {
    const column = at % columns;
    if (at > 0 && column === 0) rowMm += cellHeightMm + gapMm;
    if (rowMm + cellHeightMm > bottomMm) {
      paper.newPage();
      rowMm = topMm;
    }
    const cell = {leftMm: leftMm + column * (cellMm + gapMm), topMm: rowMm, widthMm: cellMm, heightMm: cellHeightMm};
    paper.marks(frame(cell, 0.2));
    paper.line(
      {
        ...cell,
        part: 'command',
        topMm: rowMm + 1.5,
        leftMm: cell.leftMm + 3,
        widthMm: cellMm - 6,
        heightMm: 6,
        sizeMinPt: 7,
        align: 'centre',
      },
      text.heading,
      label,
    );
    paper.barcode('command', code128(code), {...cell, topMm: rowMm + 8.5, heightMm: 12.5});
    paper.line(
      {
        ...cell,
        part: 'command',
        topMm: rowMm + 22,
        leftMm: cell.leftMm + 3,
        widthMm: cellMm - 6,
        heightMm: 4,
        sizeMinPt: 5,
        align: 'centre',
      },
      text.small,
      code,
    );
  }
  return endSheet(sheet);
}
