import type {Order} from './schema.ts';

const sealedLetters = 16;

/**
 * Tells one state of an order from every other: nobody has changed an order that still has the stamp it had. Every change
 * shows in one of these values: steps in the status, an import in its id, a person's edit in its moment, and what is
 * sealed anew begins with another nonce.
 */
export function stampOf(order: Order): string {
  const {status, heldFrom, holdReason, importId, editedAt, shippedAt, returnedAt, cancelledAt} = order;
  const {totalMinor, refundedMinor, lines, buyer, parcelIds = [], uploadId} = order;
  const values = [status, heldFrom, holdReason, importId, editedAt, shippedAt, returnedAt, cancelledAt];
  const ends = [totalMinor, refundedMinor, lines.length, buyer.bytes.slice(0, sealedLetters)];
  // Only where there are some: stamps of older changes know none. A void parcel stays one.
  const later = [...(parcelIds.length > 0 ? [parcelIds.length] : []), ...(uploadId === undefined ? [] : [uploadId])];
  return [...values, ...ends, ...later].join(' ');
}
