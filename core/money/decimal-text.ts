import {minorDigits} from './currency.ts';
import type {Money} from './money.ts';
import type {Decimal} from './parse-decimal.ts';

/** The amount in major units with all digits of the currency: `-12.30`. For files and protocols; `parseMoney` reads it back. */
export function toDecimalText({minor, currency}: Money): `${number}` {
  return withPoint({units: minor, scale: minorDigits(currency)});
}

/** `units * 10^-scale` with all its digits: `0.125`; `parseDecimal` reads it back. */
export function withPoint({units, scale}: Decimal): `${number}` {
  const figures = String(Math.abs(units)).padStart(scale + 1, '0');
  const cut = figures.length - scale;
  const fraction = scale > 0 ? `.${figures.slice(cut)}` : '';
  return `${units < 0 ? '-' : ''}${figures.slice(0, cut)}${fraction}` as `${number}`;
}
