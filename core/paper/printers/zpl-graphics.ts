import type {Bitmap} from '../raster/bitmap.ts';

/** How ZPL writes that a digit comes several times: G to Y for 1 to 19, g to z for 20 to 400 (ZPL II Programming Guide, "ZB64 and ACS"). */
const ones = ' GHIJKLMNOPQRSTUVWXY';
const twenties = ' ghijklmnopqrstuvwxyz';
const hexDigits = '0123456789ABCDEF';

/** A bitmap as the field of `^GFA`: runs of digits counted, the rest of a row that is white or black told by one sign, a row like the one above too. */
export function graphicField(bitmap: Bitmap): string {
  const {rowBytes, heightDots, bits} = bitmap;
  let rows = '';
  let above = '';
  for (let row = 0; row < heightDots; row++) {
    const packed = packedRow(bits.subarray(row * rowBytes, (row + 1) * rowBytes));
    rows += packed === above ? ':' : packed;
    above = packed;
  }
  const total = rowBytes * heightDots;
  return `^GFA,${total},${total},${rowBytes},${rows}^FS`;
}

function packedRow(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += `${hexDigits[byte >> 4]}${hexDigits[byte & 15]}`;
  const last = digits.at(-1);
  const end = last === '0' ? ',' : last === 'F' ? '!' : '';
  const told = end === '' ? digits : digits.slice(0, digits.search(last === '0' ? /0*$/ : /F*$/));
  return told.replace(/(.)\1*/g, (run) => counted(run.length) + (run[0] ?? '')) + end;
}

function counted(times: number): string {
  if (times < 3) return times === 2 ? (ones[2] ?? '') : '';
  let count = '';
  let left = times;
  for (; left > 400; left -= 400) count += 'z';
  return (
    count + (left >= 20 ? (twenties[Math.floor(left / 20)] ?? '') : '') + (left % 20 > 0 ? (ones[left % 20] ?? '') : '')
  );
}
