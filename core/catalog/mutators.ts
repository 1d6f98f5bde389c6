import {fail} from '../lib/result.ts';
import {text} from '../lib/shape.ts';
import {type Ending, callOf, defineMutator, done, doneWith} from '../sync/define.ts';
import {productIdOf} from './product-id.ts';
import {type ProductFacts, barcodeShape, barcodesMax, productFactsShape} from './schema.ts';

const fields = {sku: text({min: 1, max: 80}), barcode: barcodeShape};

/** From here on a barcode is that of a product: somebody holds both in hand. */
export const teachBarcode = defineMutator('catalog.teachBarcode', fields, async (tx, {sku, barcode}): Ending => {
  const id = productIdOf(sku);
  const product = await tx.products.get(id);
  if (!product) return fail('catalog.product_not_found', {sku});
  const {barcodes = []} = product;
  if (barcodes.includes(barcode)) return done;
  if (barcodes.length >= barcodesMax) return fail('catalog.too_many_barcodes', {sku, max: barcodesMax});
  await tx.products.update(id, {barcodes: [...barcodes, barcode]});
  return doneWith(callOf(forgetBarcode, {sku, barcode}));
});

/** The barcode is no longer that of the product. */
export const forgetBarcode = defineMutator('catalog.forgetBarcode', fields, async (tx, {sku, barcode}): Ending => {
  const id = productIdOf(sku);
  const product = await tx.products.get(id);
  if (!product) return fail('catalog.product_not_found', {sku});
  const left = (product.barcodes ?? []).filter((each) => each !== barcode);
  await tx.products.update(id, {barcodes: left.length > 0 ? left : undefined});
  return doneWith(callOf(teachBarcode, {sku, barcode}));
});

/**
 * Tells where a product lies, what it weighs and what customs asks; what is left out is no longer known. `title` names one that no import
 * has brought.
 */
export const describeProduct = defineMutator(
  'catalog.describe',
  {sku: fields.sku, title: text({max: 500}), facts: productFactsShape},
  async (tx, {sku, title, facts}): Ending => {
    const id = productIdOf(sku);
    const product = await tx.products.get(id);
    if (!product) {
      await tx.products.put({id, sku, title, ...facts});
      return doneWith(callOf(describeProduct, {sku, title, facts: {}}));
    }
    const {bin, weightGrams, hsCode, origin, customsName} = facts;
    await tx.products.update(id, {bin, weightGrams, hsCode, origin, customsName});
    return doneWith(callOf(describeProduct, {sku, title, facts: factsOf(product)}));
  },
);

/** What is told of a product, without what orders told. */
export function factsOf({bin, weightGrams, hsCode, origin, customsName}: ProductFacts): ProductFacts {
  return {
    ...(bin !== undefined && {bin}),
    ...(weightGrams !== undefined && {weightGrams}),
    ...(hsCode !== undefined && {hsCode}),
    ...(origin !== undefined && {origin}),
    ...(customsName !== undefined && {customsName}),
  };
}
