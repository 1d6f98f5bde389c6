import {must} from '../lib/assert.ts';
import {ok, type Result} from '../lib/result.ts';
import type {FontShelf} from '../paper/fonts/font-shelf.ts';
import type {Fonts} from '../paper/fonts/fonts.ts';
import type {Page} from '../paper/page.ts';
import {drawPage} from '../paper/raster/draw-page.ts';
import {glyphStore} from '../paper/raster/glyph-store.ts';
import {type CardJob, commandCard, textsOfCard, wordsOfCard} from '../shipping/documents/command-card.ts';
import {cellOf, impose} from '../shipping/documents/impose.ts';
import {type LabelJob, labelPage} from '../shipping/documents/label-page.ts';
import type {PaperSize} from '../shipping/documents/paper-size.ts';
import {type SheetJob, sheetPages} from '../shipping/documents/sheet-job.ts';
import {type SlipJob, slipPages} from '../shipping/documents/slip-job.ts';
import {type TestSheetJob, testSheet, textsOfTestSheet} from '../shipping/documents/test-sheet.ts';
import {compareCodes, type ReadCodes} from './check-barcodes.ts';
import {compilePages, type PrintTarget} from './compile-pages.ts';
import {knownMedia, type Media, sizeOfMedia} from './media.ts';

/** What a document is made of. */
export type DocumentContent =
  | {readonly make: 'label'; readonly job: LabelJob}
  | {readonly make: 'packingSlip'; readonly job: SlipJob}
  | {readonly make: 'sheet'; readonly job: SheetJob}
  | {readonly make: 'testSheet'; readonly job: TestSheetJob}
  | {readonly make: 'commandCard'; readonly job: CardJob};

/** A document as it is asked of the worker that makes them. */
export type DocumentJob = DocumentContent & {
  /** The printer it is for. */
  readonly target: PrintTarget;
  /** Whether its barcodes are read back first. */
  readonly isChecked: boolean;
};

/** A label to look at or to keep: 4 x 6 inches, for the printers most people have. */
export const previewTarget: PrintTarget = {language: 'pdf', media: knownMedia.label4x6, dpi: 203};

/** A document to print by a browser's dialog, which tells nobody what paper there is. */
export const sheetTarget: PrintTarget = {language: 'pdf', media: knownMedia.a4, dpi: 600};

/** Papers of their own, to look at a document as large as it is. */
export const ownPapers = {
  cn22: {language: 'pdf', media: 'om_cn22_74x105mm', dpi: 600},
  cn23: {language: 'pdf', media: 'om_a5-across_210x148mm', dpi: 600},
  binLabel: {language: 'pdf', media: knownMedia.binLabel, dpi: 203},
  productLabel: {language: 'pdf', media: knownMedia.productLabel, dpi: 203},
} as const satisfies Readonly<Record<string, PrintTarget>>;

export interface MakingTools {
  readonly shelf: FontShelf;
  readonly read: ReadCodes;
}

/** The bytes of a document. Faults: those of the document, `printing.not_as_stored`. */
export async function makeDocument(asked: DocumentJob, tools: MakingTools): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const {target} = asked;
  const laidOut = await layOut(asked, tools);
  if (!laidOut.ok) return laidOut;
  const {title, madeAt} = asked.job;
  const {pages, fonts} = laidOut.value;
  return ok(compilePages(pages, {title, ...(madeAt === undefined ? {} : {madeAt})}, target, fonts));
}

interface LaidOut {
  readonly pages: readonly Page[];
  readonly fonts: Fonts;
}

function layOut(asked: DocumentJob, tools: MakingTools): Promise<Result<LaidOut>> {
  switch (asked.make) {
    case 'label':
      return labelOf(asked, tools);
    case 'packingSlip':
      return slipPages(asked.job, paperOf(asked.target.media), tools.shelf);
    case 'sheet':
      return sheetPages(asked.job, paperOf(asked.target.media), tools.shelf);
    case 'testSheet':
      return sheetOf(asked.job, asked.target, tools.shelf);
    case 'commandCard':
      return cardOf(asked.job, asked.target, tools.shelf);
  }
}

async function cardOf(job: CardJob, {media}: PrintTarget, shelf: FontShelf): Promise<Result<LaidOut>> {
  const fonts = await shelf.fontsFor(textsOfCard(job), 'chinese');
  const pages = commandCard(job.commands, {size: paperOf(media), fonts, words: wordsOfCard(job)});
  return pages.ok ? ok({pages: pages.value, fonts}) : pages;
}

async function sheetOf(job: TestSheetJob, {media, dpi}: PrintTarget, shelf: FontShelf): Promise<Result<LaidOut>> {
  const fonts = await shelf.fontsFor(textsOfTestSheet(job), 'chinese');
  const page = testSheet(job, paperOf(media), dpi, fonts);
  return page.ok ? ok({pages: [page.value], fonts}) : page;
}

async function labelOf(
  {job, target, isChecked}: Extract<DocumentJob, {make: 'label'}>,
  {shelf, read}: MakingTools,
): Promise<Result<LaidOut>> {
  const sheet = paperOf(target.media);
  const isSheet = sheet.widthMm >= sheetMm.width && sheet.heightMm >= sheetMm.height;
  const made = await labelPage(job, isSheet ? cellOf(sheet, 4) : sheet, shelf);
  if (!made.ok) return made;
  const {page, fonts} = made.value;
  if (isChecked) {
    const {orderNumber, tracking, square} = job.label;
    const stored = [tracking?.code ?? {kind: 'code128' as const, data: orderNumber}, ...(square ? [square] : [])];
    const same = compareCodes(stored, await read(drawPage(page, target.dpi, glyphStore(fonts))));
    if (!same.ok) return same;
  }
  return ok({pages: isSheet ? [...impose([page], sheet, 4)] : [page], fonts});
}

/** From these on a paper is a sheet, and a label is one of its quarters, in the upper left corner. */
const sheetMm = {width: 200, height: 270} as const;

function paperOf(media: Media): PaperSize {
  const {widthHundredths, heightHundredths} = must(sizeOfMedia(media), 'a printer has paper with a size');
  return {widthMm: widthHundredths / 100, heightMm: heightHundredths / 100};
}
