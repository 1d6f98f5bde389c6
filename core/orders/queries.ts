import {id} from '../lib/id.ts';
import {defineQuery} from '../sync/define.ts';

/** One order with the storefront it came in by and the business that sells; null where there is none. */
export const orderInFull = defineQuery('orders.inFull', {orderId: id('order')}, async (db, {orderId}) => {
  const order = await db.orders.get(orderId);
  if (!order) return null;

  const storefront = await db.storefronts.get(order.storefrontId);
  const business = storefront && (await db.businesses.get(storefront.businessId));
  return {order, storefront, business};
});
