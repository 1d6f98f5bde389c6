import {type Result, fail, ok} from '../../lib/result.ts';
import {utf8} from '../../lib/utf8.ts';
import {placementOf} from './data-matrix-placement.ts';
import {errorWords} from './reed-solomon.ts';
import type {Matrix} from './barcode.ts';

/** A character code below 128, or function character 1. */
export type Word = number | 'fnc1';

/** Square symbols of ISO/IEC 16022, table 7: side, regions along a side, words of data and of correction, blocks. */
const sizes = [
  [10, 1, 3, 5, 1], [12, 1, 5, 7, 1], [14, 1, 8, 10, 1], [16, 1, 12, 12, 1], [18, 1, 18, 14, 1], [20, 1, 22, 18, 1],
  [22, 1, 30, 20, 1], [24, 1, 36, 24, 1], [26, 1, 44, 28, 1], [32, 2, 62, 36, 1], [36, 2, 86, 42, 1], [40, 2, 114, 48, 1],
  [44, 2, 144, 56, 1], [48, 2, 174, 68, 1], [52, 2, 204, 84, 2], [64, 4, 280, 112, 2], [72, 4, 368, 144, 4],
  [80, 4, 456, 192, 4], [88, 4, 576, 224, 4], [96, 4, 696, 272, 4], [104, 4, 816, 336, 6],
] as const; // prettier-ignore

const word = {pad: 129, pairs: 130, base256: 231, fnc1: 232, eci: 241} as const;
/** Extended channel 26: what follows is UTF-8. */
const utf8Channel = 27;

/** A text as DataMatrix (ECC 200); beyond ASCII it is told as UTF-8. Faults: `paper.not_encodable` for nothing or too much. */
export function dataMatrix(text: string): Result<Matrix> {
  if (text === '') return fail('paper.not_encodable');
  const words: number[] = [];
  for (let at = 0; at < text.length; at++) words.push(text.charCodeAt(at));
  return words.every((value) => value < 128) ? dataMatrixOf(words) : symbolOf(bytesOf(text));
}

/** The symbol of ASCII characters and function characters. */
export function dataMatrixOf(message: readonly Word[]): Result<Matrix> {
  const words: number[] = [];
  for (let at = 0; at < message.length; at++) {
    const value = message[at] ?? 0;
    const next = message[at + 1];
    if (value === 'fnc1') words.push(word.fnc1);
    else if (isDigit(value) && next !== undefined && isDigit(next)) {
      words.push(word.pairs + (Number(value) - 48) * 10 + Number(next) - 48);
      at++;
    } else words.push(value + 1);
  }
  return symbolOf(words);
}

function isDigit(value: Word): boolean {
  return value !== 'fnc1' && value >= 48 && value <= 57;
}

/** Bytes in "base 256": their count and themselves, each made unlike its neighbours by a number that depends on its place. */
function bytesOf(text: string): readonly number[] {
  const bytes = utf8(text);
  const head = [word.eci, utf8Channel, word.base256];
  const counted =
    bytes.length < 250
      ? [bytes.length, ...bytes]
      : [249 + Math.floor(bytes.length / 250), bytes.length % 250, ...bytes];
  return [...head, ...counted.map((value, at) => (value + ((149 * (head.length + at + 1)) % 255) + 1) % 256)];
}

function symbolOf(words: readonly number[]): Result<Matrix> {
  const size = sizes.find(([, , data]) => words.length <= data);
  if (!size) return fail('paper.not_encodable');
  const [side, regions, data, correction, blocks] = size;

  const all = new Uint8Array(data + correction);
  all.set(words);
  for (let at = words.length; at < data; at++) all[at] = at === words.length ? word.pad : padAt(at);
  for (let block = 0; block < blocks; block++) {
    const part = all.subarray(0, data).filter((_, at) => at % blocks === block);
    for (const [at, value] of errorWords(part, correction / blocks).entries()) all[data + at * blocks + block] = value;
  }

  const placement = placementOf(side, regions);
  const dark = new Uint8Array(side * side);
  for (let at = 0; at < dark.length; at++) {
    const place = placement[at] ?? 0;
    dark[at] = place < 0 ? -1 - place : ((all[place >> 3] ?? 0) >> (7 - (place & 7))) & 1;
  }
  return ok({kind: 'matrix', columns: side, rows: side, dark, quiet: 1, moduleMm: {min: 0.3, max: 0.76}});
}

/** Fills up so that no pattern is repeated; `at` counts from 0. */
function padAt(at: number): number {
  const value = word.pad + ((149 * (at + 1)) % 253) + 1;
  return value > 254 ? value - 254 : value;
}
