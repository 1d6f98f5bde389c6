import type {Face} from './font-metrics.ts';

/** One printed dot of a 203 dpi label printer. */
export const dotPt = 72 / 203;

/** A 4 x 6 inch label: 812 x 1218 dots. */
export const labelPage = {widthPt: 288, heightPt: 432, widthDots: 812} as const;

/** One thing to draw, black on white. The origin is the lower left corner of the page; `yPt` of a text is its baseline. */
export type LabelItem =
  | {
      readonly kind: 'text';
      readonly face: Face;
      readonly text: string;
      readonly sizePt: number;
      readonly xPt: number;
      readonly yPt: number;
    }
  | {
      readonly kind: 'rect';
      readonly xPt: number;
      readonly yPt: number;
      readonly widthPt: number;
      readonly heightPt: number;
    };

/** Whole dots in points: what ends on a dot prints as sharp as the printer can. */
export function dots(count: number): number {
  return Math.round(count * dotPt * 10_000) / 10_000;
}

/** The nearest whole number of dots. */
export function nearestDot(lengthPt: number): number {
  return Math.round(lengthPt / dotPt);
}
