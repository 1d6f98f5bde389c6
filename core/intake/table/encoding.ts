import {multiByteEncodings, readMultiByte} from './multi-byte.ts';
import {likelySingleByte} from './single-byte.ts';

/** In what encoding a text is written, and how sure that is (0 to 1); `bomLength` bytes at its start say only that. */
export interface EncodingGuess {
  readonly encoding: string;
  readonly confidence: number;
  readonly bomLength: number;
}

const marks: readonly {readonly encoding: string; readonly bytes: readonly number[]}[] = [
  {encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf]},
  {encoding: 'utf-16le', bytes: [0xff, 0xfe]},
  {encoding: 'utf-16be', bytes: [0xfe, 0xff]},
  {encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33]},
];

/**
 * The encoding of a text by a sample from its start, which may end within a character. UTF-8 proves itself by its form;
 * the double-byte encodings are told apart by how many of their characters are everyday ones (a text read in the wrong
 * one is all rarities), the single-byte ones by their letters.
 */
export function guessEncoding(sample: Uint8Array): EncodingGuess {
  const mark = marks.find(({bytes}) => bytes.every((byte, at) => sample[at] === byte));
  if (mark) return {encoding: mark.encoding, confidence: 1, bomLength: mark.bytes.length};
  // Most files are plain ASCII, or begin so.
  if (!sample.includes(0) && firstBeyondAscii(sample) < 0) return {encoding: 'utf-8', confidence: 1, bomLength: 0};
  const wide = wideEncoding(sample);
  if (wide) return {encoding: wide, confidence: 0.95, bomLength: 0};

  const utf8 = readUtf8(sample);
  if (utf8.characters === 0 && utf8.broken === 0) return {encoding: 'utf-8', confidence: 1, bomLength: 0};
  if (utf8.broken === 0) return {encoding: 'utf-8', confidence: utf8.characters > 1 ? 0.99 : 0.95, bomLength: 0};
  if (utf8.characters > 20 * utf8.broken) return {encoding: 'utf-8', confidence: 0.9, bomLength: 0};

  const single = likelySingleByte(sample);
  const best = multiByteEncodings
    .map((encoding) => ({encoding, ...readMultiByte(encoding, sample)}))
    .filter((reading) => reading.characters > 0 && reading.broken * 50 <= reading.characters)
    .sort((a, b) => b.everyday - a.everyday)[0];
  if (best && best.everyday >= 0.7 && best.everyday > single.likelihood) {
    const confidence = best.everyday * (best.characters >= 8 ? 0.99 : 0.9);
    return {encoding: best.encoding, confidence, bomLength: 0};
  }
  return {encoding: single.encoding, confidence: Math.min(0.95, single.likelihood), bomLength: 0};
}

const beyondAsciiInWord = 0x80808080;

/** Plain loops, four bytes at a time: this passes over every byte of a long English file. */
export function firstBeyondAscii(bytes: Uint8Array): number {
  const isAligned = bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0;
  const words = isAligned ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2) : new Uint32Array(0);
  let word = 0;
  while (word < words.length && ((words[word] ?? 0) & beyondAsciiInWord) === 0) word += 1;
  for (let at = word * 4; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80) return at;
  return -1;
}

/** UTF-16 without a mark: of its zero bytes nearly all stand in the same half, because separators and digits are ASCII. */
function wideEncoding(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let [even, odd] = [0, 0];
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) even++;
    if (sample[at + 1] === 0) odd++;
  }
  const few = Math.max(3, sample.length / 2 / 10);
  if (odd > few && odd > 20 * even) return 'utf-16le';
  return even > few && even > 20 * odd ? 'utf-16be' : null;
}

/** Counts the characters beyond ASCII and the places where the form of UTF-8 is broken; a cut at the end is none. */
function readUtf8(sample: Uint8Array): {readonly characters: number; readonly broken: number} {
  let [characters, broken] = [0, 0];
  for (let at = 0; at < sample.length;) {
    const first = sample[at] ?? 0;
    if (first < 0x80) {
      at++;
      continue;
    }
    const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length === 0 || first < 0xc2) {
      broken++;
      at++;
      continue;
    }
    let followers = 1;
    while (followers < length && isFollower(first, followers, sample[at + followers])) followers++;
    if (followers === length) characters++;
    else if (at + followers < sample.length) broken++;
    at += followers;
  }
  return {characters, broken};
}

/** The second byte of some characters has a narrower range: no surrogates, nothing overlong, nothing beyond U+10FFFF. */
function isFollower(first: number, position: number, byte: number | undefined): boolean {
  if (byte === undefined || byte < 0x80 || byte > 0xbf) return false;
  if (position !== 1) return true;
  if (first === 0xe0) return byte >= 0xa0;
  if (first === 0xed) return byte < 0xa0;
  if (first === 0xf0) return byte >= 0x90;
  return first !== 0xf4 || byte < 0x90;
}
