/** A linear barcode: the widths of bars and spaces in turn, in modules, a bar first and last. */
export interface Bars {
  readonly kind: 'bars';
  readonly modules: readonly number[];
  /** White that must stay free on either side, in modules. */
  readonly quiet: {readonly left: number; readonly right: number};
  /** The widths a scanner of shops and carriers is sure of. */
  readonly moduleMm: {readonly min: number; readonly max: number};
}

/** A two-dimensional barcode: `dark` has one byte for each module, row by row, 1 where it is black. */
export interface Matrix {
  readonly kind: 'matrix';
  readonly columns: number;
  readonly rows: number;
  readonly dark: Uint8Array;
  /** White that must stay free on all sides, in modules. */
  readonly quiet: number;
  readonly moduleMm: {readonly min: number; readonly max: number};
}

export type Barcode = Bars | Matrix;

/** The sum of a linear barcode's modules, without its quiet zones. */
export function modulesOf(bars: Bars): number {
  let total = 0;
  for (const width of bars.modules) total += width;
  return total;
}
