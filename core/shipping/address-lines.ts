import {type Result, fail, ok} from '../lib/result.ts';
import type {Address} from '../storefronts/address.ts';
import {type CountryCode, countryName} from './country-name.ts';
import {printable} from './printable-text.ts';

/** `name` and `place` (where the post sorts by) are what a packer looks for; `country` is always last. */
export interface AddressLine {
  readonly role: 'name' | 'street' | 'place' | 'country';
  readonly text: string;
}

type Field = Exclude<keyof Address, 'country'>;
type Form = readonly string[];

const person = ['{name}', '{company}'];
const firm = ['{company}', '{name}'];
const street = ['{street}', '{extra}'];
const before = '{postalCode} {city}';

// The order of lines by country; after the formats of Google's libaddressinput. An East Asian address in its own
// script runs from the large to the small, in Latin letters the other way round.
const forms: Readonly<Record<CountryCode, Form>> = {
  AT: [...firm, ...street, before],
  AU: [...firm, ...street, '{city} {region} {postalCode}'],
  BE: [...firm, ...street, before],
  BG: [...person, ...street, before],
  BR: [...firm, ...street, '{city}-{region}', '{postalCode}'],
  CA: [...person, ...street, '{city} {region} {postalCode}'],
  CH: [...firm, ...street, before],
  CN: [...person, ...street, '{city}', '{region}, {postalCode}'],
  CZ: [...person, ...street, before],
  DE: [...person, ...street, before],
  DK: [...firm, ...street, before],
  ES: [...person, ...street, '{postalCode} {city} {region}'],
  FI: [...firm, ...street, before],
  FR: [...firm, ...street, before],
  GB: [...person, ...street, '{city}', '{region}', '{postalCode}'],
  GR: [...person, ...street, before],
  HK: [...person, ...street, '{city}', '{region}'],
  HU: [...person, '{city}', ...street, '{postalCode}'],
  IE: [...person, ...street, '{city}', '{region}', '{postalCode}'],
  IT: [...person, ...street, '{postalCode} {city} {region}'],
  JP: [...person, ...street, '{city}, {region}', '{postalCode}'],
  KR: [...person, ...street, '{city}', '{region}', '{postalCode}'],
  LU: [...firm, ...street, before],
  LV: [...person, ...street, '{city}, {postalCode}'],
  MX: [...person, ...street, '{postalCode} {city}, {region}'],
  NL: [...firm, ...street, before],
  NO: [...person, ...street, before],
  NZ: [...person, ...street, '{city} {postalCode}'],
  PL: [...person, ...street, before],
  PT: [...person, ...street, before],
  RO: [...person, ...street, before],
  SE: [...firm, ...street, before],
  SG: [...person, ...street, '{city} {postalCode}'],
  SI: [...person, ...street, before],
  SK: [...person, ...street, before],
  TW: [...person, ...street, '{city}, {region} {postalCode}'],
  US: [...person, ...street, '{city} {region} {postalCode}'],
};

const ownScript: Readonly<Record<CountryCode, Form>> = {
  CN: ['{postalCode}', '{region}{city}', ...street, ...firm],
  HK: ['{region}{city}', ...street, ...firm],
  JP: ['〒{postalCode}', '{region}{city}', ...street, ...firm],
  KR: ['{region} {city}', ...street, ...firm, '{postalCode}'],
  TW: ['{postalCode}', '{region}{city}', ...street, ...firm],
};

const elsewhere: Form = [...person, ...street, before, '{region}'];

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * An address as the lines of a label, in the order of its country, the country's English name in capitals last. Fields that
 * are absent leave no trace. Faults: `shipping.country_unknown`.
 */
export function addressLines(address: Address): Result<readonly AddressLine[]> {
  const country = countryName(address.country);
  if (country === undefined) return fail('shipping.country_unknown', {country: address.country});

  const filled = formOf(address).map((template) => ({role: roleOf(template), text: fill(template, address)}));
  return ok([...filled.filter((line) => line.text !== ''), {role: 'country', text: country}]);
}

function formOf(address: Address): Form {
  const own = ownScript[address.country];
  if (own && eastAsian.test(address.city + address.street)) return own;
  return forms[address.country] ?? elsewhere;
}

function roleOf(template: string): AddressLine['role'] {
  if (template === '{name}') return 'name';
  return person.includes(template) || street.includes(template) ? 'street' : 'place';
}

/** Fills a template; what stands between two fields goes when either is absent. */
function fill(template: string, address: Address): string {
  let text = '';
  for (const {index, 1: literal = '', 2: field} of template.matchAll(/([^{]*)\{(\w+)\}/g)) {
    const value = valueOf(field as Field, address);
    const belongs = index === 0 || text !== '';
    if (value !== '') text += belongs ? literal + value : value;
  }
  return text;
}

function valueOf(field: Field, address: Address): string {
  const value = printable(address[field] ?? '');
  if (field === 'postalCode') return value.replace(/^〒 ?/, '');
  // Madrid in Madrid, 서울 in 서울: the region says nothing more than the city did.
  return field === 'region' && value === printable(address.city) ? '' : value;
}
