import type {orderToPack} from '../packing/queries.ts';
import type {BenchOrder} from './bench.ts';

type Told = NonNullable<Awaited<ReturnType<typeof orderToPack.run>>>;

/** What the store has of an order, as the bench takes it. */
export function benchOrderOf({order, parcels, products}: Told): BenchOrder {
  const taught = products.flatMap(({sku, barcodes}) => (barcodes ? [[sku, barcodes] as const] : []));
  const weighed = products.flatMap(({sku, weightGrams}) =>
    weightGrams === undefined ? [] : [[sku, weightGrams] as const],
  );
  return {order, parcels, barcodes: Object.fromEntries(taught), weights: Object.fromEntries(weighed)};
}
