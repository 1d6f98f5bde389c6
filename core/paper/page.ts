import type {Barcode} from './barcodes/barcode.ts';
import type {Bitmap} from './raster/bitmap.ts';
import type {Cluster} from './text/cluster.ts';

/** Where a rectangle lies on its page, measured from the upper left corner. */
export interface Area {
  readonly leftMm: number;
  readonly topMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** One line of text, its clusters in the order in which they are seen; `text` is what it says, in the order in which it is read. */
export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly clusters: readonly Cluster[];
  readonly sizePt: number;
  readonly leftMm: number;
  readonly baselineMm: number;
  readonly widthMm: number;
  /** Which end of the line stays where it is when another font is narrower. */
  readonly align: 'left' | 'centre' | 'right';
}

/** One thing to draw, black on white, whatever it is drawn on. */
export type Mark =
  | TextMark
  | ({readonly kind: 'rect'} & Area)
  /** Centred in its area, quiet zones included, in the widest whole dots that fit. */
  | ({readonly kind: 'barcode'; readonly barcode: Barcode} & Area)
  /** A picture of one bit a dot, scaled to its area. */
  | ({readonly kind: 'image'; readonly image: Bitmap} & Area);

/** A laid out page: the same whether it becomes a file, dots or words for a printer. */
export interface Page {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marks: readonly Mark[];
}

export const mmPerInch = 25.4;
export const mmPerPt = mmPerInch / 72;

/** A rectangle as a mark. */
export function rect(leftMm: number, topMm: number, widthMm: number, heightMm: number): Mark {
  return {kind: 'rect', leftMm, topMm, widthMm, heightMm};
}

/** A mark elsewhere on its page. */
export function movedMark(mark: Mark, byLeftMm: number, byTopMm: number): Mark {
  const leftMm = mark.leftMm + byLeftMm;
  return mark.kind === 'text'
    ? {...mark, leftMm, baselineMm: mark.baselineMm + byTopMm}
    : {...mark, leftMm, topMm: mark.topMm + byTopMm};
}

/** The four sides of a rectangle, as thick as said. */
export function frame({leftMm, topMm, widthMm, heightMm}: Area, thickMm: number): readonly Mark[] {
  return [
    rect(leftMm, topMm, widthMm, thickMm),
    rect(leftMm, topMm + heightMm - thickMm, widthMm, thickMm),
    rect(leftMm, topMm, thickMm, heightMm),
    rect(leftMm + widthMm - thickMm, topMm, thickMm, heightMm),
  ];
}
