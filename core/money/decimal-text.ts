import {minorDigits} from './currency.ts';
import type {Money} from './money.ts';

/** The amount in major units with all digits of the currency: `-12.30`. For files and protocols; `parseMoney` reads it back. */
export function toDecimalText({minor, currency}: Money): string {
  const digits = minorDigits(currency);
  const sign = minor < 0 ? '-' : '';
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0');
  if (digits === 0) return sign + figures;
  return `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}
