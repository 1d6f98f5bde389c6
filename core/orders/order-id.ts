import {idFromName} from '../lib/id.ts';
import type {Order, OrderId} from './schema.ts';

/**
 * The id of the order that a storefront calls `channelOrderId`: desks that import the same order apart give it one id,
 * and two storefronts that both count from 1001 never meet.
 */
export function orderIdOf({storefrontId, channelOrderId}: Pick<Order, 'storefrontId' | 'channelOrderId'>): OrderId {
  return idFromName('order', storefrontId, channelOrderId);
}
