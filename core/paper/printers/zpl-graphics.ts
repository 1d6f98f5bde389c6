import type {Bitmap} from '../raster/bitmap.ts';

/** How ZPL writes that a digit comes several times: G to Y for 1 to 19, g to z for 20 to 400 (ZPL II Programming Guide, "ZB64 and ACS"). */
const ones = ' GHIJKLMNOPQRSTUVWXY';
const twenties = ' ghijklmnopqrstuvwxyz';
const hexOfByte = Array.from({length: 256}, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

/**
 * A bitmap as the field of `^GFA`: runs of digits counted, what is white to the right told by a comma, a row like the one above by a
 * colon. `times` is how often each row is printed. Each row ends white, with a byte of its own where it must be: not every reader finds the end of a row that is full.
 */
export function graphicField(bitmap: Bitmap, times = 1): string {
  const {rowBytes, heightDots, bits} = bitmap;
  let [rows, above, full] = ['', '', false];
  for (let row = 0; row < heightDots; row++) {
    const digits = digitsOf(bits.subarray(row * rowBytes, (row + 1) * rowBytes));
    if (!digits.endsWith('0')) full = true;
    const told = digits.replace(/0+$/, '');
    // A row that is printed many times is told once: counting its digits would spare little.
    const packed =
      times > 1 ? `${told},` : `${told.replace(/(.)\1+/g, (run) => counted(run.length) + (run[0] ?? ''))},`;
    rows += packed === above ? ':' : packed;
    if (times > 1) rows += ':'.repeat(times - 1);
    above = packed;
  }
  const told = rowBytes + (full ? 1 : 0);
  const total = told * heightDots * times;
  return `^GFA,${total},${total},${told},${rows}^FS`;
}

/** The field of bars: their one row, printed `heightDots` times. A label has few things that are drawn so often. */
export function barsField(modules: readonly number[], moduleDots: number, heightDots: number): string {
  let [digits, dots, count, isBar] = ['', 0, 0, true];
  for (const width of modules) {
    // With the 7 dots that may wait for their byte, 24 are as many as an integer holds.
    for (let left = width * moduleDots; left > 0;) {
      const some = Math.min(left, 24);
      dots = (dots << some) | (isBar ? (1 << some) - 1 : 0);
      left -= some;
      for (count += some; count >= 8; count -= 8) digits += hexOfByte[(dots >>> (count - 8)) & 0xff] ?? '';
    }
    isBar = !isBar;
  }
  if (count > 0) digits += (hexOfByte[(dots << (8 - count)) & 0xff] ?? '').slice(0, count > 4 ? 2 : 1);
  // One white byte at least behind the last bar, as in every row.
  const rowBytes = Math.ceil(digits.length / 2) + 1;
  const total = rowBytes * heightDots;
  return `^GFA,${total},${total},${rowBytes},${digits},${':'.repeat(heightDots - 1)}^FS`;
}

function digitsOf(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += hexOfByte[byte] ?? '';
  return digits;
}

function counted(times: number): string {
  let count = '';
  let left = times;
  for (; left > 400; left -= 400) count += 'z';
  return (
    count + (left >= 20 ? (twenties[Math.floor(left / 20)] ?? '') : '') + (left % 20 > 0 ? (ones[left % 20] ?? '') : '')
  );
}
