import type {Scheme} from '../tracking/carriers.ts';
import type {Parts} from '../tracking/form.ts';
import {makeNumber} from '../tracking/make-number.ts';
import {matchOf} from '../tracking/recognise.ts';
import type {NumberRange} from './schema.ts';

export function partsFixed({fixed}: Pick<NumberRange, 'fixed'>): Parts {
  return Object.fromEntries(fixed.map(({part, text}) => [part, text]));
}

/** The last number that a range has given or will give: of one that was ended the rest belongs to nobody. */
export function lastGiven({from, to, round, drawn, endedAt}: NumberRange): string {
  if (endedAt === undefined || round > 0) return to;
  return String(BigInt(from) + BigInt(drawn) - 1n).padStart(from.length, '0');
}

type Schemes = ReadonlyMap<string, Scheme>;

/**
 * Whether two ranges would give the same number to two parcels: no part that both fix tells their numbers apart, and their
 * ends overlap. Under whose account does not matter, for the number would be the same; nor does under which scheme, where
 * one carrier's numbers are another's as well (every DHL parcel's is an SSCC).
 */
export function sharesNumbers(first: NumberRange, second: NumberRange, schemes: Schemes): boolean {
  const [one, other] = [first, second].map((range) => ({...range, to: lastGiven(range)})) as [NumberRange, NumberRange];
  if (hasNone(one) || hasNone(other)) return false;
  if (one.scheme === other.scheme) return overlaps({...one, parts: partsFixed(one)}, other);
  const [asOther, asOne] = [inTermsOf(other.scheme, one, schemes), inTermsOf(one.scheme, other, schemes)];
  return (asOther !== undefined && overlaps(asOther, other)) || (asOne !== undefined && overlaps(asOne, one));
}

/** It was ended before its first number was given. */
function hasNone({endedAt, round, drawn}: NumberRange): boolean {
  return endedAt !== undefined && round === 0 && drawn === 0;
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly parts: Parts;
}

function overlaps({from, to, parts}: Span, other: NumberRange): boolean {
  const apart = other.fixed.some(({part, text}) => parts[part] !== undefined && parts[part] !== text);
  return !apart && BigInt(from) <= BigInt(other.to) && BigInt(other.from) <= BigInt(to);
}

/** A range as another scheme would have it, where both ends are numbers of that scheme; none while a parcel has a part to tell. */
function inTermsOf(scheme: string, range: NumberRange, schemes: Schemes): Span | undefined {
  const [own, wanted] = [schemes.get(range.scheme), schemes.get(scheme)];
  if (!own?.range || !wanted?.range) return undefined;
  const {counts} = own.range;
  const [first, last] = [range.from, range.to].map((digits) => {
    const number = makeNumber(own, {...partsFixed(range), [counts]: digits});
    return number.ok ? matchOf(wanted, number.value)?.parts : undefined;
  });
  const from = first?.[wanted.range.counts];
  const to = last?.[wanted.range.counts];
  return first === undefined || from === undefined || to === undefined ? undefined : {from, to, parts: first};
}
