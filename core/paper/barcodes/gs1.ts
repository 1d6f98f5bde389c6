import {type Result, fail, ok} from '../../lib/result.ts';
import {code128Bars, fnc1} from './code128.ts';
import {type Word, dataMatrixOf} from './data-matrix.ts';
import type {Bars, Matrix} from './barcode.ts';

// Elements that begin so have a length of their own and need no separator (GS1 General Specifications, 7.8.5).
const fixedLengths: Readonly<Record<string, number>> = {
  '00': 20, '01': 16, '02': 16, '03': 16, '04': 18, '11': 8, '12': 8, '13': 8, '14': 8, '15': 8, '16': 8, '17': 8,
  '18': 8, '19': 8, '20': 4, '31': 10, '32': 10, '33': 10, '34': 10, '35': 10, '36': 10, '41': 16,
}; // prettier-ignore

/** Elements whose last digit is a check digit over all of them. */
const checked = /^(00|01|02|41\d)$/;
// The 82 characters that GS1 lets elements have, 90 at most.
const valuePattern = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,90}$/;
const elementPattern = /\((\d{2,4})\)([^(]*)/gy;

/** A GS1-128 barcode of elements written as `(01)09501101530003(10)ABC`. Faults: `paper.not_encodable`. */
export function gs1Bars(elements: string): Result<Bars> {
  const message = messageOf(elements);
  return message.ok ? ok(code128Bars(message.value)) : message;
}

/** The same elements as a GS1 DataMatrix. Faults: `paper.not_encodable`, also when they are too many. */
export function gs1Matrix(elements: string): Result<Matrix> {
  const message = messageOf(elements);
  return message.ok ? dataMatrixOf(message.value.map((value): Word => (value === fnc1 ? 'fnc1' : value))) : message;
}

/** Whether the last digit is the check digit of those before it (GS1 General Specifications, 7.9: weights 3 and 1). */
export function hasCheckDigit(digits: string): boolean {
  return /^\d+$/.test(digits) && checkDigitOf(digits.slice(0, -1)) === Number(digits.at(-1));
}

/** The digit that closes a GTIN or an SSCC. */
export function checkDigitOf(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += Number(digits.at(-1 - at)) * (at % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}

function messageOf(elements: string): Result<readonly number[]> {
  const message: number[] = [fnc1];
  let end = 0;
  for (const {0: whole, 1: identifier = '', 2: value = '', index} of elements.matchAll(elementPattern)) {
    end = index + whole.length;
    if (!isSound(identifier, value)) return fail('paper.not_encodable');
    for (const character of identifier + value) message.push(character.charCodeAt(0));
    const fixed = fixedLengths[identifier.slice(0, 2)] !== undefined;
    if (!fixed && end < elements.length) message.push(fnc1);
  }
  return end === 0 || end < elements.length ? fail('paper.not_encodable') : ok(message);
}

function isSound(identifier: string, value: string): boolean {
  const length = fixedLengths[identifier.slice(0, 2)];
  if (!valuePattern.test(value)) return false;
  if (length !== undefined && (identifier.length + value.length !== length || !/^\d+$/.test(value))) return false;
  return !checked.test(identifier) || hasCheckDigit(value);
}
