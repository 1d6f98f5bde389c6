import {perLocale} from './numbers.ts';

const names = perLocale((locale, _: 'region') => new Intl.DisplayNames(locale, {type: 'region', fallback: 'code'}));

/** The name of a country by its ISO 3166-1 code of two letters: `DE` is Germany, 德国. */
export function countryName(locale: string, code: string): string {
  return names(locale, 'region').of(code) ?? code;
}
