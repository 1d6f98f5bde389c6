import {assert} from '../lib/assert.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import type {LocalDate} from '../time/local-date.ts';
import {type CurrencyCode, minorDigits} from './currency.ts';
import {type Money, money} from './money.ts';
import type {Decimal} from './parse-decimal.ts';
import {type RoundingMode, divideRounded, powerOfTen, roundsAway} from './rounding.ts';
import type {RateSource} from './schema.ts';

/**
 * One major unit of `from` buys `numerator / denominator` major units of `to`: an exact ratio, positive and in lowest
 * terms, so equal rates are deeply equal. Made from quotes when needed; what rests in a store are the quotes (`rateDays`).
 */
export interface Rate {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly source: RateSource;
  readonly date: LocalDate;
}

/** A rate as it is published: `units * 10^-scale` of `to` for one `from`. */
export interface Quote extends Decimal {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly source: RateSource;
  readonly date: LocalDate;
}

const safeMax = BigInt(Number.MAX_SAFE_INTEGER);
const trust: Readonly<Record<RateSource, number>> = {invented: 0, typed: 1, ecb: 2};

/** The exact rate of a quote; `money.not_an_amount` unless it is above zero. */
export function rate({from, to, units, scale, source, date}: Quote): Result<Rate> {
  if (units <= 0) return fail('money.not_an_amount');
  return ok({from, to, ...lowestTerms(BigInt(units), powerOfTen(scale)), source, date});
}

/** The same rate seen from the other side, exact. */
export function invert({from, to, numerator, denominator, source, date}: Rate): Rate {
  return {from: to, to: from, numerator: denominator, denominator: numerator, source, date};
}

/**
 * From the currency that `a` quotes to the one that `b` quotes, by way of the base both start from: EUR to USD and EUR to
 * JPY give USD to JPY, exactly. As old as the older of the two and no better than the weaker source.
 * `money.mixed_currencies` when the bases differ.
 */
export function crossRate(a: Rate, b: Rate): Result<Rate> {
  if (a.from !== b.from) return fail('money.mixed_currencies', {expected: a.from, found: b.from});
  return ok({
    from: a.to,
    to: b.to,
    ...lowestTerms(b.numerator * a.denominator, b.denominator * a.numerator),
    source: trust[a.source] < trust[b.source] ? a.source : b.source,
    date: a.date < b.date ? a.date : b.date,
  });
}

/**
 * The amount at that rate: multiplied once, rounded once, each side in its own smallest units. `money.mixed_currencies`
 * when the amount is not in `rate.from`, `money.too_large` when the outcome cannot be counted.
 */
export function convert(amount: Money, rate: Rate, mode: RoundingMode): Result<Money> {
  if (amount.currency !== rate.from) {
    return fail('money.mixed_currencies', {expected: rate.from, found: amount.currency});
  }
  const {numerator, denominator} = minorFactors(rate);
  return money(divideRounded(BigInt(amount.minor) * numerator, denominator, mode), rate.to);
}

/**
 * `convert` for columns: prepared once, then from minor units of `rate.from` to minor units of `rate.to`, to the same
 * digit. NaN stands where `convert` answers `money.too_large`, so that no sum over it can pass for an amount.
 */
export function converter(rate: Rate, mode: RoundingMode): (minor: number) => number {
  const {numerator, denominator} = minorFactors(rate);
  const factor = Number(numerator);
  const divisor = Number(denominator);
  const exactMax = denominator <= safeMax ? Number(safeMax / numerator) : -1;

  return (minor) => {
    assert(Number.isSafeInteger(minor), 'money is counted in whole smallest units');
    const magnitude = Math.abs(minor);
    if (magnitude > exactMax) {
      const value = Number(divideRounded(BigInt(minor) * numerator, denominator, mode));
      return Number.isSafeInteger(value) ? value : Number.NaN;
    }

    // Doubles are exact here: product and divisor are whole numbers below 2^53. A true quotient below a whole number k
    // falls short of it by at least k * 2^-53, which is more than half the distance from k to the next double below:
    // division never lifts it to k. So `cut` is the true quotient cut toward zero, and `remainder` what is truly left.
    const product = magnitude * factor;
    const cut = Math.trunc(product / divisor);
    const remainder = product - cut * divisor;
    const half = 2 * remainder - divisor;
    const odd = half === 0 && cut % 2 === 1; // only a tie asks, and the remainder of large doubles is slow
    const away = remainder !== 0 && roundsAway(mode, half, odd);
    const value = away ? cut + 1 : cut;
    return minor < 0 ? 0 - value : value;
  };
}

/** What a count of smallest units of `from` is multiplied and divided by to give one of `to`. */
function minorFactors({from, to, numerator, denominator}: Rate): Ratio {
  return lowestTerms(numerator * powerOfTen(minorDigits(to)), denominator * powerOfTen(minorDigits(from)));
}

interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function lowestTerms(numerator: bigint, denominator: bigint): Ratio {
  let divisor = numerator;
  let rest = denominator;
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return {numerator: numerator / divisor, denominator: denominator / divisor};
}
