import {oneLine} from './cell-text.ts';
import {countryOf} from './country-words.ts';
import type {DraftAddress, DraftBuyer} from './draft.ts';
import type {CellText, Field, Format} from './format.ts';

/** Texts of an order that are longer than what can be kept. */
export interface TooLong {
  readonly field: Field;
  readonly length: number;
  readonly limit: number;
}

const limits: readonly (readonly [Field, number])[] = [
  ['buyerName', 200],
  ['buyerEmail', 254],
  ['buyerPhone', 40],
  ['buyerHandle', 120],
  ['shipName', 200],
  ['shipCompany', 200],
  ['shipStreet', 300],
  ['shipStreet2', 150],
  ['shipStreet3', 148],
  ['shipPostalCode', 20],
  ['shipCity', 200],
  ['shipRegion', 100],
  ['shipPhone', 40],
  ['carrier', 60],
  ['trackingNumber', 60],
];

/** The first personal text that is too long to be kept: a column that has slipped, rather than somebody's name. */
export function tooLong(order: CellText): TooLong | undefined {
  for (const [field, limit] of limits) {
    const {length} = order(field);
    if (length > limit && oneLine(order(field)).length > limit) return {field, length, limit};
  }
  return undefined;
}

export function buyerOf(order: CellText): DraftBuyer | undefined {
  return filled({
    name: oneLine(order('buyerName')) || joined(order, ['buyerFirstName', 'buyerLastName'], ' '),
    email: oneLine(order('buyerEmail')),
    phone: oneLine(order('buyerPhone')) || oneLine(order('shipPhone')),
    handle: oneLine(order('buyerHandle')),
  });
}

/** The address an order goes to; undefined when the file says nothing of it. A country that is no country is left out. */
export function addressOf(order: CellText, format: Format): DraftAddress | undefined {
  const whole = format.shipTo?.(order);
  const country = countryOf(whole?.country ?? order('shipCountry'));
  return filled({
    name: oneLine(whole?.name ?? (order('shipName') || joined(order, ['shipFirstName', 'shipLastName'], ' '))),
    company: oneLine(whole?.company ?? order('shipCompany')),
    street: oneLine(whole?.street ?? order('shipStreet')),
    extra: oneLine(whole?.extra ?? joined(order, ['shipStreet2', 'shipStreet3'], ', ')),
    postalCode: oneLine(whole?.postalCode ?? order('shipPostalCode')),
    city: oneLine(whole?.city ?? order('shipCity')),
    region: oneLine(whole?.region ?? order('shipRegion')),
    country: country ?? '',
  });
}

function joined(order: CellText, names: readonly Field[], by: string): string {
  let all = '';
  for (const field of names) {
    const text = oneLine(order(field));
    if (text !== '') all = all === '' ? text : all + by + text;
  }
  return all;
}

function filled<T extends Readonly<Record<string, string>>>(parts: T): Partial<T> | undefined {
  const told: Partial<T> = {};
  let isEmpty = true;
  for (const name in parts) {
    if (parts[name] === '') continue;
    told[name] = parts[name];
    isEmpty = false;
  }
  return isEmpty ? undefined : told;
}
