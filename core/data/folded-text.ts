import {fold} from './fold.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
const newline = 10;
const [firstCapital, lastCapital] = [65, 90];
const toSmall = 32;
/** Bytes that one UTF-16 unit of a text takes at most. */
const bytesPerUnit = 3;

let scratch = new Uint8Array(64 * 1024);

/**
 * A joined column of texts as search compares it, as the narrowest string there is. Lines in plain letters are folded byte
 * by byte: making strings of 200,000 rows only to throw them away would double what the worker holds.
 */
export function foldedText(bytes: Uint8Array): string {
  let written = 0;
  for (let start = 0; start <= bytes.length;) {
    const next = bytes.indexOf(newline, start);
    const end = next < 0 ? bytes.length : next;
    reserve(end - start + 1, written);
    written = isPlain(bytes, start, end, written)
      ? written + end - start
      : foldLine(bytes.subarray(start, end), written);
    if (next >= 0) scratch[written++] = newline;
    start = end + 1;
  }
  return decoder.decode(scratch.subarray(0, written));
}

/** Writes the line with small letters at `at`; false where it holds more than plain letters and that was for nothing. */
function isPlain(bytes: Uint8Array, start: number, end: number, at: number): boolean {
  let seen = 0;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    seen |= byte;
    scratch[at + index - start] = byte >= firstCapital && byte <= lastCapital ? byte + toSmall : byte;
  }
  return seen < 128;
}

/** Writes one line folded at `at`, and says where it ends. */
function foldLine(line: Uint8Array, at: number): number {
  const folded = fold(decoder.decode(line));
  reserve(folded.length * bytesPerUnit + 1, at);
  return at + encoder.encodeInto(folded, scratch.subarray(at)).written;
}

/** Room for so many bytes from `at` on; what stands before is kept. */
function reserve(bytes: number, at: number): void {
  if (scratch.length >= at + bytes) return;
  const larger = new Uint8Array(2 * (at + bytes));
  larger.set(scratch.subarray(0, at));
  scratch = larger;
}
