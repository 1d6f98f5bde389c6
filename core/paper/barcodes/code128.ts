import {type Result, fail, ok} from '../../lib/result.ts';
import type {Bars} from './barcode.ts';

/** Function character 1: at the start it says GS1, later it ends an element of variable length. */
export const fnc1 = -1;

/** From 0.25 mm, below which a thermal printer blurs bars together, to 0.375 mm, which hand scanners read at arm's length. */
const moduleMm = {min: 0.245, max: 0.376} as const;
const quiet = {left: 10, right: 10} as const;

const code = {shift: 98, toC: 99, toB: 100, toA: 101, fnc1: 102, startA: 103, startB: 104, startC: 105, stop: 106};

// Bars and spaces of the 107 characters of ISO/IEC 15417, a digit for the width of each.
const patterns: readonly (readonly number[])[] = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
)
  .split(' ')
  .map((pattern) => Array.from(pattern, Number));

/** A text as Code 128 in the shortest sets of characters. Faults: `paper.not_encodable` for what is not ASCII, or nothing. */
export function code128(text: string): Result<Bars> {
  const message: number[] = [];
  for (let at = 0; at < text.length; at++) message.push(text.charCodeAt(at));
  if (message.length === 0 || message.some((value) => value > 127)) return fail('paper.not_encodable');
  return ok(code128Bars(message));
}

/** The barcode of character codes below 128 and `fnc1`. */
export function code128Bars(message: readonly number[]): Bars {
  const modules: number[] = [];
  for (const word of withChecksum(codewords(message))) for (const width of patterns[word] ?? []) modules.push(width);
  return {kind: 'bars', modules, quiet, moduleMm};
}

function withChecksum(words: number[]): readonly number[] {
  let sum = words[0] ?? 0;
  for (let at = 1; at < words.length; at++) sum += at * (words[at] ?? 0);
  words.push(sum % 103, code.stop);
  return words;
}

type CodeSet = 'A' | 'B' | 'C';

/**
 * The choice of sets by ISO/IEC 15417, annex E: set C from four digits on, an odd digit left outside in front; a shift for one
 * character, a switch for more. Bit for bit what bwip-js chooses.
 */
function codewords(message: readonly number[]): number[] {
  const ahead = lookAhead(message);
  const startsInC = message.length === 2 ? ahead.digits(0) >= 2 : ahead.digits(0) >= 4;
  let set: CodeSet = startsInC ? 'C' : ahead.aBeforeB(0) ? 'A' : 'B';
  const words = [set === 'C' ? code.startC : set === 'A' ? code.startA : code.startB];
  const turn = (to: CodeSet) => {
    words.push(to === 'C' ? code.toC : to === 'A' ? code.toA : code.toB);
    set = to;
  };

  let at = 0;
  const put = (inSet: 'A' | 'B') => {
    const value = message[at++] ?? 0;
    words.push(value === fnc1 ? code.fnc1 : inSet === 'A' && value < 32 ? value + 64 : value - 32);
  };

  while (at < message.length) {
    const value = message[at] ?? 0;
    const digits = ahead.digits(at);
    if (set === 'C') {
      if (value === fnc1) {
        words.push(code.fnc1);
        at++;
      } else if (digits < 2) {
        turn(ahead.aBeforeB(at) ? 'A' : 'B');
      } else {
        words.push((value - 48) * 10 + (message[at + 1] ?? 0) - 48);
        at += 2;
      }
      continue;
    }
    if (digits >= 4 && value !== fnc1) {
      if (digits % 2 === 1) put(set);
      if (ahead.digits(at) >= 4) {
        turn('C');
        continue;
      }
    }
    const [next = 0, other] = [message[at], set === 'A' ? 'B' : 'A'] as const;
    const foreign = set === 'B' ? onlyInA(next) : onlyInB(next);
    if (!foreign) {
      put(set);
    } else if (at < message.length - 1 && (set === 'B' ? ahead.bBeforeA(at + 1) : ahead.aBeforeB(at + 1))) {
      words.push(code.shift);
      put(other);
    } else {
      turn(other);
    }
  }
  return words;
}

function onlyInA(value: number): boolean {
  return value >= 0 && value < 32;
}

function onlyInB(value: number): boolean {
  return value >= 96;
}

/** What comes behind each place: how many digits (a function character counts as two), and which set is asked for first. */
function lookAhead(message: readonly number[]) {
  const length = message.length;
  const even = new Uint16Array(length + 1);
  const odd = new Uint16Array(length + 1);
  const nextOnlyA = new Uint16Array(length + 1).fill(9999, length);
  const nextOnlyB = new Uint16Array(length + 1).fill(9999, length);
  for (let at = length - 1; at >= 0; at--) {
    const value = message[at] ?? 0;
    const isDigit = value >= 48 && value <= 57;
    even[at] = value === fnc1 ? 2 + (even[at + 1] ?? 0) : isDigit ? 1 + (odd[at + 1] ?? 0) : 0;
    odd[at] = isDigit ? 1 + (even[at + 1] ?? 0) : 0;
    nextOnlyA[at] = onlyInA(value) ? 0 : (nextOnlyA[at + 1] ?? 0) + 1;
    nextOnlyB[at] = onlyInB(value) ? 0 : (nextOnlyB[at + 1] ?? 0) + 1;
  }
  return {
    digits: (at: number) => even[at] ?? 0,
    aBeforeB: (at: number) => (nextOnlyA[at] ?? 0) < (nextOnlyB[at] ?? 0),
    bBeforeA: (at: number) => (nextOnlyB[at] ?? 0) < (nextOnlyA[at] ?? 0),
  };
}
