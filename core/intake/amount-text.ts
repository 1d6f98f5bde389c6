import type {CurrencyCode} from '../money/currency.ts';
import type {Decimal} from '../money/parse-decimal.ts';
import {currencyOfText} from './currency-words.ts';

/** Which of the two signs stands before the decimals. */
export type DecimalSign = '.' | ',';

/** An amount as written, before it is known which sign stands before the decimals. */
export interface WrittenAmount {
  readonly negative: boolean;
  readonly currency?: CurrencyCode;
  /** Digits with at most one decimal sign, grouping removed; only for amounts that can be read in one way. */
  readonly whole: string;
  readonly fraction: string;
  /** Which sign the amount itself shows to stand before decimals; without it the amount fits both. */
  readonly shows?: DecimalSign;
  /** `1.234`: decimals if this sign stands before decimals, else grouping. */
  readonly unsure?: DecimalSign;
}

const lengthMax = 60;
const digitZeros = [0x660, 0x6f0, 0x966, 0xe50];
const form = /^(\()?([-+]?)\s*(\D*?)\s*([-+]?)\s*(\d[\d.,'’ ]*|[.,]\d+)\s*([-+]?)\s*([^\d()]*?)\s*(\))?$/u;
const groupedBySpace = /^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d*)?$/u;
const groups = {'.': /^\d{1,3}(?:\.\d{3})+$/, ',': /^\d{1,3}(?:,\d{2,3})*,\d{3}$/} as const;

/**
 * Reads `1,234.56`, `1.234,56`, `1 234,56`, `¥1,234`, `$5.00`, `EUR 5,00`, `(5.00)`, `5.00-` and full-width digits.
 * Undefined for what is no amount: other words, two points, an exponent.
 */
export function writtenAmount(text: string): WrittenAmount | undefined {
  if (text.length > lengthMax) return undefined;
  const parts = form.exec(asciiDigits(text));
  if (!parts) return undefined;

  const [, open, signA = '', wordA = '', signB = '', written = '', signC = '', wordB = '', close] = parts;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const signs = signA + signB + signC;
  if (signs.length > 1) return undefined;

  const word = wordA || wordB;
  if (wordA !== '' && wordB !== '' && currencyOfText(wordA) !== currencyOfText(wordB)) return undefined;
  const currency = word === '' ? undefined : currencyOfText(word);
  if (word !== '' && currency === undefined) return undefined;

  const number = splitNumber(written.trim());
  if (!number) return undefined;
  const negative = open !== undefined || signs === '-';
  return currency === undefined || currency === 'any' ? {negative, ...number} : {negative, currency, ...number};
}

/** The amount's value under the sign that stands before decimals; undefined beyond 15 digits. */
export function valueOf(amount: WrittenAmount, sign: DecimalSign): Decimal | undefined {
  const grouped = amount.unsure !== undefined && amount.unsure !== sign;
  const fraction = grouped ? '' : amount.fraction.replace(/0+$/, '');
  const units = Number(amount.whole + (grouped ? amount.fraction : fraction));
  if (!Number.isSafeInteger(units)) return undefined;
  return {units: amount.negative && units !== 0 ? -units : units, scale: fraction.length};
}

function splitNumber(written: string): Pick<WrittenAmount, 'whole' | 'fraction' | 'shows' | 'unsure'> | undefined {
  if (/^\d+$/.test(written)) return {whole: written, fraction: ''};
  if (/[ '’]/.test(written) && !groupedBySpace.test(written)) return undefined;
  const number = written.replaceAll(/[ '’]/g, '');

  const point = number.lastIndexOf('.');
  const comma = number.lastIndexOf(',');
  if (point < 0 && comma < 0) return {whole: number, fraction: ''};
  const sign = point > comma ? '.' : ',';
  const other = sign === '.' ? ',' : '.';
  const at = Math.max(point, comma);
  const before = number.slice(0, at);
  const fraction = number.slice(at + 1);

  if (before.includes(other)) {
    if (before.includes(sign) || !groups[other].test(before)) return undefined;
    return {whole: before.replaceAll(other, ''), fraction, shows: sign};
  }
  if (before.includes(sign)) {
    if (!groups[sign].test(number)) return undefined;
    return {whole: number.replaceAll(sign, ''), fraction: '', shows: other};
  }
  const couldBeGrouping = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(before) && number === written;
  if (couldBeGrouping) return {whole: before, fraction, unsure: sign};
  return {whole: before === '' ? '0' : before, fraction, shows: sign};
}

function asciiDigits(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return [
    ...text
      .normalize('NFKC')
      .replaceAll(/[−‒–﹣]/gu, '-')
      .replaceAll(/[\s\u200e\u200f\u202f]+/gu, ' '),
  ]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      const zero = digitZeros.find((start) => code >= start && code < start + 10);
      return zero === undefined ? letter : String(code - zero);
    })
    .join('')
    .trim();
}
