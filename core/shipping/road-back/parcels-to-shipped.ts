import type {Order} from '../../orders/schema.ts';
import type {Storefront, StorefrontId} from '../../storefronts/schema.ts';
import type {Instant} from '../../time/instant.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {Carriers} from '../tracking/carriers.ts';
import {ordersIn} from '../packing/orders-in.ts';
import {leftOf} from '../packing/pieces.ts';
import type {Parcel, ParcelId} from '../packing/schema.ts';
import type {LineIds} from './line-ids.ts';
import type {ParcelsAndOrders} from './queries.ts';
import type {OrderShare, ShippedParcel} from './shipment.ts';

/** A closed parcel as channels are to be told of it. */
export interface ParcelToTell extends ShippedParcel {
  readonly parcelId: ParcelId;
}

export interface ToTell {
  readonly parcels: readonly ParcelToTell[];
  /** Closed without a carrier's number: there is nothing to tell but that they left. */
  readonly numberless: readonly {readonly parcelId: ParcelId; readonly order: Order}[];
  /** Void since their channel was told: what it shows to the buyer is wrong. */
  readonly voided: readonly {readonly parcelId: ParcelId; readonly order: Order; readonly number: string}[];
}

interface Beside {
  readonly storefronts: ReadonlyMap<StorefrontId, Storefront>;
  readonly carriers: Pick<Carriers, 'names'>;
  /** The day of the business at the storefront in which a moment lies. */
  readonly dayOf: (storefrontId: StorefrontId, at: Instant) => LocalDate;
  /** The channel's numbers of an order's lines, by their place, where its files told them. */
  readonly lineIds?: ReadonlyMap<string, ReadonlyMap<number, LineIds>>;
}

/** Makes of packed parcels what channels are told. A parcel is told to the storefronts that do not know of it yet. */
export function parcelsToShipped(
  {parcels, orders, beside}: ParcelsAndOrders,
  {storefronts, carriers, dayOf, lineIds}: Beside,
): ToTell {
  const known = new Map(orders.map((order) => [order.id, order]));
  const couriers = new Map([...carriers.names].map(([courier, name]) => [name.toLowerCase(), courier]));
  const toTell: ParcelToTell[] = [];
  const numberless: {parcelId: ParcelId; order: Order}[] = [];
  const voided: {parcelId: ParcelId; order: Order; number: string}[] = [];
  for (const parcel of parcels) {
    const parcelId = parcel.id as ParcelId;
    const own = ordersIn(parcel).flatMap((orderId) => known.get(orderId) ?? []);
    const [first] = own;
    if (!first) continue;
    const tracking = parcel.tracking ?? numberOfOnly(own, beside);
    if (parcel.status === 'voided') {
      const told = own.find((order) => knows(parcel, order) && !isToldAnew(order, beside));
      if (told) voided.push({parcelId, order: told, number: tracking?.number ?? ''});
      continue;
    }
    if (parcel.status !== 'closed' || parcel.closedAt === undefined) continue;
    if (!tracking) {
      numberless.push(...own.filter((order) => !knows(parcel, order)).map((order) => ({parcelId, order})));
      continue;
    }
    const shares = own.filter((order) => !knows(parcel, order)).flatMap((order) => shareOf(order, parcel));
    if (shares.length === 0) continue;
    toTell.push({
      parcelId,
      courier: couriers.get(tracking.carrier.toLowerCase()) ?? tracking.carrier,
      number: tracking.number,
      shippedOn: dayOf(first.storefrontId, parcel.closedAt),
      shares,
    });
  }
  return {parcels: toTell, numberless, voided};

  function shareOf(order: Order, {lines}: Parcel): readonly OrderShare[] {
    const storefront = storefronts.get(order.storefrontId);
    if (!storefront) return [];
    const closed = beside.filter(({status}) => status === 'closed');
    return [
      {
        storefrontId: order.storefrontId,
        channel: storefront.channel,
        channelOrderId: order.channelOrderId,
        lines: lines
          .filter(({orderId}) => orderId === order.id)
          .map(({line, quantity}) => ({
            sku: order.lines[line]?.sku ?? '',
            quantity,
            ...lineIds?.get(order.id)?.get(line),
          })),
        remains: leftOf(order, closed).length > 0,
        othersTold: closed.some((other) => isOf(order, other) && knows(other, order)),
      },
    ];
  }
}

function knows({told = []}: Parcel, {storefrontId}: Order): boolean {
  return told.some((each) => each.storefrontId === storefrontId);
}

/** A package that was closed before the carrier's number was there: it is the only one of its order, so the number is its. */
function numberOfOnly(own: readonly Order[], beside: readonly Parcel[]): Order['tracking'] {
  const [order] = own;
  if (!order?.tracking || own.length > 1) return undefined;
  const parcels = beside.filter((parcel) => isOf(order, parcel) && parcel.status !== 'voided');
  return parcels.length === 1 ? order.tracking : undefined;
}

/** The order has another package that its channel knows of, so the void number has been replaced there. */
function isToldAnew(order: Order, beside: readonly Parcel[]): boolean {
  return beside.some((parcel) => parcel.status === 'closed' && isOf(order, parcel) && knows(parcel, order));
}

function isOf({parcelIds = []}: Order, {id}: Parcel): boolean {
  return parcelIds.includes(id as ParcelId);
}
