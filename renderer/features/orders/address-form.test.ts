import {expect, test} from 'vitest';
import {addressForm, isPostalCode, scriptOf} from './address-form.ts';

/** `ZIP*` is required; the rest may stay empty. */
function written(country: string, script: 'local' | 'latin' = 'latin'): string {
  return addressForm(country, script)
    .map(({word, required}) => (required ? `${word}*` : word))
    .join(' ');
}

test('each country has its fields in its order and by its words', () => {
  expect(
    ['US', 'GB', 'DE', 'FR', 'JP', 'IN', 'IE', 'AU', 'AE', 'HK', 'SG'].map((code) => `${code} ${written(code)}`),
  ).toEqual([
    'US name* company street* extra city* state* zip*',
    'GB name* company street* extra postTown* postcode*',
    'DE name* company street* extra postalCode* city*',
    'FR company name* street* extra postalCode* city*',
    'JP name* company street* extra city* prefecture* postalCode*',
    'IN name* company street* extra city* pin* state*',
    'IE name* company street* extra city* county eircode',
    'AU company name* street* extra suburb* state* postcode*',
    'AE name* company street* extra city* emirate*',
    'HK name* company street* extra district* area*',
    'SG name* company street* extra city* postalCode*',
  ]);
});

test('written in its own script a Chinese address runs from the large to the small', () => {
  expect([written('CN', 'local'), scriptOf('CN', 'zh-CN'), scriptOf('CN', 'en'), scriptOf('DE', 'zh-CN')]).toEqual([
    'postalCode* province* city* street* extra company name*',
    'local',
    'latin',
    'latin',
  ]);
});

test('a country that nobody has chosen yet asks for what every address has', () => {
  expect(written('')).toBe('name* company street* extra city*');
});

test('postal codes are judged by their country, with or without the sign within them', () => {
  const judged = [
    ['US', '10001', '10001-1234', '1000'],
    ['GB', 'SW1A 1AA', 'sw1a1aa', '10115'],
    ['DE', '10115', ' 10115 ', '1011'],
    ['JP', '150-0001', '1500001', '15000'],
    ['PL', '00-001', '00001', '0001'],
    ['NL', '1012 AB', '1012AB', '1012'],
  ] as const;
  expect(judged.map(([country, ...codes]) => codes.map((code) => isPostalCode(country, code)))).toEqual(
    judged.map(() => [true, true, false]),
  );
});

test('where nobody knows what a postal code looks like, any will do', () => {
  expect([isPostalCode('HK', '999077'), isPostalCode('', 'x')]).toEqual([true, true]);
});
