/** Black on white, one bit a dot: rows of whole bytes, the leftmost dot in the highest bit, 1 where it is black. */
export interface Bitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly rowBytes: number;
  readonly bits: Uint8Array;
}

export function blankBitmap(widthDots: number, heightDots: number): Bitmap {
  const rowBytes = Math.ceil(widthDots / 8);
  return {widthDots, heightDots, rowBytes, bits: new Uint8Array(rowBytes * heightDots)};
}

/** Blackens a rectangle; what lies outside of the bitmap is not drawn. */
export function blacken(onto: Bitmap, x: number, y: number, width: number, height: number): void {
  const [left, right] = [Math.max(x, 0), Math.min(x + width, onto.widthDots)];
  const [top, bottom] = [Math.max(y, 0), Math.min(y + height, onto.heightDots)];
  if (left >= right) return;
  const [first, last] = [left >> 3, (right - 1) >> 3];
  const [head, tail] = [0xff >> (left & 7), (0xff00 >> (((right - 1) & 7) + 1)) & 0xff];
  for (let row = top; row < bottom; row++) {
    const at = row * onto.rowBytes;
    for (let byte = first; byte <= last; byte++) {
      const mask = (byte === first ? head : 0xff) & (byte === last ? tail : 0xff);
      onto.bits[at + byte] = (onto.bits[at + byte] ?? 0) | mask;
    }
  }
}

/** Adds another bitmap's black with its upper left dot at x, y; what lies outside is not drawn. */
export function stamp(onto: Bitmap, from: Bitmap, x: number, y: number): void {
  const shift = x & 7;
  const firstByte = x >> 3;
  for (let row = Math.max(0, -y); row < from.heightDots && row + y < onto.heightDots; row++) {
    const source = row * from.rowBytes;
    const target = (row + y) * onto.rowBytes + firstByte;
    for (let byte = 0; byte < from.rowBytes; byte++) {
      const value = from.bits[source + byte] ?? 0;
      if (value === 0) continue;
      const column = firstByte + byte;
      if (column >= 0 && column < onto.rowBytes)
        onto.bits[target + byte] = (onto.bits[target + byte] ?? 0) | (value >> shift);
      if (shift > 0 && column + 1 >= 0 && column + 1 < onto.rowBytes)
        onto.bits[target + byte + 1] = (onto.bits[target + byte + 1] ?? 0) | ((value << (8 - shift)) & 0xff);
    }
  }
}

/** The same picture upside down. */
export function turned(bitmap: Bitmap): Bitmap {
  const onto = blankBitmap(bitmap.widthDots, bitmap.heightDots);
  for (let y = 0; y < bitmap.heightDots; y++)
    for (let x = 0; x < bitmap.widthDots; x++)
      if (isBlack(bitmap, x, y)) blacken(onto, bitmap.widthDots - 1 - x, bitmap.heightDots - 1 - y, 1, 1);
  return onto;
}

export function isBlack(bitmap: Bitmap, x: number, y: number): boolean {
  return (((bitmap.bits[y * bitmap.rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
}
