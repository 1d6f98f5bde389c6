/**
 * Why a planted fault that no test finds is none that matters:
 * `equivalent`: nobody can tell the two programs apart.
 * `cost`: the same comes out, with more work.
 * `twice`: something else sees to the same, too.
 */
export type Kind = 'equivalent' | 'cost' | 'twice';

/** Planted faults of one line that survive for one reason. */
export interface Survivor {
  readonly file: string;
  /** What the line in which they begin has in it, and no other line with such a fault. */
  readonly line: string;
  /** What stood there, and what was put in its place. */
  readonly faults: readonly (readonly [was: string, is: string])[];
  readonly kind: Kind;
  readonly why: string;
}
