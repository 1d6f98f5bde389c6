import {Bug, assert, must} from './assert.ts';
import {hashText} from './hash.ts';

/** Chance that can be repeated: the same seed gives the same throws on every machine. Not for secrets or ids. */
export interface Dice {
  /** A whole number from 0 to 2^32 - 1, each equally likely. */
  next(): number;
  /** A whole number from `min` to `max`, both included, each equally likely; the two are at most 2^32 - 1 apart. */
  integer(min: number, max: number): number;
  /** True with probability `p`, from 0 (never) to 1 (always). */
  chance(p: number): boolean;
  /** One item of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** One item, each as likely as its weight: whole, not negative, and together from 1 to 2^32. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T;
  /** A copy of the list in another order, each order equally likely. */
  shuffle<T>(list: readonly T[]): T[];
  /** Other dice, named by their purpose: their throws do not depend on how often these have been thrown. */
  fork(name: string): Dice;
}

const range = 2 ** 32;
const throwsToMix = 15;

/**
 * Dice from a seed; 1 and '1' are one seed. The generator is sfc32, "small fast counting", by Chris Doty-Humphrey
 * (PractRand 0.95, src/RNGs/sfc.cpp, public domain), whose state is taken from the SHA-256 of the seed.
 */
export function dice(seed: number | string): Dice {
  const bytes = hashText(String(seed));
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const next = sfc32({a: words.getInt32(0), b: words.getInt32(4), c: words.getInt32(8)});

  function integer(min: number, max: number): number {
    const count = max - min + 1;
    assert(
      Number.isSafeInteger(min) && Number.isInteger(count) && count >= 1 && count <= range,
      'a range of whole numbers',
    );
    // Throws past the last full multiple of `count` would favour small numbers, so they are thrown again.
    const fair = range - (range % count);
    let thrown = next();
    while (thrown >= fair) thrown = next();
    return min + (thrown % count);
  }

  function pick<T>(list: readonly T[]): T {
    return must(list[integer(0, list.length - 1)], 'a list to pick from holds values');
  }

  return {
    next,
    integer,
    chance: (p) => next() < p * range,
    pick,

    weighted<T>(list: readonly T[], weightOf: (item: T) => number): T {
      let total = 0;
      for (const item of list) total += weightOf(item);
      let left = integer(0, total - 1);
      for (const item of list) {
        left -= weightOf(item);
        if (left < 0) return item;
      }
      throw new Bug('the weights add up to their total');
    },

    // Fisher and Yates, from the end.
    shuffle<T>(list: readonly T[]): T[] {
      const shuffled = [...list];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = integer(0, last);
        const moved = shuffled[last] as T;
        shuffled[last] = shuffled[other] as T;
        shuffled[other] = moved;
      }
      return shuffled;
    },

    fork: (name) => dice(JSON.stringify([String(seed), name])),
  };
}

/** The bare generator: three words of seed, a counter from 1, and the first throws left out until all words have mixed. */
export function sfc32(seed: {readonly a: number; readonly b: number; readonly c: number}): () => number {
  let {a, b, c} = seed;
  let counter = 1;
  const next = () => {
    const thrown = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + thrown) | 0;
    return thrown >>> 0;
  };
  for (let left = throwsToMix; left > 0; left--) next();
  return next;
}
