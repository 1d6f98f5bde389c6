import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type CurrencyCode, currencyCodes} from './currency.ts';
import {toDecimalText} from './decimal-text.ts';
import {parseDecimal, parseMoney} from './parse-decimal.ts';

const eur = 'EUR' as CurrencyCode;
const jpy = 'JPY' as CurrencyCode;
const kwd = 'KWD' as CurrencyCode;

test('a decimal is read digit by digit, with no more scale than it needs', () => {
  const texts = ['0', '-0.00', '12.30', '-0.05', '1200', '0.000123', '9007199254740991', '90071992547409.9100'];

  expect(texts.map((text) => parseDecimal(text))).toEqual(
    [
      {units: 0, scale: 0},
      {units: 0, scale: 0},
      {units: 123, scale: 1},
      {units: -5, scale: 2},
      {units: 1200, scale: 0},
      {units: 123, scale: 6},
      {units: Number.MAX_SAFE_INTEGER, scale: 0},
      {units: Number.MAX_SAFE_INTEGER, scale: 2},
    ].map((value) => ({ok: true, value})),
  );
});

test('what is not plainly an amount is refused, never guessed', () => {
  const texts = [
    '',
    ' 1',
    '1 ',
    '+1',
    '1.',
    '.5',
    '1,50',
    '1.234,50',
    '1e3',
    '0x10',
    '007',
    '--1',
    '−1',
    '1_0',
    '١',
    'NaN',
  ];
  const refused = {ok: false, fault: {code: 'money.not_an_amount', values: {}}};

  expect([...texts, '0'.repeat(41), `1.${'0'.repeat(50)}`].filter((text) => parseDecimal(text).ok)).toEqual([]);
  expect(parseDecimal('1,50')).toEqual(refused);
});

test('more digits than can be held exactly are refused', () => {
  const tooLarge = (values: object) => ({ok: false, fault: {code: 'money.too_large', values}});

  expect([
    parseDecimal('9007199254740992'),
    parseDecimal('-9.007199254740993'),
    parseMoney('90071992547409.92', eur),
  ]).toEqual([tooLarge({}), tooLarge({}), tooLarge({})]);
  expect(parseMoney('9007199254740991', eur)).toEqual(tooLarge({currency: 'EUR'}));
});

test('money takes the digits its currency has, and zeros beyond them', () => {
  expect([
    parseMoney('12.3', eur),
    parseMoney('-12.3400', eur),
    parseMoney('1200.00', jpy),
    parseMoney('0.005', kwd),
  ]).toEqual([
    {ok: true, value: {minor: 1230, currency: eur}},
    {ok: true, value: {minor: -1234, currency: eur}},
    {ok: true, value: {minor: 1200, currency: jpy}},
    {ok: true, value: {minor: 5, currency: kwd}},
  ]);
});

test('half a cent is refused, not rounded', () => {
  expect([parseMoney('0.005', eur), parseMoney('0.5', jpy)]).toEqual([
    {ok: false, fault: {code: 'money.not_an_amount', values: {currency: 'EUR'}}},
    {ok: false, fault: {code: 'money.not_an_amount', values: {currency: 'JPY'}}},
  ]);
});

test('an amount is written with all digits of its currency', () => {
  const amounts = [
    [-1230, eur],
    [5, eur],
    [-5, eur],
    [0, eur],
    [-1200, jpy],
    [1, kwd],
  ] as const;

  expect(amounts.map(([minor, currency]) => toDecimalText({minor, currency}))).toEqual([
    '-12.30',
    '0.05',
    '-0.05',
    '0.00',
    '-1200',
    '0.001',
  ]);
});

test('what is written is read back to the same unit, in every currency', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(...currencyCodes), (minor, currency) => {
      const amount = {minor: minor + 0, currency};
      expect(parseMoney(toDecimalText(amount), currency)).toEqual({ok: true, value: amount});
    }),
  );
});
