import type {Field, TaxConvention, TaxMarket} from './format.ts';

/** A price, the discount taken off it and its tax, in one scale of smallest units. */
export interface TaxedPrice {
  readonly priceMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
}

export const taxedFields: readonly Field[] = ['lineTotal', 'tax', 'discount'];

/**
 * Whether prices contain their tax, by arithmetic: with a rate r, tax is r of a price without it and r / (1 + r) of a price
 * with it. Each price whose tax fits one of both to the smallest unit has a vote; prices that fit both or none have not.
 */
export function taxConvention(market: TaxMarket, prices: Iterable<TaxedPrice>): TaxConvention {
  let included = 0;
  let added = 0;
  for (const price of prices) {
    const {priceMinor, taxMinor} = price;
    if (priceMinor <= 0 || taxMinor <= 0) continue;
    const fits = {
      included: market.ratesPerMille.some((rate) => isTaxOf(price, rate, 1000 + rate)),
      added: market.ratesPerMille.some((rate) => isTaxOf(price, rate, 1000)),
    };
    if (fits.included && !fits.added) included += 1;
    if (fits.added && !fits.included) added += 1;
  }
  if (included === added) return market.unlessShown;
  return included > added ? 'included' : 'added';
}

// Of the price, or of what the discount leaves of it: platforms do both. Small prices fit any rate and say nothing.
function isTaxOf({priceMinor, discountMinor, taxMinor}: TaxedPrice, rate: number, of: number): boolean {
  return [priceMinor, priceMinor - discountMinor].some((base) => Math.abs(base * rate - taxMinor * of) <= of);
}
