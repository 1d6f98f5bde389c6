import {type CurrencyCode, minorDigits} from '#core/money/currency.ts';
import {withPoint} from '#core/money/decimal-text.ts';
import type {Decimal} from '#core/money/parse-decimal.ts';
import {formatDecimal} from '../../ui/format/numbers.ts';

/** A unit price with all the decimals it has, and no fewer than its currency: `0.125 EUR`. */
export function unitPriceText(locale: string, price: Decimal, currency: CurrencyCode): string {
  const digits = Math.max(price.scale, minorDigits(currency));
  return `${formatDecimal(locale, withPoint(price), digits)}\u00a0${currency}`;
}
