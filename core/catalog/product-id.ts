import {idFromName} from '../lib/id.ts';
import type {ProductId} from './schema.ts';

/** The id of the product with this SKU: desks that meet it apart give it one id. */
export function productIdOf(sku: string): ProductId {
  return idFromName('product', sku);
}
