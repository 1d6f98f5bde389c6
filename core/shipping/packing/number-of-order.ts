import type {Order} from '../../orders/schema.ts';
import type {Parcel, ParcelId, ParcelTracking} from './schema.ts';

/**
 * The carrier's number that a package of this order is to carry, where the order has one already: an upload's answer told it, or
 * a file. It is that of one package only: the first whose label is made has it, a second is another parcel to the carrier.
 */
export function numberOfOrder(
  {tracking}: Pick<Order, 'tracking'>,
  parcels: readonly Pick<Parcel, 'id' | 'tracking' | 'status'>[],
  parcelId: ParcelId,
): ParcelTracking | undefined {
  const isTaken = parcels.some((parcel) => parcel.id !== parcelId && parcel.tracking?.number === tracking?.number);
  return tracking && !isTaken ? {carrier: tracking.carrier, number: tracking.number} : undefined;
}
