import {minorDigits} from '#core/money/currency.ts';
import {toDecimalText} from '#core/money/decimal-text.ts';
import type {Money} from '#core/money/money.ts';
import {formatDecimal} from './numbers.ts';

/** The figures of an amount without its currency: `−1,234.50`. Exact for every amount there can be. */
export function formatFigures(locale: string, amount: Money): string {
  return formatDecimal(locale, toDecimalText(amount) as `${number}`, minorDigits(amount.currency));
}

/** An amount in running text: `−1,234.50 EUR`, kept on one line. */
export function formatAmount(locale: string, amount: Money): string {
  return `${formatFigures(locale, amount)}\u00a0${amount.currency}`;
}
