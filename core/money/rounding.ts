import {assert, unreachable} from '../lib/assert.ts';

/**
 * What becomes of a fraction of a minor unit. Every mode treats -x as the mirror of x, so a refund undoes a charge:
 * - `half_even`: to the nearest; a half goes to the even neighbour (2.5 and 1.5 to 2, -2.5 to -2). Favours nobody in sums.
 * - `half_up`: to the nearest; a half goes away from zero (2.5 to 3, -2.5 to -3). Usual on invoices and in tax rules.
 * - `down`: toward zero (2.9 to 2, -2.9 to -2).
 * - `up`: away from zero (2.1 to 3, -2.1 to -3).
 */
export type RoundingMode = 'half_even' | 'half_up' | 'down' | 'up';

/** The whole number that `numerator / denominator` rounds to; the denominator is not zero. */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  assert(denominator !== 0n, 'nothing is divided by zero');
  const towardZero = numerator / denominator;
  const remainder = magnitudeOf(numerator % denominator);
  if (remainder === 0n) return towardZero;

  const half = compared(2n * remainder, magnitudeOf(denominator));
  if (!roundsAway(mode, half, towardZero % 2n !== 0n)) return towardZero;
  return numerator < 0n === denominator < 0n ? towardZero + 1n : towardZero - 1n;
}

/**
 * Whether a value that was cut toward zero and left a remainder goes one further from zero. `half` compares the
 * remainder with one half (negative, zero, positive); `odd` says that the cut value is odd.
 */
export function roundsAway(mode: RoundingMode, half: number, odd: boolean): boolean {
  switch (mode) {
    case 'half_even':
      return half > 0 || (half === 0 && odd);
    case 'half_up':
      return half >= 0;
    case 'down':
      return false;
    case 'up':
      return true;
    default:
      return unreachable(mode);
  }
}

/** 10 to the power of `exponent`, which is whole and not negative. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function magnitudeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function compared(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
