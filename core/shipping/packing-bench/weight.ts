import type {BenchOrder, Piece} from './bench.ts';

/** What is known of a box before anything lies in it, and how far a weight may be off: whichever of the two is more. */
export interface WeightRules {
  readonly boxGrams: number;
  readonly toleranceGrams: number;
  readonly tolerancePercent: number;
}

/** What a box with these pieces should weigh; undefined where nobody has told what one of them weighs. */
export function expectedGrams(
  orders: readonly Pick<BenchOrder, 'weights'>[],
  pieces: readonly Piece[],
  {boxGrams}: WeightRules,
): number | undefined {
  return pieces.reduce<number | undefined>((sum, {item, count}) => {
    const each = orders.find(({weights}) => weights[item] !== undefined)?.weights[item];
    return sum === undefined || each === undefined ? undefined : sum + each * count;
  }, boxGrams);
}

export function toleranceOf(expected: number, {toleranceGrams, tolerancePercent}: WeightRules): number {
  return Math.max(toleranceGrams, Math.round((expected * tolerancePercent) / 100));
}

export function isAsExpected(grams: number, expected: number, rules: WeightRules): boolean {
  return Math.abs(grams - expected) <= toleranceOf(expected, rules);
}
