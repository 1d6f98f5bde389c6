import type {CurrencyCode} from '../money/currency.ts';
import type {UnitPrice} from '../money/unit-price.ts';
import {bulkPrice, listCurrencies, listPrice} from './price-list.ts';
import {type Language, type ProductFamily, languages, productFamilies} from './product-families.ts';
import type {Variant} from './product-variants.ts';

/** Something the invented shop sells: one SKU, named and priced for every storefront. */
export interface Product {
  readonly sku: string;
  readonly titles: Readonly<Record<Language, string>>;
  readonly prices: ReadonlyMap<CurrencyCode, UnitPrice>;
  readonly weight: number;
  readonly bulk: boolean;
}

export const catalogue: readonly Product[] = productFamilies.flatMap((family) =>
  family.variants.map((variant) => product(family, variant)),
);

function product(family: ProductFamily, variant: Variant): Product {
  const bulk = family.bulk ?? false;
  const priceOf = bulk ? bulkPrice : listPrice;
  const milliEuro = Math.round((family.milliEuro * variant.pricePercent) / 100);
  return {
    sku: `${family.code}-${variant.code}`,
    titles: titles(family.names.split(' | '), variant.names.split(' | ')),
    prices: new Map(listCurrencies.map((list) => [list.code, priceOf(milliEuro, list)])),
    weight: family.weight,
    bulk,
  };
}

function titles(familyNames: readonly string[], variantNames: readonly string[]): Readonly<Record<Language, string>> {
  const entries = languages.map((language, index) => {
    const name = familyNames[index] ?? '';
    const variant = variantNames[index] ?? variantNames[0] ?? '';
    const comma = language === 'ja' ? ' ' : ', ';
    return [language, variant === '' ? name : `${name}${comma}${variant}`];
  });
  return Object.fromEntries(entries) as Record<Language, string>;
}
