import {expect, test} from 'vitest';
import {typedDecimal} from './typed-decimal.ts';

test('an amount is read as people of either custom write it', () => {
  const written = [
    '12.50',
    '12,5',
    '1,234.50',
    '1.234,50',
    '1.234.567',
    '1 234,5',
    '１２．５',
    '−3',
    '007',
    '.5',
    '5.',
  ];
  expect(written.map(typedDecimal)).toEqual([
    '12.50',
    '12.5',
    '1234.50',
    '1234.50',
    '1234567',
    '1234.5',
    '12.5',
    '-3',
    '7',
    '0.5',
    '5',
  ]);
});

test('what can be read in two ways, or in none, stays as it was written', () => {
  const written = ['1,234', '1,2,3', '12.3.4', 'twelve', '', '1e3', '1.23,4.5', '--1', '.'];
  expect(written.map(typedDecimal)).toEqual(written);
});
