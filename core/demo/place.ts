import type {Dice} from '../lib/dice.ts';

/**
 * A country as invented buyers live in it. Lists are texts of items joined by ', '. A name in another script is followed
 * by ':' and how it is written in mail addresses. In forms `#` stands for a digit, `%` for a digit from 1, `@` for a
 * letter that every country with letters in its postal codes allows.
 */
export interface PlaceData {
  readonly country: string;
  /** Hours from UTC in winter, of the city most buyers live near: good enough for the rhythm of a day. */
  readonly utcOffsetHours: number;
  /** Standard rate of the tax included in prices, in hundredths of a percent; 0 where it is sold to as an export. */
  readonly taxBasisPoints: number;
  readonly region: 'home' | 'union' | 'world';
  /** Given and family names that go together. */
  readonly people: readonly {readonly given: string; readonly family: string}[];
  readonly nameForm?: 'given family' | 'family given' | 'familygiven';
  readonly streets: string;
  /** How a street and `N`, the number of a house, are written. */
  readonly streetForm: string;
  readonly houseMax?: number;
  /** A second line: flat, floor, building. */
  readonly extras?: string;
  /** `city|form of its postal code|region`; the last two where the country has them. */
  readonly cities: string;
  readonly companies?: string;
  /** Numbers kept free for stories by the country's regulator; left out where there are none. */
  readonly phones?: string;
}

export interface Name {
  readonly written: string;
  readonly mail: string;
}

export interface City {
  readonly name: string;
  readonly postalForm: string | undefined;
  readonly region: string | undefined;
}

/** A country with its lists taken apart, ready for picking. */
export interface Place extends Pick<PlaceData, 'country' | 'utcOffsetHours' | 'taxBasisPoints' | 'region'> {
  readonly people: readonly {readonly given: readonly Name[]; readonly family: readonly Name[]}[];
  readonly nameForm: 'given family' | 'family given' | 'familygiven';
  readonly streets: readonly string[];
  readonly streetForm: string;
  readonly houseMax: number;
  readonly extras: readonly string[];
  readonly cities: readonly City[];
  readonly companies: readonly string[];
  readonly phones: readonly string[];
}

export function place(data: PlaceData): Place {
  return {
    country: data.country,
    utcOffsetHours: data.utcOffsetHours,
    taxBasisPoints: data.taxBasisPoints,
    region: data.region,
    people: data.people.map(({given, family}) => ({given: items(given).map(name), family: items(family).map(name)})),
    nameForm: data.nameForm ?? 'given family',
    streets: items(data.streets),
    streetForm: data.streetForm,
    houseMax: data.houseMax ?? 98,
    extras: items(data.extras),
    cities: items(data.cities).map(city),
    companies: items(data.companies),
    phones: items(data.phones),
  };
}

const letters = 'AEHNPRTXY';
const open = /[#%@]/g;

/** The form with its digits and letters thrown. */
export function filled(form: string, dice: Dice): string {
  return form.replace(open, (sign) => {
    if (sign === '@') return letters.charAt(dice.integer(0, letters.length - 1));
    return String(dice.integer(sign === '%' ? 1 : 0, 9));
  });
}

function items(joined = ''): readonly string[] {
  return joined === '' ? [] : joined.split(', ');
}

function name(item: string): Name {
  const [written = '', latin = written] = item.split(':');
  return {written, mail: mailPart(latin)};
}

function city(item: string): City {
  const [cityName = '', postalForm, region] = item.split('|');
  return {name: cityName, postalForm: postalForm === '' ? undefined : postalForm, region};
}

const unfolded: Readonly<Record<string, string>> = {ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', đ: 'd'};

/** Latin letters without their accents, in small letters. */
function mailPart(latin: string): string {
  return latin
    .toLowerCase()
    .replace(/[ßłøæœðþđ]/g, (letter) => unfolded[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');
}
