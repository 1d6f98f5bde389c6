import {must} from '../../lib/assert.ts';
import {type Result, ok} from '../../lib/result.ts';
import {code128} from '../../paper/barcodes/code128.ts';
import type {Fonts} from '../../paper/fonts/fonts.ts';
import {type Area, type Mark, type Page, frame, mmPerInch, rect} from '../../paper/page.ts';
import type {TextStyle} from '../../paper/text/typeset.ts';
import type {Instant} from '../../time/instant.ts';
import type {PaperSize} from './paper-size.ts';
import {type Sketch, sketch} from './sketch.ts';
import type {PaperWord} from './words.ts';

/** The words of a test sheet. */
export const testSheetWords = ['test.title', 'test.square', 'test.tell'] as const satisfies readonly PaperWord[];

/** A test sheet as it is asked of a worker, which speaks no language: its words come along, each filled already. */
export interface TestSheetJob {
  readonly title: string;
  readonly madeAt?: Instant;
  readonly said: Readonly<Record<(typeof testSheetWords)[number], string>>;
  readonly printer: string;
  /** What the printer is set to: paper, language, dots. */
  readonly facts: string;
}

/** How far from one number to the next the lines at an edge stand. */
export const sheetStepMm = 0.5;
/** The lines at an edge, numbered from 0. */
export const sheetLinesMax = 12;

/** Less high than this, there is room for a title, the square and the edges. */
const smallMm = 75;

/** The side of the square, which small paper has less room for. */
export function sheetSquareMm({widthMm, heightMm}: PaperSize): number {
  if (widthMm >= 90 && heightMm >= 120) return 50;
  return heightMm >= smallMm ? 30 : 20;
}

/** All letters of a test sheet, for whoever loads fonts for it. */
export function textsOfTestSheet({said, printer, facts}: TestSheetJob): readonly string[] {
  return [...Object.values(said), printer, facts, '0123456789'];
}

const styles = {
  title: {weight: 'bold', sizePt: 13},
  body: {weight: 'regular', sizePt: 8},
  number: {weight: 'regular', sizePt: 6},
} as const satisfies Readonly<Record<string, TextStyle>>;

const lineMm = 0.25;
/** What stands inside the numbered lines of all edges. */
const insideMm = 12;
const rowMm = 3;
const columnMm = 4.2;
/** Each width of fine lines, in dots. */
const widths = [1, 2, 3, 4] as const;
const gapDots = 6;

/**
 * A sheet from which a person reads how a printer prints. At each edge stand numbered lines, the one half a millimetre further in than the one
 * before: the lowest that is there tells how much is cut off. In the square of known size, fine lines in black and white tell how dark it
 * prints; the ladder beside it, whether it runs too fast. Faults: those of typesetting.
 */
export function testSheet(job: TestSheetJob, size: PaperSize, dpi: number, fonts: Fonts): Result<Page> {
  const paper = sketch(size, {fonts, han: 'chinese'});
  const headMm = size.heightMm < smallMm ? 6 : 15;
  const square: Area = {
    leftMm: insideMm + 3,
    topMm: insideMm + headMm + 1,
    widthMm: sheetSquareMm(size),
    heightMm: sheetSquareMm(size),
  };
  heads(paper, job, headMm);
  edges(paper);
  paper.marks(frame(square, lineMm));
  fineLines(paper, square, dpi);
  ladder(paper, square, dpi);
  const belowMm = square.topMm + square.heightMm + 2;
  const below = {
    part: 'test',
    leftMm: square.leftMm,
    widthMm: size.widthMm - 2 * square.leftMm,
    sizeMinPt: 5,
    align: 'left',
  } as const;
  const hasRoom = (forMm: number): boolean => size.heightMm - belowMm > insideMm + forMm;
  if (hasRoom(2)) paper.line({...below, topMm: belowMm, heightMm: 4}, styles.body, job.said['test.square']);
  if (hasRoom(26)) {
    paper.barcode('test', code128(`TEST-${dpi}`), {...below, topMm: belowMm + 7, heightMm: 12});
    paper.line({...below, topMm: belowMm + 21, heightMm: 8}, styles.body, job.said['test.tell']);
  }
  const pages = paper.done();
  return pages.ok ? ok(must(pages.value[0], 'a sketch has a page')) : pages;
}

function heads(paper: Sketch, {said, printer, facts}: TestSheetJob, heightMm: number): void {
  const box = {
    part: 'test',
    leftMm: insideMm + 3,
    topMm: insideMm,
    widthMm: paper.size.widthMm - 2 * (insideMm + 3),
    heightMm,
    sizeMinPt: 5,
    align: 'left',
  } as const;
  const title = {style: styles.title, text: said['test.title']};
  const about = [printer, facts].map((text) => ({style: styles.body, text}));
  paper.firstThatFits(box, [[title, ...about], [title]]);
}

/** The numbered lines of the four edges, as many as have room. */
function edges(paper: Sketch): void {
  const {widthMm, heightMm} = paper.size;
  const room = (lengthMm: number, eachMm: number): number =>
    Math.min(sheetLinesMax + 1, Math.floor((lengthMm - 2 * insideMm) / eachMm));
  const rows = room(heightMm, rowMm);
  const columns = room(widthMm, columnMm);
  const [firstRow, firstColumn] = [(heightMm - rows * rowMm) / 2, (widthMm - columns * columnMm) / 2];
  const number = (at: number, leftMm: number, topMm: number): void => {
    const box = {part: 'test', leftMm, topMm, widthMm: 4, heightMm: 2.8, sizeMinPt: 4, align: 'centre'} as const;
    paper.line(box, styles.number, String(at));
  };
  for (let at = 0; at < rows; at++) {
    const [topMm, inMm] = [firstRow + at * rowMm, at * sheetStepMm];
    paper.marks([rect(inMm, topMm, lineMm, rowMm - 0.6), rect(widthMm - inMm - lineMm, topMm, lineMm, rowMm - 0.6)]);
    number(at, 7, topMm);
    number(at, widthMm - 11, topMm);
  }
  for (let at = 0; at < columns; at++) {
    const [leftMm, inMm] = [firstColumn + at * columnMm, at * sheetStepMm];
    paper.marks([
      rect(leftMm, inMm, columnMm - 0.8, lineMm),
      rect(leftMm, heightMm - inMm - lineMm, columnMm - 0.8, lineMm),
    ]);
    number(at, leftMm - 0.4, 7.2);
    number(at, leftMm - 0.4, heightMm - 10);
  }
}

/** For each width in dots: black lines on white, and white lines in black. */
function fineLines(paper: Sketch, square: Area, dpi: number): void {
  const dotMm = mmPerInch / dpi;
  const eachMm = square.heightMm / widths.length;
  const count = square.widthMm < 30 ? 4 : 6;
  for (const [row, dots] of widths.entries()) {
    const topMm = onDot(square.topMm + row * eachMm + 1.2, dotMm);
    const highMm = eachMm - 2.4;
    const box = {part: 'test', leftMm: square.leftMm + 1, topMm, widthMm: 3, heightMm: 4, sizeMinPt: 5} as const;
    paper.line({...box, align: 'left'}, styles.body, String(row + 1));
    const stepMm = (dots + gapDots) * dotMm;
    const blackMm = onDot(square.leftMm + 5, dotMm);
    const whiteMm = onDot(square.leftMm + square.widthMm / 2 + 2, dotMm);
    const marks: Mark[] = [];
    for (let at = 0; at < count; at++) {
      marks.push(rect(blackMm + at * stepMm, topMm, dots * dotMm, highMm));
      // Black stands between white lines, so it is what is drawn.
      marks.push(rect(whiteMm + at * stepMm, topMm, gapDots * dotMm, highMm));
    }
    paper.marks(marks);
  }
}

/** Lines across the paper, two dots thick: they smear where it runs too fast. */
function ladder(paper: Sketch, square: Area, dpi: number): void {
  const dotMm = mmPerInch / dpi;
  const leftMm = square.leftMm + square.widthMm + 4;
  const widthMm = Math.min(16, paper.size.widthMm - insideMm - 2 - leftMm);
  if (widthMm < 4) return;
  for (let atMm = 0; atMm < square.heightMm; atMm += 1.5)
    paper.marks([rect(leftMm, onDot(square.topMm + atMm, dotMm), widthMm, 2 * dotMm)]);
}

function onDot(mm: number, dotMm: number): number {
  return Math.round(mm / dotMm) * dotMm;
}
