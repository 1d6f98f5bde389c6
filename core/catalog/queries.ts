import {integer, list, text} from '../lib/shape.ts';
import {defineQuery} from '../sync/define.ts';
import {productIdOf} from './product-id.ts';

const productsMax = 20_000;

/** Products whose SKU or title holds the words typed so far; those whose SKU begins with them come first. */
export const productsLike = defineQuery(
  'catalog.products',
  {typed: text({max: 200}), limit: integer({min: 1, max: productsMax})},
  async (db, {typed, limit}) => {
    const wanted = typed.trim().toLowerCase();
    const products = await db.products.range({limit: productsMax});
    const found = products.filter(({sku, title}) => `${sku}\n${title}`.toLowerCase().includes(wanted));
    const rank = (sku: string): number => (sku.toLowerCase().startsWith(wanted) ? 0 : 1);
    return found.toSorted((a, b) => rank(a.sku) - rank(b.sku) || (a.sku < b.sku ? -1 : 1)).slice(0, limit);
  },
);

/** SKUs of products that go by one of these barcodes. */
export const skusOfBarcodes = defineQuery(
  'catalog.skusOfBarcodes',
  {barcodes: list(text({min: 1, max: 400}), {max: 8})},
  async (db, {barcodes}) => {
    const products = await db.products.range({limit: productsMax});
    return products.filter((product) => product.barcodes?.some((one) => barcodes.includes(one))).map(({sku}) => sku);
  },
);

/** The products with these SKUs, as far as there are any. */
export const productsOfSkus = defineQuery(
  'catalog.ofSkus',
  {skus: list(text({min: 1, max: 500}), {max: 5_000})},
  async (db, {skus}) => (await db.products.getMany(skus.map(productIdOf))).flatMap((product) => product ?? []),
);
