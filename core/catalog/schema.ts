import {type Id, id} from '../lib/id.ts';
import {type Shaped, integer, list, object, optional, pattern, text} from '../lib/shape.ts';
import {type RowOf, defineTable} from '../lib/table.ts';
import type {CurrencyCode} from '../money/currency.ts';

/** Barcodes that a product goes by beside its SKU; a person taught them at the bench. */
export const barcodesMax = 50;
export const barcodeShape = text({min: 1, max: 100});

/** What a seller tells of a product, and no order does: where it lies, what one piece weighs, and what customs asks. */
export const productFactFields = {
  bin: optional(text({min: 1, max: 40})),
  weightGrams: optional(integer({min: 1, max: 1_000_000})),
  /** Of the harmonised system. */
  hsCode: optional(pattern(/^\d{6,10}$/)),
  /** Where it was made: ISO 3166-1 alpha-2. */
  origin: optional(pattern(/^[A-Z]{2}$/)),
  /** What it is, in words that customs takes: its title is what buyers read. */
  customsName: optional(text({min: 1, max: 200})),
};
export const productFactsShape = object(productFactFields);
export type ProductFacts = Shaped<typeof productFactsShape>;

/** What is sold, as far as orders have told: one row a SKU. The id is made from the SKU: see `productIdOf`. */
export const productFields = {
  id: id('product'),
  sku: text({min: 1, max: 80}),
  title: text({max: 500}),
  /** What one piece cost when it was first sold. */
  price: optional(
    object({units: integer(), scale: integer({min: 0, max: 9}), currency: pattern<CurrencyCode>(/^[A-Z]{3}$/)}),
  ),
  /** The only import that has told of it; undone with that import. */
  importId: optional(id('import')),
};
export const products = defineTable(
  'products',
  {...productFields, ...productFactFields, barcodes: optional(list(barcodeShape, {max: barcodesMax}))},
  {many: true},
);
export type Product = RowOf<typeof products>;
export type ProductId = Id<'product'>;
