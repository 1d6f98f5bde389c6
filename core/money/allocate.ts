import {assert} from '../lib/assert.ts';
import type {Money} from './money.ts';

/**
 * Splits an amount in proportion to whole weights, to the minor unit: the parts add up to the whole, each lies less than
 * one minor unit from its exact share, and a weight of zero gets nothing. What rounding leaves over goes to the largest
 * remainders, and among equals to the first in the list. Where all weights are zero, all parts weigh the same.
 */
export function allocate(whole: Money, weights: readonly number[]): readonly Money[] {
  assert(weights.length > 0, 'an amount is split among at least one');
  assert(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are whole and not negative',
  );
  const totalWeight = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (totalWeight === 0n) return allocate(whole, Array<number>(weights.length).fill(1));

  const magnitude = BigInt(Math.abs(whole.minor));
  const shares = weights.map((weight, index) => {
    const exact = magnitude * BigInt(weight);
    return {index, minor: Number(exact / totalWeight), remainder: exact % totalWeight};
  });

  const leftOver = Math.abs(whole.minor) - shares.reduce((total, share) => total + share.minor, 0);
  const favoured = new Set(
    shares
      .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, leftOver),
  );
  return shares.map((share) => {
    const minor = share.minor + (favoured.has(share) ? 1 : 0);
    return {minor: whole.minor < 0 ? 0 - minor : minor, currency: whole.currency};
  });
}
