import {formatAddress} from 'localized-address-format';
import {postcodeValidator, postcodeValidatorExistsForCountry} from 'postcode-validator';

/** The parts of a delivery address that a person fills in; the country is chosen apart. */
export const addressFields = ['name', 'company', 'street', 'extra', 'city', 'region', 'postalCode'] as const;
export type AddressField = (typeof addressFields)[number];

/** What a country calls the part: the last word of a key under `form.address`. */
export type AddressWord =
  | Exclude<AddressField, 'city' | 'region' | 'postalCode'>
  | 'city'
  | 'postTown'
  | 'suburb'
  | 'district'
  | keyof typeof regionWords
  | 'province'
  | 'region'
  | 'postalCode'
  | 'postcode'
  | 'zip'
  | 'pin'
  | 'eircode';

export interface AddressFormField {
  readonly field: AddressField;
  readonly word: AddressWord;
  readonly required: boolean;
}

/** In letters of the country's own script an East Asian address runs from the large to the small. */
export type AddressScript = 'local' | 'latin';

// One sign for each part; where the signs come out is the country's order of them.
const signs = {
  name: '\u{e000}',
  company: '\u{e001}',
  street: '\u{e002}',
  city: '\u{e003}',
  region: '\u{e004}',
  postalCode: '\u{e005}',
} as const;

// What is required and how it is called: Google's address data service, from which the formats are too.
const regionRequired = new Set(
  'AE AS AU BR CA CN CO CR ES FM HK ID IN IQ IT JM JP KN KR KY MH MP MX NR PG PW RU SO TW UM US VE VI'.split(' '),
);
const postalCodeRequired = new Set(
  (
    'AS AT AU AX BE BR CA CH CN CZ DE DK EE ES FI FM FO FR GB GF GG GL GP GR GU HU IM IN IT JE JP KR LI LT LU LV MC MH MP ' +
    'MQ MX MY NC NL NO NZ PL PM PR PT PW RE RO RU SE SG SI SJ SK SM TR TW UA US VI WF YT ZA'
  ).split(' '),
);
const regionWords = {
  state: 'AS AU BR FM IN MX MY NG PW US VE',
  prefecture: 'JP',
  county: 'GB GG IE IM JE TW',
  emirate: 'AE',
  area: 'HK KW',
  department: 'CO HN NI SV UY',
  parish: 'AD BB JM',
  island: 'BS CV KI KN KY PF',
} as const;
const cityWords = {postTown: 'GB NO SE', suburb: 'AU NZ', district: 'HK TR'} as const;
const postalWords = {
  postcode: 'AU CC CX GB GG HM IM JE NF NZ',
  zip: 'AS FM GU MH MP PR PW UM US VI',
  pin: 'IN',
  eircode: 'IE',
} as const;

/** The parts of an address in that country, in the order in which it is written there. */
export function addressForm(country: string, script: AddressScript): readonly AddressFormField[] {
  const order = orderOf(country, script);
  return order.map((field) => ({field, word: wordOf(field, country), required: isRequired(field, country)}));
}

/** The script in which a person of that language writes to that country. */
export function scriptOf(country: string, locale: string): AddressScript {
  return locale.startsWith('zh') && ['CN', 'HK', 'MO', 'TW'].includes(country) ? 'local' : 'latin';
}

/** False for what no postal code of the country looks like; where nobody knows, anything goes. */
export function isPostalCode(country: string, postalCode: string): boolean {
  if (!postcodeValidatorExistsForCountry(country)) return true;
  const compact = postalCode.replaceAll(/[\s-]/g, '');
  // Many are written with and without the space or hyphen within them.
  const parted = [2, 3, 4, 5].flatMap((at) =>
    [' ', '-'].map((sign) => compact.slice(0, at) + sign + compact.slice(at)),
  );
  return [postalCode.trim(), compact, ...parted].some((written) => postcodeValidator(written, country));
}

function orderOf(country: string, script: AddressScript): readonly AddressField[] {
  const marked = {
    postalCountry: country,
    name: signs.name,
    organization: signs.company,
    addressLines: [signs.street],
    locality: signs.city,
    administrativeArea: signs.region,
    postalCode: signs.postalCode,
  };
  const written = formatAddress(marked, script).join('');
  const fields = Object.keys(signs) as (keyof typeof signs)[];
  const found = fields
    .filter((field) => written.includes(signs[field]))
    .toSorted((a, b) => written.indexOf(signs[a]) - written.indexOf(signs[b]));
  // Some formats have no city, because the street or the country says it; ours keeps it, and a second street line.
  const lines: readonly AddressField[] = ['street', 'extra'];
  const withCity: readonly AddressField[] = script === 'local' ? ['city', ...lines] : [...lines, 'city'];
  const street = found.includes('city') ? lines : withCity;
  return found.flatMap((field) => (field === 'street' ? street : [field]));
}

function wordOf(field: AddressField, country: string): AddressWord {
  if (field === 'region') return wordIn(regionWords, country) ?? 'province';
  if (field === 'city') return wordIn(cityWords, country) ?? 'city';
  if (field === 'postalCode') return wordIn(postalWords, country) ?? 'postalCode';
  return field;
}

function wordIn<Word extends string>(words: Readonly<Record<Word, string>>, country: string): Word | undefined {
  return (Object.keys(words) as Word[]).find((word) => words[word].split(' ').includes(country));
}

function isRequired(field: AddressField, country: string): boolean {
  if (field === 'region') return regionRequired.has(country);
  if (field === 'postalCode') return postalCodeRequired.has(country);
  return field === 'name' || field === 'street' || field === 'city';
}
