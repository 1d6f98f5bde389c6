import {expect, test} from 'vitest';
import {minorDigits} from '../money/currency.ts';
import {catalogue} from './catalogue.ts';
import {listCurrencies} from './price-list.ts';
import {languages} from './product-families.ts';

test('the catalogue holds 120 products, each with a SKU of its own', () => {
  expect(catalogue.length).toBe(120);
  expect(new Set(catalogue.map(({sku}) => sku)).size).toBe(120);
  expect(catalogue.filter(({sku}) => !/^[A-Z]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}$/.test(sku))).toEqual([]);
});

test('every product has a title of its own in every language', () => {
  const distinct = languages.map((language) => new Set(catalogue.map(({titles}) => titles[language])).size);

  expect(distinct).toEqual(languages.map(() => catalogue.length));
  expect(catalogue.find(({sku}) => sku === 'TEA-SEN-050')?.titles).toEqual({
    en: 'Sencha Green Tea, 50 g',
    de: 'Grüner Tee Sencha, 50 g',
    fr: 'Thé vert Sencha, 50 g',
    ja: '煎茶 50 g',
    sv: 'Grönt te Sencha, 50 g',
    pl: 'Zielona herbata Sencha, 50 g',
  });
  expect(JSON.stringify(catalogue.map(({titles}) => titles))).not.toContain('|');
});

test('every product has a price in every currency, as shoppers there are used to', () => {
  const pricesOf = (sku: string) =>
    [...(catalogue.find((product) => product.sku === sku)?.prices ?? [])].map(([code, {units, scale}]) => [
      code,
      units,
      scale,
    ]);

  expect(catalogue.every(({prices}) => listCurrencies.every(({code}) => (prices.get(code)?.units ?? 0) > 0))).toBe(
    true,
  );
  expect(pricesOf('TEA-SEN-050')).toEqual([
    ['EUR', 790, 2],
    ['GBP', 699, 2],
    ['USD', 949, 2],
    ['CAD', 1299, 2],
    ['SEK', 8900, 2],
    ['PLN', 3399, 2],
    ['JPY', 1330, 0],
    ['KRW', 12_500, 0],
  ]);
  expect(pricesOf('BLK-TAG-STD').filter(([, , scale]) => Number(scale) > 0)).toEqual([
    ['EUR', 125, 3],
    ['GBP', 109, 3],
    ['USD', 143, 3],
    ['CAD', 200, 3],
    ['SEK', 1400, 3],
    ['PLN', 538, 3],
    ['JPY', 210, 1],
    ['KRW', 1975, 1],
  ]);
  expect(
    catalogue.filter(({bulk, prices}) => [...prices].some(([code, {scale}]) => !bulk && scale !== minorDigits(code))),
  ).toEqual([]);
});
