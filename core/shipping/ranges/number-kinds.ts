import type {Result} from '../../lib/result.ts';
import type {Carriers, Scheme} from '../tracking/carriers.ts';
import type {Form, Parts} from '../tracking/form.ts';
import {makeNumber} from '../tracking/make-number.ts';
import {digitsAt, digitsWide, sizeOf} from './range.ts';
import {partsFixed} from './range-overlap.ts';
import type {RangeLook} from './messages.ts';
import type {NumberRange} from './schema.ts';

/** A kind of number that a carrier gives to sellers, as a person enters a range of it. */
export interface NumberKind {
  readonly scheme: string;
  readonly carrier: string;
  readonly service: string;
  /** How many digits the running part may have. */
  readonly digits: readonly number[];
  /** Parts that the contract tells once for all. */
  readonly contract: readonly NumberPart[];
  /** Parts that each parcel tells, unless the range does. */
  readonly parcel: readonly NumberPart[];
  readonly services: readonly (readonly [code: string, name: string])[];
}

export interface NumberPart {
  readonly name: string;
  /** How many characters it may have. */
  readonly lengths: readonly number[];
  /** Its text, where it can only be one. */
  readonly only?: string;
}

export function numberKinds({schemes, names}: Carriers): readonly NumberKind[] {
  return [...schemes.values()].flatMap((scheme) => {
    const {range, courier, id, service, services} = scheme;
    if (!range) return [];
    const form = plainForm(scheme, {});
    const parcel = [...(form?.names ?? [])].filter(
      (name) => name !== range.counts && name !== 'check' && !range.contract.includes(name),
    );
    return [
      {
        scheme: id,
        carrier: names.get(courier) ?? courier,
        service,
        digits: digitsWide(scheme, range.counts),
        contract: range.contract.map((name) => partOf(scheme, name)),
        parcel: parcel.map((name) => partOf(scheme, name)).filter(({only}) => only === undefined),
        services,
      },
    ];
  });
}

function partOf({forms}: Scheme, name: string): NumberPart {
  const parts = forms.flatMap((form) => form.parts.filter((part) => part.name === name));
  const lengths = [...new Set(parts.map(({from, below}) => below - from))].toSorted((one, other) => one - other);
  const texts = new Set(parts.map(({only}) => only));
  const [only] = texts;
  return texts.size === 1 && only !== undefined ? {name, lengths, only} : {name, lengths};
}

const unknown = '·';

/** The first and the last number of a range as they stand on a label. */
export function lookOf(scheme: Scheme, range: NumberRange): RangeLook {
  const [first, last] = [0, sizeOf(range) - 1].map((place) => {
    const parts = {...partsFixed(range), [scheme.range?.counts ?? '']: digitsAt(range, place)};
    const made: Result<string> = makeNumber(scheme, parts);
    return made.ok ? made.value : sketched(scheme, parts);
  });
  return {first: first ?? '', last: last ?? '', leased: sizeOf(range)};
}

/** A number of which parcels tell a part: that, and the check digit that depends on it, stand as dots. */
function sketched(scheme: Scheme, parts: Parts): string {
  const form = plainForm(scheme, parts);
  return (form?.parts ?? [])
    .map(({name = '', only, from, below}) => parts[name] ?? only ?? unknown.repeat(below - from))
    .join('');
}

/** The form with the fewest parts that has all of these, each as wide. */
function plainForm({forms}: Scheme, parts: Parts): Form | undefined {
  const fits = (form: Form): boolean =>
    Object.entries(parts).every(([name, text]) =>
      form.parts.some((part) => part.name === name && part.below - part.from === text.length),
    );
  return forms.filter(fits).toSorted((one, other) => one.names.size - other.names.size)[0];
}
