import type {GivenRange, RangeRow} from '../pages/ranges-section.ts';
import {recognise} from '#core/shipping/tracking/recognise.ts';
import {carriersOfAssets} from '../../tools/carriers/carriers-of-assets.ts';

/** What the numbers on labels come to, as they were read off them, beside what the ranges say became of theirs. */
export interface NumberTally {
  readonly numbers: number;
  readonly doubles: number;
  /** Numbers whose check digit is wrong, or that no range has. */
  readonly strangers: number;
  /** Ranges of which used, void and free are not together what was leased. */
  readonly unbalanced: number;
  /** Numbers that are used by what the ranges say, beyond those on labels: a kill between number and label may cost one. */
  readonly lost: number;
}

export function numberTally(
  codes: readonly string[],
  {given, rows}: {readonly given: readonly GivenRange[]; readonly rows: readonly RangeRow[]},
): NumberTally {
  const carriers = carriersOfAssets();
  const isOwn = (code: string): boolean =>
    recognise(carriers, code).matches.some(
      ({scheme, parts: {service, serial = ''}}) =>
        given.some((range) => range.service === service && range.from <= serial && serial <= range.to) &&
        scheme === 'deutsche_post_s10',
    );
  const numbers = new Set(codes);
  const used = rows.reduce((sum, row) => sum + row.used, 0);
  return {
    numbers: numbers.size,
    doubles: codes.length - numbers.size,
    strangers: [...numbers].filter((code) => !isOwn(code)).length,
    unbalanced: rows.filter((row) => row.used + row.voided + row.free !== row.leased).length,
    lost: used - numbers.size,
  };
}
