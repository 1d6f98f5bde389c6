import type {Fault} from '../../faults.ts';
import {unreachable} from '../../lib/assert.ts';
import type {Order} from '../../orders/schema.ts';
import {isOverPacked} from './pieces.ts';
import type {Parcel} from './schema.ts';

export type Meeting = NonNullable<Parcel['met']>;

/** What a packed parcel meets that speaks against it: the parcel stands, for it is there, and a person is told. */
export function meetingOf(order: Order | undefined, parcels: readonly Parcel[]): Meeting | undefined {
  if (!order) return 'missing';
  switch (order.status) {
    case 'cancelled':
    case 'withdrawn':
      return 'cancelled';
    case 'held':
    case 'new':
    case 'paid':
      return 'held';
    case 'released':
    case 'shipped':
    case 'returned':
      return isOverPacked(order, parcels) ? 'twice' : undefined;
    default:
      return unreachable(order.status);
  }
}

/** What the person is told. */
export function faultOf(meeting: Meeting, order: Order | undefined): Fault {
  const values = {number: order?.channelOrderId ?? ''};
  switch (meeting) {
    case 'cancelled':
      return {code: 'shipping.packed_cancelled', values};
    case 'held':
      return {code: 'shipping.packed_held', values};
    case 'twice':
      return {code: 'shipping.packed_twice', values};
    case 'missing':
      return {code: 'shipping.packed_unknown', values: {}};
    default:
      return unreachable(meeting);
  }
}
