import {expect, test} from 'vitest';
import {dice} from '../lib/dice.ts';
import {type OrderNumberStyle, orderNumbers} from './order-numbers.ts';

const styles: readonly (readonly [OrderNumberStyle, RegExp])[] = [
  [{style: 'amazon', prefix: 302}, /^302-\d{7}-\d{7}$/],
  [{style: 'ebay', prefix: 12}, /^12-\d{5}-\d{5}$/],
  [{style: 'etsy', first: 3_000_000_000}, /^3\d{9}$/],
  [{style: 'shopify'}, /^#\d+$/],
];

test.each(styles)('no number of %o comes twice, and all have its form', (style, form) => {
  const next = orderNumbers(style, dice('numbers'));
  const numbers = Array.from({length: 50_000}, next);

  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.filter((number) => !form.test(number))).toEqual([]);
});

test('running numbers start at #1001', () => {
  const next = orderNumbers({style: 'shopify'}, dice(1));

  expect([next(), next(), next()]).toEqual(['#1001', '#1002', '#1003']);
});
