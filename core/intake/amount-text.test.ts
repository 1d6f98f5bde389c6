import {expect, test} from 'vitest';
import {valueOf, writtenAmount} from './amount-text.ts';

function read(text: string, sign: '.' | ',' = '.'): string {
  const amount = writtenAmount(text);
  const value = amount && valueOf(amount, sign);
  if (!amount || !value) return 'no amount';
  return `${String(value.units)}e-${String(value.scale)}${amount.currency ? ` ${amount.currency}` : ''}`;
}

test('amounts are read digit by digit in every notation that export files have', () => {
  const written = {
    '1,234.56': '123456e-2',
    '1.234,56': '123456e-2',
    '1 234,56': '123456e-2',
    '1\u00A0234,56 €': '123456e-2 EUR',
    "1'234.50": '12345e-1',
    '1,23,456.00': '123456e-0',
    '1.234.567': '1234567e-0',
    '¥1,234': '1234e-0',
    '１２３４円': '1234e-0 JPY',
    '٣٤': '34e-0',
    '$5.00': '5e-0 USD',
    'US $5.00': '5e-0 USD',
    'AU $12.50': '125e-1 AUD',
    'EUR 5,00': '5e-0 EUR',
    '5.10 GBP': '51e-1 GBP',
    '£5.00': '5e-0 GBP',
    'R$ 12,50': '125e-1 BRL',
    '(5.00)': '-5e-0',
    '($5.25)': '-525e-2 USD',
    '5.00-': '-5e-0',
    '-$5.00': '-5e-0 USD',
    '$-5.00': '-5e-0 USD',
    '−3': '-3e-0',
    '.5': '5e-1',
    '0.001': '1e-3',
    '-0.00': '0e-0',
  };

  expect(Object.fromEntries(Object.keys(written).map((text) => [text, read(text)]))).toEqual(written);
});

test('words, rates, formulas, exponents and two points are no amounts', () => {
  const texts = [
    '',
    '-',
    'abc',
    '10% off',
    '1e5',
    '1.2.3',
    '1,2,3',
    '=1+1',
    '5 5',
    '--5',
    '1.234.56',
    '$5 EUR',
    '9'.repeat(70),
  ];

  expect(texts.map((text) => read(text))).toEqual(texts.map(() => 'no amount'));
});

test('one sign before three digits means what the rest of the file shows', () => {
  expect([read('1.234', '.'), read('1.234', ','), read('1,234', '.'), read('1,234', ',')]).toEqual([
    '1234e-3',
    '1234e-0',
    '1234e-0',
    '1234e-3',
  ]);
});

test('more digits than can be counted exactly are no amount', () => {
  expect([read('9007199254740991'), read('9007199254740993')]).toEqual(['9007199254740991e-0', 'no amount']);
});
