import {type CurrencyCode, minorDigits} from '../money/currency.ts';
import {divideRounded, powerOfTen} from '../money/rounding.ts';

/**
 * `units * 10^-scale * times` in smallest units, rounded once to the nearest with halves away from zero; undefined beyond
 * the safe integers. `unsure`: three digits stand behind a sign that may group them; where nothing is smaller than the unit it does.
 */
export function minorOf(
  {units, scale, unsure}: {readonly units: number; readonly scale: number; readonly unsure?: true},
  currency: CurrencyCode,
  times = 1,
): number | undefined {
  const digits = minorDigits(currency);
  if (unsure && digits === 0 && scale <= 3)
    return minorOf({units: units * 10 ** (3 - scale), scale: 0}, currency, times);
  const quick = scale <= digits ? units * times * 10 ** (digits - scale) : Number.NaN;
  if (Number.isSafeInteger(quick)) return quick + 0; // -0 becomes 0

  const exact = divideRounded(BigInt(units) * BigInt(times) * powerOfTen(digits), powerOfTen(scale), 'half_up');
  const minor = Number(exact);
  return Number.isSafeInteger(minor) ? minor + 0 : undefined;
}

/** Whether the amount can be paid in the currency: no digit below its smallest unit. */
export function isPayable({scale}: {readonly scale: number}, currency: CurrencyCode): boolean {
  return scale <= minorDigits(currency);
}

/** The price of one piece where a total divides evenly among the pieces; undefined where it does not, and for no pieces. */
export function priceOfOne(
  {units, scale}: {readonly units: number; readonly scale: number},
  quantity: number,
): {readonly units: number; readonly scale: number} | undefined {
  if (quantity === 0) return undefined;
  for (let finer = 0; finer <= 4 && scale + finer <= 9; finer += 1) {
    const price = (units * 10 ** finer) / quantity;
    if (Number.isSafeInteger(price) && price * quantity === units * 10 ** finer) {
      return {units: price + 0, scale: scale + finer};
    }
  }
  return undefined;
}
