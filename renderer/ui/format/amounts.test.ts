import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type CurrencyCode, currencyCodes, minorDigits} from '#core/money/currency.ts';
import {formatAmount, formatFigures} from './amounts.ts';

const of = (minor: number, code: string) => ({minor, currency: code as CurrencyCode});

describe('an amount', () => {
  test.each([
    ['en', 123_450, 'EUR', '1,234.50'],
    ['en', 0, 'EUR', '0.00'],
    ['en', -5, 'EUR', '\u22120.05'],
    ['en', 1234, 'JPY', '1,234'],
    ['en', -1_250_000, 'KRW', '\u22121,250,000'],
    ['en', 1_234_567, 'TND', '1,234.567'],
    ['de', 123_450, 'EUR', '1.234,50'],
    ['zh-CN', 123_450, 'CNY', '1,234.50'],
    ['en', Number.MAX_SAFE_INTEGER, 'EUR', '90,071,992,547,409.91'],
    ['en', -Number.MAX_SAFE_INTEGER, 'TND', '\u22129,007,199,254,740.991'],
    ['en', Number.MAX_SAFE_INTEGER, 'JPY', '9,007,199,254,740,991'],
    ['en', Number.MAX_SAFE_INTEGER, 'CLF', '900,719,925,474.0991'],
  ])('in %s of %i smallest units of %s reads %s', (locale, minor, code, figures) => {
    expect(formatFigures(locale, of(minor, code))).toBe(figures);
  });

  test('stands in running text with its currency, on one line', () => {
    expect(formatAmount('en', of(-99, 'USD'))).toBe('\u22120.99\u00a0USD');
  });

  test('shows each of its digits, however large it is and whatever its currency', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...currencyCodes), (minor, currency) => {
        const shown = formatFigures('en', {minor, currency});
        const digits = String(Math.abs(minor)).padStart(minorDigits(currency) + 1, '0');
        expect(shown.replace(/[^\d]/g, '')).toBe(digits);
        expect(shown.startsWith('\u2212')).toBe(minor < 0);
      }),
    );
  });
});
