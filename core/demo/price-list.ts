import {assert} from '../lib/assert.ts';
import {type CurrencyCode, currency, minorDigits} from '../money/currency.ts';
import type {UnitPrice} from '../money/unit-price.ts';

/** A currency of the invented shop. Its list prices follow the euro and end as shoppers there are used to. */
export interface ListCurrency {
  readonly code: CurrencyCode;
  /** Thousandths of this currency for one euro, fixed: list prices do not move with the market. */
  readonly perEuroMilli: number;
  /** Prices are rounded up to a multiple of this, in minor units, ... */
  readonly stepMinor: number;
  /** ... and then stay this much below it. */
  readonly lessMinor: number;
}

export const listCurrencies: readonly ListCurrency[] = [
  {code: known('EUR'), perEuroMilli: 1000, stepMinor: 10, lessMinor: 0},
  {code: known('GBP'), perEuroMilli: 870, stepMinor: 50, lessMinor: 1},
  {code: known('USD'), perEuroMilli: 1140, stepMinor: 50, lessMinor: 1},
  {code: known('CAD'), perEuroMilli: 1600, stepMinor: 50, lessMinor: 1},
  {code: known('SEK'), perEuroMilli: 11_200, stepMinor: 100, lessMinor: 0},
  {code: known('PLN'), perEuroMilli: 4300, stepMinor: 100, lessMinor: 1},
  {code: known('JPY'), perEuroMilli: 168_000, stepMinor: 10, lessMinor: 0},
  {code: known('KRW'), perEuroMilli: 1_580_000, stepMinor: 100, lessMinor: 0},
];

/** The price of one piece that costs `milliEuro` thousandths of a euro at home, in whole minor units. */
export function listPrice(milliEuro: number, list: ListCurrency): UnitPrice {
  const scale = minorDigits(list.code);
  const exactMinor = (milliEuro * list.perEuroMilli) / 10 ** (6 - scale);
  const units = Math.ceil(exactMinor / list.stepMinor) * list.stepMinor - list.lessMinor;
  return {units, scale, currency: list.code};
}

/** The price of one piece of what is sold by the hundred: one decimal finer than the currency's smallest coin. */
export function bulkPrice(milliEuro: number, list: ListCurrency): UnitPrice {
  const scale = minorDigits(list.code) + 1;
  return {units: Math.ceil((milliEuro * list.perEuroMilli) / 10 ** (6 - scale)), scale, currency: list.code};
}

function known(code: string): CurrencyCode {
  const checked = currency(code);
  assert(checked.ok, 'the invented shop sells in currencies of ISO 4217');
  return checked.value;
}
