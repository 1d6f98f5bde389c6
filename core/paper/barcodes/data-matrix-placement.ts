const dark = -2;
const light = -1;

const placements = new Map<number, Int32Array>();

/**
 * For each module of a square symbol, row by row: eight times the number of the word whose bit it shows plus the bit's number from
 * the highest, or -2 where it is always dark and -1 where it is always light.
 */
export function placementOf(side: number, regions: number): Int32Array {
  const known = placements.get(side);
  if (known) return known;

  const region = side / regions;
  const inner = region - 2;
  const bits = bitsOf(inner * regions);
  const placement = new Int32Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [y, x] = [row % region, column % region];
      const at = row * side + column;
      // Solid on the left and below, dashed above and on the right.
      if (x === 0 || y === region - 1) placement[at] = dark;
      else if (y === 0) placement[at] = x % 2 === 0 ? dark : light;
      else if (x === region - 1) placement[at] = y % 2 === 1 ? dark : light;
      else {
        const [innerRow, innerColumn] = [
          Math.floor(row / region) * inner + y - 1,
          Math.floor(column / region) * inner + x - 1,
        ];
        placement[at] = bits[innerRow * inner * regions + innerColumn] ?? light;
      }
    }
  }
  placements.set(side, placement);
  return placement;
}

/** A word is drawn as two rows of three and one of two below them; where it stands is its last bit. */
const utah = [[-2, -2], [-2, -1], [-1, -2], [-1, -1], [-1, 0], [0, -2], [0, -1], [0, 0]] as const; // prettier-ignore

/** ISO/IEC 16022, annex F: words laid along diagonals, up and down, with four shapes for corners. */
function bitsOf(side: number): Int32Array {
  const unset = -3;
  const bits = new Int32Array(side * side).fill(unset);
  let word = 0;
  const put = (row: number, column: number, bit: number) => {
    let [y, x] = [row, column];
    if (y < 0) [y, x] = [y + side, x + 4 - ((side + 4) % 8)];
    if (x < 0) [y, x] = [y + 4 - ((side + 4) % 8), x + side];
    bits[y * side + x] = word * 8 + bit;
  };
  const draw = (cells: readonly (readonly [number, number])[]) => {
    for (const [bit, [row, column]] of cells.entries()) put(row, column, bit);
    word++;
  };
  const drawAt = (row: number, column: number) => draw(utah.map(([down, right]) => [row + down, column + right]));
  const isFree = (row: number, column: number) => bits[row * side + column] === unset;

  const last = side - 1;
  let [row, column] = [4, 0];
  do {
    if (row === side && column === 0)
      draw([[last, 0], [last, 1], [last, 2], [0, last - 1], [0, last], [1, last], [2, last], [3, last]]); // prettier-ignore
    if (row === side - 2 && column === 0 && side % 4 !== 0)
      draw([[last - 2, 0], [last - 1, 0], [last, 0], [0, last - 3], [0, last - 2], [0, last - 1], [0, last], [1, last]]); // prettier-ignore
    if (row === side - 2 && column === 0 && side % 8 === 4)
      draw([[last - 2, 0], [last - 1, 0], [last, 0], [0, last - 1], [0, last], [1, last], [2, last], [3, last]]); // prettier-ignore
    if (row === side + 4 && column === 2 && side % 8 === 0)
      draw([[last, 0], [last, last], [0, last - 2], [0, last - 1], [0, last], [1, last - 2], [1, last - 1], [1, last]]); // prettier-ignore
    do {
      if (row < side && column >= 0 && isFree(row, column)) drawAt(row, column);
      row -= 2;
      column += 2;
    } while (row >= 0 && column < side);
    row += 1;
    column += 3;
    do {
      if (row >= 0 && column < side && isFree(row, column)) drawAt(row, column);
      row += 2;
      column -= 2;
    } while (row < side && column >= 0);
    row += 3;
    column += 1;
  } while (row < side || column < side);

  // What no word fills, in the lower right corner, is a fixed pattern.
  if (isFree(last, last)) {
    bits[last * side + last] = dark;
    bits[(last - 1) * side + last - 1] = dark;
  }
  return bits.map((bit) => (bit === unset ? light : bit));
}
