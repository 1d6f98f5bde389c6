import {type Carriers, type Scheme, checkOf} from './carriers.ts';
import {type Parts, numberLengthMax, partsOf} from './form.ts';
import {countryOfDigits, isCountry} from './iso-countries.ts';

/** What a text says as a number of parcels. `valid`: at least one carrier makes such numbers. */
export interface Recognised {
  /** Capitals and digits alone; what was given, cut short, where it can be no number. */
  readonly number: string;
  readonly valid: boolean;
  readonly matches: readonly Match[];
}

export interface Match {
  readonly courier: string;
  readonly scheme: string;
  /** The words for the service the number names, or for the scheme. */
  readonly service: string;
  /** Whether a check digit speaks for it; without one the form alone does. */
  readonly checked: boolean;
  readonly parts: Parts;
}

/** A number with every blank and dash somebody may put in is shorter; anything longer is not looked at. */
export const numberTextMax = 200;
// Blanks of every kind, what is written without a width, dashes of every kind, the dots of Identcodes and GS1's brackets.
const between = /[\s\p{Cf}\p{Pd}.()]+/gu;

/** Which carriers' numbers a text is: those whose check digit fits first. Looks at each character of a bounded text a bounded number of times. */
export function recognise({byLength}: Carriers, given: string): Recognised {
  const number = tidied(given);
  if (number === undefined) return {number: given.slice(0, numberLengthMax), valid: false, matches: []};
  const matches = (byLength.get(number.length) ?? []).flatMap((scheme) => matchOf(scheme, number) ?? []);
  return {number, valid: matches.length > 0, matches};
}

/** Without what people put between the characters, in capitals; wide letters and digits of Asian keyboards as narrow ones. */
export function tidied(given: string): string | undefined {
  if (given.length > numberTextMax) return undefined;
  return given
    .replace(between, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[a-z]+/g, (small) => small.toUpperCase());
}

/** A number of this scheme taken apart; undefined for any other. */
export function matchOf(scheme: Scheme, number: string): Match | undefined {
  const {courier, id, not, forms, check} = scheme;
  for (const form of forms) {
    const parts = partsOf(form, number);
    if (!parts || !isCheckedBy(scheme, parts) || !isInCountry(scheme, parts)) continue;
    if (not.some((other) => partsOf(other, number))) return undefined;
    const told = scheme.country?.written === 'digits' ? withCountry(parts) : parts;
    return {courier, scheme: id, service: serviceOf(scheme, parts), checked: check !== undefined, parts: told};
  }
  return undefined;
}

function isCheckedBy({check}: Scheme, parts: Parts): boolean {
  return check === undefined || checkOf(check, parts) === parts.check;
}

/** Whether the country of these parts is one, where the scheme asks for one. */
export function isInCountry({country}: Scheme, {country: code}: Parts): boolean {
  if (country?.required !== true) return true;
  return code !== undefined && (country.written === 'letters' ? isCountry(code) : countryOfDigits(code) !== undefined);
}

function withCountry(parts: Parts): Parts {
  const letters = countryOfDigits(parts.country ?? '');
  return letters === undefined ? parts : {...parts, countryLetters: letters};
}

function serviceOf({services, service}: Scheme, {service: code}: Parts): string {
  const known = code === undefined ? undefined : services.find(([pattern]) => isLike(pattern, code));
  return known?.[1] ?? service;
}

function isLike(pattern: string, code: string): boolean {
  return pattern.length === code.length && [...pattern].every((want, at) => want === '?' || want === code.charAt(at));
}
