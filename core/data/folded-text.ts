import {fold} from './fold.ts';
import {gramFilterOf} from './gram-filter.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
const [firstCapital, lastCapital] = [65, 90];
const toSmall = 32;
const plainBelow = 128;

let scratch = new Uint8Array(64 * 1024);
/** What each letter beyond the plain ones folds to; as many as the scripts in use have. */
const folded = new Map<number, Uint8Array>();

/** A joined column as search reads it. */
export interface FoldedText {
  readonly text: string;
  /** Which runs of letters it has (`gram-filter.ts`). */
  readonly filter: Uint32Array;
}

/**
 * A joined column of texts as search compares it, as the narrowest string there is. Folding looks at one letter at a time and
 * at none beside it, so it is done letter by letter in the bytes: making strings of 200,000 rows only to throw them away
 * would double what the worker holds, and asking the language for each line takes twenty times as long.
 */
export function foldedText(bytes: Uint8Array): FoldedText {
  let written = 0;
  reserve(bytes.length, written);
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte < plainBelow) {
      scratch[written++] = byte >= firstCapital && byte <= lastCapital ? byte + toSmall : byte;
      at += 1;
    } else {
      const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      const letter = foldedLetter(bytes, at, length);
      at += length;
      reserve(letter.length + bytes.length - at, written);
      for (let index = 0; index < letter.length; index += 1) scratch[written++] = letter[index] ?? 0;
    }
  }
  const all = scratch.subarray(0, written);
  return {text: decoder.decode(all), filter: gramFilterOf(all)};
}

/** What the letter of so many bytes at this place folds to. */
function foldedLetter(bytes: Uint8Array, at: number, length: number): Uint8Array {
  let key = 0;
  for (let index = at; index < at + length; index += 1) key = (key << 8) | (bytes[index] ?? 0);
  const known = folded.get(key);
  if (known) return known;

  const letter = encoder.encode(fold(decoder.decode(bytes.subarray(at, at + length))));
  folded.set(key, letter);
  return letter;
}

/** Room for so many bytes from `at` on; what stands before is kept. */
function reserve(bytes: number, at: number): void {
  if (scratch.length >= at + bytes) return;
  const larger = new Uint8Array(2 * (at + bytes));
  larger.set(scratch.subarray(0, at));
  scratch = larger;
}
