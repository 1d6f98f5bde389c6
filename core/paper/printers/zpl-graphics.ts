import type {Bitmap} from '../raster/bitmap.ts';

/** How ZPL writes that a digit comes several times: G to Y for 1 to 19, g to z for 20 to 400 (ZPL II Programming Guide, "ZB64 and ACS"). */
const ones = ' GHIJKLMNOPQRSTUVWXY';
const twenties = ' ghijklmnopqrstuvwxyz';
const hexDigits = '0123456789ABCDEF';

/**
 * A bitmap as the field of `^GFA`: runs of digits counted, what is white to the right told by a comma, a row like the one above by a
 * colon. Each row ends white, with a byte of its own where it must be: not every reader finds the end of a row that is full.
 */
export function graphicField(bitmap: Bitmap): string {
  const {rowBytes, heightDots, bits} = bitmap;
  let [rows, above, full] = ['', '', false];
  for (let row = 0; row < heightDots; row++) {
    const digits = digitsOf(bits.subarray(row * rowBytes, (row + 1) * rowBytes));
    if (!digits.endsWith('0')) full = true;
    const packed = `${digits.replace(/0+$/, '').replace(/(.)\1+/g, (run) => counted(run.length) + (run[0] ?? ''))},`;
    rows += packed === above ? ':' : packed;
    above = packed;
  }
  const told = rowBytes + (full ? 1 : 0);
  return `^GFA,${told * heightDots},${told * heightDots},${told},${rows}^FS`;
}

function digitsOf(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += `${hexDigits[byte >> 4]}${hexDigits[byte & 15]}`;
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
