import type {Bitmap} from '#core/paper/raster/bitmap.ts';
import {blankBitmap} from '#core/paper/raster/bitmap.ts';

/** Darker than this is printed: bars keep their width, and grey text its letters. */
const blackBelow = 128;

/** A picture as a printer prints it: one bit a dot. */
export function dotsOf({data, width, height}: ImageData): Bitmap {
  const dots = blankBitmap(width, height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const light = ((data[at] ?? 255) * 299 + (data[at + 1] ?? 255) * 587 + (data[at + 2] ?? 255) * 114) / 1000;
      if (light >= blackBelow) continue;
      const byte = y * dots.rowBytes + (x >> 3);
      dots.bits[byte] = (dots.bits[byte] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return dots;
}
