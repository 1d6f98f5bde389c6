import {type Result, fail, ok} from '../../lib/result.ts';
import {checkDigitOf} from './gs1.ts';
import type {Bars} from './barcode.ts';

const left = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112'];
/** Which of the six digits on the left are written backwards tells the first digit. */
const parities = ['000000', '001011', '001101', '001110', '010011', '011001', '011100', '010101', '010110', '011010'];

/**
 * An EAN-13 barcode (ISO/IEC 15420) of 12 digits, to which the check digit is added, or 13; a UPC of 12 digits with its check
 * digit is written with a 0 in front. Faults: `paper.not_encodable`, also for a wrong check digit.
 */
export function ean13(digits: string): Result<Bars> {
  if (!/^\d{12,13}$/.test(digits)) return fail('paper.not_encodable');
  const check = checkDigitOf(digits.slice(0, 12));
  if (digits.length === 13 && check !== Number(digits[12])) return fail('paper.not_encodable');

  const [first = 0, ...rest] = Array.from(digits.slice(0, 12) + check, Number);
  const parity = parities[first] ?? '';
  const patternOf = (digit: number) => left[digit] ?? '';
  const half = rest
    .slice(0, 6)
    .map((digit, at) => (parity[at] === '1' ? backwards(patternOf(digit)) : patternOf(digit)));
  const pattern = ['111', ...half, '11111', ...rest.slice(6).map(patternOf), '111'].join('');
  const modules = Array.from(pattern, Number);
  return ok({kind: 'bars', modules, quiet: {left: 11, right: 7}, moduleMm: {min: 0.245, max: 0.376}});
}

function backwards(pattern: string): string {
  return [...pattern].reverse().join('');
}
