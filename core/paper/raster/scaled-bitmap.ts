import {type Bitmap, blacken, blankBitmap, isBlack} from './bitmap.ts';

/** So much of a dot has to be covered to be black: a line of one dot stays when it is made thinner. */
const coveredLeast = 0.45;

/** The same picture in other dots: each is black where enough of what it covers is. */
export function scaledBitmap(bitmap: Bitmap, scale: number): Bitmap {
  const {widthDots, heightDots} = bitmap;
  const onto = blankBitmap(Math.max(1, Math.round(widthDots * scale)), Math.max(1, Math.round(heightDots * scale)));
  const across = coverings(widthDots, onto.widthDots);
  const down = coverings(heightDots, onto.heightDots);
  for (const [y, rows] of down.entries()) {
    for (const [x, columns] of across.entries()) {
      let covered = 0;
      for (const [row, high] of rows)
        for (const [column, wide] of columns) if (isBlack(bitmap, column, row)) covered += high * wide;
      if (covered >= coveredLeast) blacken(onto, x, y, 1, 1);
    }
  }
  return onto;
}

/** Which dots each new one covers, and what part of it each of them makes. */
function coverings(from: number, to: number): readonly (readonly (readonly [number, number])[])[] {
  const step = from / to;
  return Array.from({length: to}, (_, at) => {
    const [begin, end] = [at * step, Math.min(from, (at + 1) * step)];
    const parts: (readonly [number, number])[] = [];
    for (let dot = Math.floor(begin); dot < end; dot++)
      parts.push([dot, (Math.min(end, dot + 1) - Math.max(begin, dot)) / step]);
    return parts;
  });
}
