import {assert} from '../lib/assert.ts';
import type {Result} from '../lib/result.ts';
import {type CurrencyCode, minorDigits} from './currency.ts';
import {type Money, money} from './money.ts';
import type {Decimal} from './parse-decimal.ts';
import {type RoundingMode, divideRounded, powerOfTen} from './rounding.ts';

/** The price of one piece, `units * 10^-scale` major units of the currency; may be finer than its smallest coin. */
export interface UnitPrice extends Decimal {
  readonly currency: CurrencyCode;
}

/** Price times a whole number of pieces (negative for returned ones), rounded once; `money.too_large` when it cannot be counted. */
export function lineTotal(price: UnitPrice, quantity: number, mode: RoundingMode): Result<Money> {
  assert(Number.isSafeInteger(quantity), 'pieces are counted in whole numbers');
  const majorUnits = BigInt(price.units) * BigInt(quantity);
  const minor = divideRounded(majorUnits * powerOfTen(minorDigits(price.currency)), powerOfTen(price.scale), mode);
  return money(minor, price.currency);
}
