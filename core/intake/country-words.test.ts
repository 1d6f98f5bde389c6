import {expect, test} from 'vitest';
import {countryOf} from './country-words.ts';

test('a country is known by its code and by its name in the languages of files', () => {
  const written = {
    DE: 'DE',
    deu: 'DE',
    Deutschland: 'DE',
    德国: 'DE',
    'United Kingdom': 'GB',
    UK: 'GB',
    'Vereinigtes Königreich': 'GB',
    'États-Unis': 'US',
    USA: 'US',
    EIRE: 'IE',
    RSA: 'ZA',
    Osterreich: 'AT',
    日本: 'JP',
    ประเทศไทย: 'TH',
    'Hong Kong': 'HK',
  };

  expect(Object.fromEntries(Object.keys(written).map((name) => [name, countryOf(name)]))).toEqual(written);
});

test('what is no single country is not known', () => {
  const names = ['Channel Islands', 'European Community', 'Unspecified', 'EU', 'Atlantis', '', '123'];

  expect(names.map((name) => countryOf(name))).toEqual(names.map(() => undefined));
});
