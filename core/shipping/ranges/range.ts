import {type Result, fail, ok} from '../../lib/result.ts';
import {type LocalDate, daysBetween} from '../../time/local-date.ts';
import type {Scheme} from '../tracking/carriers.ts';
import {fillsPart} from '../tracking/form.ts';
import {isInCountry} from '../tracking/recognise.ts';
import {lastGiven, partsFixed, sharesNumbers} from './range-overlap.ts';
import type {NumberRange} from './schema.ts';

/** As many numbers as one range may hold; counting stays exact far beyond, but nobody is given more. */
const rangeMax = 1_000_000_000;

/** How many of a range's numbers are where; `leased` is always the sum of the others. */
export interface RangeCounts {
  readonly leased: number;
  readonly used: number;
  readonly void: number;
  /** Drawn, and not yet said to be used or void. None, whenever no batch is being printed. */
  readonly inHand: number;
  readonly free: number;
}

export function sizeOf({from, to}: Pick<NumberRange, 'from' | 'to'>): number {
  return Number(BigInt(to) - BigInt(from)) + 1;
}

/** The counts of the present round. A range that was ended has no more numbers than it gave. */
export function countsOf(range: NumberRange): RangeCounts {
  const {drawn, used, voided, endedAt} = range;
  const leased = endedAt === undefined ? sizeOf(range) : drawn;
  return {leased, used, void: voided, inHand: drawn - used - voided, free: leased - drawn};
}

/** The digits of the number at a place of the range, as wide as the range is written. */
export function digitsAt({from}: Pick<NumberRange, 'from'>, place: number): string {
  return String(BigInt(from) + BigInt(place)).padStart(from.length, '0');
}

export function isValidOn({validFrom, validTo}: NumberRange, on: LocalDate): boolean {
  return (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo);
}

/** Whether a used-up range may begin again: the carrier lets it, and its last number was drawn long enough ago. */
export function mayBeginAgain({wrap, wrapAfterDays = 1, lastDrawnOn}: NumberRange, on: LocalDate): boolean {
  return wrap === 'again' && lastDrawnOn !== undefined && daysBetween({from: lastDrawnOn, to: on}) >= wrapAfterDays;
}

/**
 * A new range, of which numbers may have gone out elsewhere, or why there can be none: another with its numbers, ends the
 * wrong way round, digits that the carrier's numbers do not have, a part missing that the contract tells.
 */
export function registered(
  others: readonly NumberRange[],
  wanted: NumberRange,
  schemes: ReadonlyMap<string, Scheme>,
): Result<NumberRange> {
  const scheme = schemes.get(wanted.scheme);
  if (!scheme?.range) return fail('shipping.range_scheme_unknown', {scheme: wanted.scheme});
  const alone = wellFormed(wanted);
  if (!alone.ok) return alone;
  const apart = sharedWithNone(others, wanted, schemes);
  return apart.ok ? partsFit({...scheme, ...scheme.range}, wanted) : apart;
}

/** What can be said of a range without its carrier: its ends and its counts. */
export function wellFormed(range: NumberRange): Result<NumberRange> {
  const {from, to, validFrom, validTo, drawn, used, voided} = range;
  if (BigInt(from) > BigInt(to)) return fail('shipping.range_reversed', {from, to});
  if (validFrom !== undefined && validTo !== undefined && validFrom > validTo) {
    return fail('shipping.range_reversed', {from: validFrom, to: validTo});
  }
  if (BigInt(to) - BigInt(from) >= BigInt(rangeMax)) return fail('shipping.range_too_long', {max: rangeMax});
  if (used + voided !== drawn || drawn > sizeOf(range)) return fail('core.bad_shape', {path: 'drawn', problem: 'sum'});
  return ok(range);
}

/** That no other range gives one of its numbers. Without schemes only those of its own are looked at. */
export function sharedWithNone(
  others: readonly NumberRange[],
  wanted: NumberRange,
  schemes: ReadonlyMap<string, Scheme> = new Map(),
): Result<NumberRange> {
  if (others.some(({id}) => id === wanted.id)) return fail('shipping.range_already_there');
  const clash = others.find((other) => sharesNumbers(other, wanted, schemes));
  return clash ? fail('shipping.range_overlaps', {from: clash.from, to: lastGiven(clash)}) : ok(wanted);
}

type RangedScheme = Scheme & NonNullable<Scheme['range']>;

/** The digits must fill the part that counts, and the parts of the contract must all be there. */
function partsFit(scheme: RangedScheme, range: NumberRange): Result<NumberRange> {
  const {counts, contract, service, forms} = scheme;
  const {from, to, fixed} = range;
  const wide = forms.filter((form) => fillsPart(form, counts, from) && fillsPart(form, counts, to));
  if (wide.length === 0 || from.length !== to.length) {
    return fail('shipping.range_wrong_digits', {service, digits: digitsWide(scheme, counts).join(', ')});
  }
  const parts = partsFixed(range);
  const missing = contract.find((name) => parts[name] === undefined);
  if (missing !== undefined) return fail('shipping.number_part_wrong', {part: missing, service});
  if (!wide.some((form) => fixed.every(({part, text}) => fillsPart(form, part, text)))) {
    const wrong = fixed.find(({part, text}) => !wide.some((form) => fillsPart(form, part, text))) ?? fixed[0];
    return fail('shipping.number_part_wrong', {part: wrong?.part ?? '', service});
  }
  return parts.country === undefined || isInCountry(scheme, parts)
    ? ok(range)
    : fail('shipping.number_part_wrong', {part: 'country', service});
}

/** How many digits the part that counts may have, fewest first. */
export function digitsWide({forms}: Pick<Scheme, 'forms'>, counts: string): readonly number[] {
  const widths = forms.flatMap(({parts}) =>
    parts.flatMap(({name, from, below}) => (name === counts ? below - from : [])),
  );
  return [...new Set(widths)].sort((one, other) => one - other);
}
