const bits = 4096;
const newline = 10;
/** Odd and near the number of letters in use, so that neighbouring letters fall on different bits. */
const spread = 31;

const encoder = new TextEncoder();

/** A word to be found, with the bits its runs of two or three bytes fall on. */
export interface Needle {
  readonly word: string;
  readonly grams: readonly number[];
}

/** The folded word as filters are asked for it. A word of one plain letter passes every filter. */
export function needleOf(word: string): Needle {
  const bytes = encoder.encode(word);
  const [first = newline, second = newline] = bytes;
  if (bytes.length <= 2) return {word, grams: bytes.length === 2 ? [pairBit(first, second)] : []};
  const grams = Array.from(bytes.subarray(2), (third, at) => tripleBit(bytes[at] ?? 0, bytes[at + 1] ?? 0, third));
  return {word, grams};
}

/** One bit for each run of two and of three bytes in a line of UTF-8: half a kilobyte that spares reading kilobytes. */
export function gramFilterOf(text: Uint8Array): Uint32Array<ArrayBuffer> {
  const filter = new Uint32Array(bits / 32);
  let first = newline;
  let second = newline;
  for (let at = 0; at < text.length; at += 1) {
    const third = text[at] ?? 0;
    if (third === newline) second = newline;
    else if (second !== newline) {
      mark(filter, pairBit(second, third));
      if (first !== newline) mark(filter, tripleBit(first, second, third));
    }
    first = second;
    second = third;
  }
  return filter;
}

/** False where the word surely does not stand in the filter's text. */
export function mayHold(filter: Uint32Array, {grams}: Needle): boolean {
  for (const bit of grams) if (!((filter[bit >>> 5] ?? 0) & (1 << (bit & 31)))) return false;
  return true;
}

function mark(filter: Uint32Array, bit: number): void {
  filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

function pairBit(first: number, second: number): number {
  return (first * spread + second) & (bits - 1);
}

function tripleBit(first: number, second: number, third: number): number {
  return ((first * spread + second) * spread + third) & (bits - 1);
}
