import {type Result, fail, ok} from '../lib/result.ts';
import {type CurrencyCode, minorDigits} from './currency.ts';
import {type Money, money} from './money.ts';
import {powerOfTen} from './rounding.ts';

/** An exact decimal number: `units * 10^-scale`, `units` a safe integer, `scale` as small as the value allows. */
export interface Decimal {
  readonly units: number;
  readonly scale: number;
}

// One notation, that of interchange formats. Other points, grouping, currency signs and exponents are for whoever knows the file.
const form = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;
const lengthMax = 40;

/**
 * Reads `-12.345` digit by digit, never as a float. `money.not_an_amount` for any other notation and beyond 40 characters,
 * `money.too_large` when the digits that count make more than a safe integer.
 */
export function parseDecimal(text: string): Result<Decimal> {
  const parts = text.length <= lengthMax ? form.exec(text) : null;
  if (!parts) return fail('money.not_an_amount');

  const [, sign = '', whole = '', written = ''] = parts;
  const fraction = written.replace(/0+$/, '');
  const units = Number(BigInt(whole + fraction));
  if (!Number.isSafeInteger(units)) return fail('money.too_large');
  return ok({units: sign && units !== 0 ? -units : units, scale: fraction.length});
}

/**
 * Reads `12.30` as money. Digits beyond the currency's smallest unit must be zeros: what cannot be counted is
 * `money.not_an_amount`, never rounded. Faults otherwise as `parseDecimal`.
 */
export function parseMoney(text: string, currency: CurrencyCode): Result<Money> {
  const decimal = parseDecimal(text);
  if (!decimal.ok) return decimal;

  const {units, scale} = decimal.value;
  const digits = minorDigits(currency);
  if (scale > digits) return fail('money.not_an_amount', {currency});
  return money(BigInt(units) * powerOfTen(digits - scale), currency);
}
