import {countryName} from '../country-name.ts';

export const transforms = [
  'upper',
  'kilograms',
  'kilogramsComma',
  'ounces',
  'countryName',
  'dayMonthYear',
  'dayDots',
  'streetAlone',
  'houseNumber',
  'phoneZeros',
] as const;
export type Transform = (typeof transforms)[number];

const day = /^(\d\d)(\d\d)-(\d\d)-(\d\d)$/;
/** A house number at the end, as on the continent: 27, 27a, 27-29, 27/2. */
const atEnd = /^(.*\D)\s+(\d+\s?[a-zA-Z]?(?:\s?[-/]\s?\d+\s?[a-zA-Z]?)?)$/u;

/** A value as the carrier writes it; one that cannot be written so stays as it is, and the limits of its column judge it. */
export function transformed(value: string, how: Transform): string {
  switch (how) {
    case 'upper':
      return value.toUpperCase();
    case 'kilograms':
      return kilograms(value);
    case 'kilogramsComma':
      return kilograms(value).replace('.', ',');
    case 'ounces':
      return ounces(value);
    case 'countryName':
      return countryName(value) ?? value;
    case 'dayMonthYear':
      return value.replace(day, '$4/$3/$2');
    case 'dayDots':
      return value.replace(day, '$4.$3.$1$2');
    case 'streetAlone':
      return atEnd.exec(value)?.[1]?.trim() ?? value;
    case 'houseNumber':
      return atEnd.exec(value)?.[2] ?? '';
    case 'phoneZeros':
      // A plus at the beginning is a formula to a spreadsheet, and 00 the same to a telephone.
      return value
        .trim()
        .replace(/^\+\s*/, '00')
        .replaceAll(/[^\d]/g, '');
  }
}

/** Exact: grams are whole, and three digits behind the point hold every one of them. */
function kilograms(grams: string): string {
  if (!/^\d{1,9}$/.test(grams)) return grams;
  const padded = grams.padStart(4, '0');
  return `${padded.slice(0, -3)}.${padded.slice(-3)}`;
}

const gramsPerOunce = 28.349523125;

/** To a tenth, never less than it weighs: a parcel that was told too light is charged again. */
function ounces(grams: string): string {
  if (!/^\d{1,9}$/.test(grams)) return grams;
  return (Math.ceil((Number(grams) * 10) / gramsPerOunce) / 10).toFixed(1);
}
