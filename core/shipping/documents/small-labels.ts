import type {Result} from '../../lib/result.ts';
import {code128} from '../../paper/barcodes/code128.ts';
import {dataMatrix} from '../../paper/barcodes/data-matrix.ts';
import {ean13} from '../../paper/barcodes/ean13.ts';
import type {Page} from '../../paper/page.ts';
import type {TextStyle} from '../../paper/text/typeset.ts';
import {type Making} from './document.ts';
import type {PaperSize} from './paper-size.ts';
import {sketch} from './sketch.ts';

/** Labels from small rolls. */
export const smallPapers = {
  bin: {widthMm: 101.6, heightMm: 50.8},
  product: {widthMm: 57, heightMm: 32},
} as const satisfies Readonly<Record<string, PaperSize>>;

export interface BinLabel {
  /** What a scanner reads: `A-02-13`. */
  readonly bin: string;
  readonly note?: string;
}

export interface ProductLabel {
  readonly title: string;
  readonly sku: string;
  /** 13 digits, or 12 of a UPC; without one the SKU is drawn as Code 128. */
  readonly ean?: string;
  /** Price, or where it was made. */
  readonly note?: string;
}

const styles = {
  bin: {weight: 'bold', sizePt: 54},
  title: {weight: 'bold', sizePt: 8},
  small: {weight: 'regular', sizePt: 7},
} as const satisfies Readonly<Record<string, TextStyle>>;

const marginMm = 2.5;

/** Its name as large as it goes, read from across the aisle; a square barcode for cameras, a long one for scanners. Faults: those of typesetting. */
export function binLabel({bin, note}: BinLabel, {size, fonts, han = 'chinese'}: Making): Result<readonly Page[]> {
  const paper = sketch(size, {fonts, han});
  const squareMm = size.heightMm * 0.5;
  const widthMm = size.widthMm - 2 * marginMm;
  paper.line(
    {
      part: 'bin',
      leftMm: marginMm,
      topMm: marginMm,
      widthMm: widthMm - squareMm - 1,
      heightMm: squareMm - 3,
      sizeMinPt: 14,
      align: 'left',
      stand: 'middle',
    },
    styles.bin,
    bin,
  );
  paper.barcode('bin', dataMatrix(bin), {
    leftMm: size.widthMm - marginMm - squareMm,
    topMm: marginMm,
    widthMm: squareMm,
    heightMm: squareMm,
  });
  paper.barcode('bin', code128(bin), {
    leftMm: marginMm,
    topMm: squareMm + 4,
    widthMm,
    heightMm: size.heightMm - squareMm - 10,
  });
  if (note !== undefined)
    paper.line(
      {part: 'note', leftMm: marginMm, topMm: size.heightMm - 5.5, widthMm, heightMm: 4, sizeMinPt: 5},
      styles.small,
      note,
    );
  return paper.done();
}

/** For a product without a barcode of its own. Faults: those of typesetting and of barcodes. */
export function productLabel(
  {title, sku, ean, note}: ProductLabel,
  {size, fonts, han = 'chinese'}: Making,
): Result<readonly Page[]> {
  const paper = sketch(size, {fonts, han});
  const widthMm = size.widthMm - 2 * marginMm;
  const barMm = size.heightMm - 20;
  paper.line({part: 'title', leftMm: marginMm, topMm: 1.5, widthMm, heightMm: 8, sizeMinPt: 5.5}, styles.title, title);
  paper.barcode('sku', ean === undefined ? code128(sku) : ean13(ean), {
    leftMm: 0.5,
    topMm: 10.5,
    widthMm: size.widthMm - 1,
    heightMm: barMm,
  });
  const below = ean === undefined ? sku : `${ean}   ${sku}`;
  paper.line(
    {part: 'sku', leftMm: marginMm, topMm: 11 + barMm, widthMm, heightMm: 3.6, sizeMinPt: 5, align: 'centre'},
    styles.small,
    below,
  );
  if (note !== undefined)
    paper.line(
      {part: 'note', leftMm: marginMm, topMm: 15 + barMm, widthMm, heightMm: 3.6, sizeMinPt: 5, align: 'centre'},
      styles.small,
      note,
    );
  return paper.done();
}
