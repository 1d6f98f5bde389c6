import type {Channel, StorefrontId} from '../../storefronts/schema.ts';
import type {LocalDate} from '../../time/local-date.ts';

/** A parcel that has left, with what its orders' channels are to be told. */
export interface ShippedParcel {
  /** As in `assets/carriers`; any other text is the carrier's name as it is. */
  readonly courier: string;
  readonly number: string;
  /** The day in the time zone of the business. */
  readonly shippedOn: LocalDate;
  /** One for each source order in it: a merged parcel has several, of one channel or of many. */
  readonly shares: readonly OrderShare[];
}

/** What of one source order lies in one parcel. */
export interface OrderShare {
  readonly storefrontId: StorefrontId;
  readonly channel: Channel;
  readonly channelOrderId: string;
  readonly lines: readonly SharedLine[];
  /** Whether something of the order is still to be sent, later and in another parcel. */
  readonly remains: boolean;
  /** The channel knows of another parcel of it already. */
  readonly othersTold?: boolean;
}

export interface SharedLine {
  readonly sku: string;
  readonly quantity: number;
  /** The channel's own number of the line (Amazon's order-item-id, eBay's transaction), where its export told it. */
  readonly lineId?: string;
  /** The channel's number of the listing (eBay's item number). */
  readonly itemId?: string;
}

/** A source order with all its parcels, as one channel sees it. */
export interface OrderTold {
  readonly channelOrderId: string;
  readonly parcels: readonly ParcelTold[];
  readonly remains: boolean;
  readonly othersTold: boolean;
}

export interface ParcelTold {
  readonly number: string;
  readonly shippedOn: LocalDate;
  readonly lines: readonly SharedLine[];
  readonly carrier: CarrierName;
}

/** A carrier's name: as the channel calls it, where it is known to, and as everybody does. */
export interface CarrierName {
  readonly listed: string | undefined;
  readonly plain: string;
}

/** Whether one parcel holds all of the order, so that nobody needs to be told of lines. */
export function isWhole({parcels, remains, othersTold}: OrderTold): boolean {
  return parcels.length === 1 && !remains && !othersTold;
}
