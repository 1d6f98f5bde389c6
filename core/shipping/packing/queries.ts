import {productIdOf} from '../../catalog/product-id.ts';
import {id} from '../../lib/id.ts';
import {list, text} from '../../lib/shape.ts';
import {orderIdOf} from '../../orders/order-id.ts';
import {type Db, defineQuery} from '../../sync/define.ts';
import type {Order, OrderId} from '../../orders/schema.ts';
import {wantedOf} from './pieces.ts';
import type {Parcel} from './schema.ts';

const storefrontsMax = 1_000;

/** All that the bench needs of one order: its parcels in the order in which they were packed, who sells it, and the products it wants. Null where there is none. */
export const orderToPack = defineQuery('packing.order', {orderId: id('order')}, async (db, {orderId}) => {
  const order = await db.orders.get(orderId);
  if (!order) return null;
  const storefront = await db.storefronts.get(order.storefrontId);
  const business = storefront && (await db.businesses.get(storefront.businessId));
  const products = await db.products.getMany(wantedOf(order).map(({item}) => productIdOf(item)));
  return {
    order,
    parcels: await parcelsOf(db, order),
    storefront,
    business,
    products: products.flatMap((product) => product ?? []),
  };
});

/** Orders whose number is one of these texts, in whichever storefront; of a number that several have, all of them. */
export const ordersNumbered = defineQuery(
  'packing.numbered',
  {numbers: list(text({min: 1, max: 80}), {max: 8})},
  async (db, {numbers}): Promise<readonly Order[]> => {
    const storefronts = await db.storefronts.range({limit: storefrontsMax});
    const ids = numbers.flatMap((channelOrderId) =>
      storefronts.map((storefront): OrderId => orderIdOf({storefrontId: storefront.id, channelOrderId})),
    );
    const orders = await db.orders.getMany(ids);
    return orders.flatMap((order) => (order && order.status !== 'withdrawn' ? [order] : []));
  },
);

const joiningMax = 60;

/**
 * Of these orders those that can still be put into one box with others: they wait to be packed, nothing of them is, and none has a number of
 * the carrier's, waits for one, or has a label that was bought.
 */
export const ordersToJoin = defineQuery(
  'packing.toJoin',
  {orderIds: list(id('order'), {max: joiningMax})},
  async (db, {orderIds}): Promise<readonly Order[]> => {
    const orders = (await db.orders.getMany(orderIds)).flatMap((order) => order ?? []);
    const able = orders.map(async (order) => {
      const isNumbered = order.tracking !== undefined || order.uploadId !== undefined;
      if (order.status !== 'released' || isNumbered) return [];
      const isBegun = (await parcelsOf(db, order)).some(({status}) => status !== 'voided');
      return isBegun || (await db.boughtLabels.byKey('byOrder', order.id)).length > 0 ? [] : [order];
    });
    return (await Promise.all(able)).flat();
  },
);

/** One parcel; null where there is none. */
export const parcelAsPacked = defineQuery('packing.parcel', {parcelId: id('parcel')}, async (db, {parcelId}) => {
  return (await db.parcels.get(parcelId)) ?? null;
});

async function parcelsOf(db: Db, {parcelIds = []}: Order): Promise<readonly Parcel[]> {
  return (await db.parcels.getMany(parcelIds)).flatMap((parcel) => parcel ?? []);
}
