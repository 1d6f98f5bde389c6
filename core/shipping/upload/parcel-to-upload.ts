import {toDecimalText} from '../../money/decimal-text.ts';
import type {Buyer, Order, OrderId} from '../../orders/schema.ts';
import {unknownCountry} from '../../storefronts/address.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {ParcelToUpload} from './carrier-file.ts';

/** What a file tells of an order beside the order itself. */
export interface UploadDetails {
  /** The days of the business on which it was ordered and will be sent. */
  readonly orderedOn: LocalDate;
  readonly shippedOn: LocalDate;
  /** What the seller says of every parcel of the file; blank where nothing was said. */
  readonly service: string;
  readonly weightGrams: string;
}

/** An order as a carrier is told of it: one parcel with all that is wanted of it. */
export function parcelToUpload(order: Order, buyer: Buyer, details: UploadDetails): ParcelToUpload {
  const {shipTo, email = '', phone = ''} = buyer;
  const {name, company = '', street, extra = '', postalCode = '', city, region = '', country} = shipTo;
  const hasMoney = !order.missing?.includes('money');
  const fields = {
    ...details,
    reference: order.channelOrderId,
    name: name || buyer.name || '',
    company,
    street,
    extra,
    postalCode,
    city,
    region,
    country: country === unknownCountry ? '' : country,
    email,
    phone,
    contents: contentsOf(order),
    value: hasMoney ? toDecimalText({minor: order.totalMinor, currency: order.currency}) : '',
    currency: hasMoney ? order.currency : '',
  };
  return {orderId: order.id as OrderId, fields};
}

function contentsOf({lines}: Order): string {
  return lines
    .filter(({quantity}) => quantity > 0)
    .map(({title, sku, quantity}) => `${quantity} x ${title || sku}`)
    .join(', ');
}
