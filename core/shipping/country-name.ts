/** ISO 3166-1 alpha-2. */
export type CountryCode = string;

// Where Unicode's English name says more than mail does.
const postal: Readonly<Record<CountryCode, string>> = {
  HK: 'HONG KONG',
  MO: 'MACAO',
  MM: 'MYANMAR',
};

const english = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});

/**
 * The country as the last line of an address: English, in capitals, as the Universal Postal Union asks of the country of
 * origin; nothing for a code that names no country.
 */
export function countryName(country: CountryCode): string | undefined {
  const known = names.get(country);
  if (known !== undefined) return known;
  const name = country === 'ZZ' ? undefined : (postal[country] ?? english.of(country)?.toUpperCase());
  if (name !== undefined) names.set(country, name);
  return name;
}

/** What was asked before: the answer takes longer than the rest of an address. */
const names = new Map<CountryCode, string>();
