import {assert} from '../lib/assert.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import type {CurrencyCode} from './currency.ts';

/** An amount: a whole number of the currency's smallest units, within the safe integers. 12.30 EUR has `minor` 1230. */
export interface Money {
  readonly minor: number;
  readonly currency: CurrencyCode;
}

/** An amount of `minor` smallest units; `money.too_large` outside the safe integers. A fraction of a unit is a bug. */
export function money(minor: number | bigint, currency: CurrencyCode): Result<Money> {
  const value = Number(minor);
  assert(Number.isInteger(value), 'money is counted in whole smallest units');
  if (!Number.isSafeInteger(value)) return fail('money.too_large', {currency});
  return ok({minor: value + 0, currency}); // -0 becomes 0
}

/** `money.mixed_currencies` when they differ, `money.too_large` outside the safe integers. */
export function add(a: Money, b: Money): Result<Money> {
  if (a.currency !== b.currency) return mixed(a.currency, b.currency);
  return money(a.minor + b.minor, a.currency);
}

/** `a` less `b`; faults as `add`. */
export function subtract(a: Money, b: Money): Result<Money> {
  return add(a, negate(b));
}

export function negate({minor, currency}: Money): Money {
  return {minor: 0 - minor, currency};
}

/**
 * The sum of a list, zero of `currency` for an empty one. Exact in any order: only the sum itself has to lie within the
 * safe integers, not what is added up on the way. Faults as `add`.
 */
export function sum(list: Iterable<Money>, currency: CurrencyCode): Result<Money> {
  let spilled = 0n;
  let running = 0;
  for (const item of list) {
    if (item.currency !== currency) return mixed(currency, item.currency);
    const next = running + item.minor;
    if (Number.isSafeInteger(next)) {
      running = next;
    } else {
      spilled += BigInt(running);
      running = item.minor;
    }
  }
  return money(spilled + BigInt(running), currency);
}

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`; `money.mixed_currencies` when they differ. */
export function compare(a: Money, b: Money): Result<-1 | 0 | 1> {
  if (a.currency !== b.currency) return mixed(a.currency, b.currency);
  if (a.minor === b.minor) return ok(0);
  return ok(a.minor < b.minor ? -1 : 1);
}

export function isZero({minor}: Money): boolean {
  return minor === 0;
}

function mixed(expected: CurrencyCode, found: CurrencyCode) {
  return fail('money.mixed_currencies', {expected, found});
}
