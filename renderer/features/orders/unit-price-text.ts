import {type CurrencyCode, minorDigits} from '#core/money/currency.ts';
import type {OrderLine} from '#core/orders/schema.ts';
import {formatDecimal} from '../../ui/format/numbers.ts';

/** A unit price with all the decimals it has, and no fewer than its currency: `0.125 EUR`. */
export function unitPriceText(locale: string, {units, scale}: OrderLine['unitPrice'], currency: CurrencyCode): string {
  const digits = Math.max(scale, minorDigits(currency));
  const sign = units < 0 ? '-' : '';
  const figures = String(Math.abs(units)).padStart(scale + 1, '0');
  const cut = figures.length - scale;
  const text = `${sign}${figures.slice(0, cut)}.${figures.slice(cut)}0` as `${number}`;
  return `${formatDecimal(locale, text, digits)}\u00a0${currency}`;
}
