import type {Area} from '../page.ts';
import {type Barcode, type Bars, type Matrix, modulesOf} from './barcode.ts';

const mmPerInch = 25.4;
/** The coarsest and the finest label printers: what fits on both fits everywhere. */
const printers = [203, 300] as const;

/** A barcode in printer dots: where its first module lies, and how many dots a module has. */
export interface Snapped {
  readonly x: number;
  readonly y: number;
  readonly moduleDots: number;
  /** Of a linear barcode: how high its bars are. */
  readonly heightDots: number;
}

/** Whether the barcode with its quiet zones has room in modules wide enough to be read, on every printer. */
export function fitsIn(barcode: Barcode, area: Area): boolean {
  return printers.every((dpi) => moduleDotsIn(barcode, area, dpi) > 0);
}

/** The barcode in the middle of its area, every edge on a dot. */
export function snap(barcode: Barcode, area: Area, dpi: number): Snapped {
  const moduleDots = Math.max(1, moduleDotsIn(barcode, area, dpi));
  const [left, top] = [dotsOf(area.leftMm, dpi), dotsOf(area.topMm, dpi)];
  const [width, height] = [
    dotsOf(area.leftMm + area.widthMm, dpi) - left,
    dotsOf(area.topMm + area.heightMm, dpi) - top,
  ];
  const spareX = width - widthModules(barcode) * moduleDots;
  const quietLeft = (barcode.kind === 'bars' ? barcode.quiet.left : barcode.quiet) * moduleDots;
  const x = left + Math.max(0, spareX >> 1) + quietLeft;
  if (barcode.kind === 'bars') return {x, y: top, moduleDots, heightDots: height};
  const spareY = height - heightModules(barcode) * moduleDots;
  return {
    x,
    y: top + Math.max(0, spareY >> 1) + barcode.quiet * moduleDots,
    moduleDots,
    heightDots: barcode.rows * moduleDots,
  };
}

/** The nearest whole number of dots. */
export function dotsOf(lengthMm: number, dpi: number): number {
  return Math.round((lengthMm * dpi) / mmPerInch);
}

/** Of the widths that scanners like the widest that fits; 0 when none does. */
function moduleDotsIn(barcode: Barcode, {widthMm, heightMm}: Area, dpi: number): number {
  const across = Math.floor((widthMm * dpi) / mmPerInch / widthModules(barcode));
  const down = barcode.kind === 'bars' ? Infinity : Math.floor((heightMm * dpi) / mmPerInch / heightModules(barcode));
  const widest = Math.floor((barcode.moduleMm.max * dpi) / mmPerInch);
  const dots = Math.min(across, down, widest);
  return (dots * mmPerInch) / dpi >= barcode.moduleMm.min ? dots : 0;
}

function widthModules(barcode: Barcode): number {
  return barcode.kind === 'bars' ? modulesOf(barcode) + quietOf(barcode) : barcode.columns + 2 * barcode.quiet;
}

function heightModules(matrix: Matrix): number {
  return matrix.rows + 2 * matrix.quiet;
}

function quietOf({quiet}: Bars): number {
  return quiet.left + quiet.right;
}
