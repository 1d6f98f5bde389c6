import type {Dice} from '#core/lib/dice.ts';
import type {Samples} from './samples.ts';
import type {Truth} from './truth.ts';

/** What every part of a round works with. */
export interface Turn {
  readonly truth: Truth;
  readonly samples: Samples;
  /** The same for all sides of a round, so that all are asked the same. */
  readonly dice: () => Dice;
  readonly product: {readonly origin: string; readonly profile: string};
  readonly peers: {readonly origin: string; readonly dexieProfile: string};
  readonly control: boolean;
}

/** A value that an expectation asked for in vain: it counts as a miss, and as this long. */
export const givenUpMs = 5_000;

/** Splits what was waited for into times and the number of those that never came right. */
export function timesAndMisses(waits: readonly (number | undefined)[]): {
  readonly times: readonly number[];
  readonly misses: number;
} {
  return {
    times: waits.map((ms) => ms ?? givenUpMs),
    misses: waits.filter((ms) => ms === undefined).length,
  };
}
