import {expect, test} from 'vitest';
import {taxConvention} from './tax-convention.ts';

const germany = {name: 'amazon.de', ratesPerMille: [190, 70], unlessShown: 'included'} as const;

function price(priceMinor: number, taxMinor: number, discountMinor = 0) {
  return {priceMinor, taxMinor, discountMinor};
}

test('amounts show whether tax is in the price, of which it then is a smaller part', () => {
  expect([
    taxConvention(germany, [price(11_900, 1900)]),
    taxConvention(germany, [price(10_000, 1900)]),
    taxConvention(germany, [price(8990, 1708, 1000)]),
    taxConvention(germany, [price(11_900, 1724, 1100)]),
  ]).toEqual(['included', 'added', 'added', 'included']);
});

test('most prices decide, and where none shows anything the custom of the place does', () => {
  expect([
    taxConvention(germany, [price(10_000, 1900), price(11_900, 1900), price(23_800, 3800)]),
    taxConvention(germany, [price(10_000, 1234), price(0, 0), price(-10_000, -1900), price(3, 1)]),
    taxConvention({...germany, unlessShown: 'added'}, []),
  ]).toEqual(['included', 'included', 'added']);
});
