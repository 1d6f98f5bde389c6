/** Where a page has ink, in square cells: fine enough to see a gutter, coarse enough to look at all of it. */
export interface InkMap {
  readonly columns: number;
  readonly rows: number;
  readonly cellMm: number;
  /** The page itself ends within its last cells. */
  readonly widthMm: number;
  readonly heightMm: number;
  /** Row by row, 1 where there is ink. */
  readonly cells: Uint8Array;
}

/** A drawn page, four bytes a dot. */
export interface Drawn {
  readonly data: ArrayLike<number>;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dpi: number;
}

export const cellMm = 0.5;
/** Paler than this is the paper of a scan. */
const inkBelow = 200;

/** The ink of a drawn page. */
export function inkMapOf({data, widthPx, heightPx, dpi}: Drawn): InkMap {
  const perCell = (cellMm * dpi) / 25.4;
  const [columns, rows] = [Math.ceil(widthPx / perCell), Math.ceil(heightPx / perCell)];
  const cells = new Uint8Array(columns * rows);
  const columnOf = Uint32Array.from({length: widthPx}, (_, x) => Math.floor(x / perCell));
  for (let y = 0, at = 0; y < heightPx; y++) {
    const row = Math.floor(y / perCell) * columns;
    for (let x = 0; x < widthPx; x++, at += 4) {
      if ((data[at + 1] ?? 255) < inkBelow) cells[row + (columnOf[x] ?? 0)] = 1;
    }
  }
  const [widthMm, heightMm] = [(widthPx * 25.4) / dpi, (heightPx * 25.4) / dpi];
  return {columns, rows, cellMm, widthMm, heightMm, cells};
}

/** A rectangle of cells; `right` and `bottom` are behind its last. */
export interface Cells {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest rectangle that holds all ink of a part; undefined where the part is blank. */
export function inkIn(map: InkMap, {left, top, right, bottom}: Cells): Cells | undefined {
  let [l, t, r, b] = [right, bottom, left, top];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (map.cells[y * map.columns + x] !== 1) continue;
      [l, t, r, b] = [Math.min(l, x), Math.min(t, y), Math.max(r, x + 1), Math.max(b, y + 1)];
    }
  }
  return r > l ? {left: l, top: t, right: r, bottom: b} : undefined;
}
