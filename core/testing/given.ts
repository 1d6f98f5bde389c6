import {idFromName} from '../lib/id.ts';
import type {Sealed} from '../lib/sealed.ts';
import type {CurrencyCode} from '../money/currency.ts';
import type {Buyer, Order} from '../orders/schema.ts';
import type {Business, Storefront} from '../storefronts/schema.ts';
import type {Instant} from '../time/instant.ts';
import type {ZoneId} from '../time/zone.ts';

/** 2026-03-02T10:00:00Z, a Monday. */
export const monday = 1_772_445_600_000 as Instant;

export const business: Business = {
  id: idFromName('business', 'teapot'),
  name: 'Teapot & Sons',
  zone: 'Europe/Berlin' as ZoneId,
  dayStartsAtHour: 0,
  reportingCurrency: 'EUR' as CurrencyCode,
};

export const storefront: Storefront = {
  id: idFromName('storefront', 'teapot on etsy'),
  businessId: business.id,
  channel: 'etsy',
  name: 'Teapot on Etsy',
  currency: 'EUR' as CurrencyCode,
};

/** A buyer's envelope that no vault of a test opens. */
export const sealedBuyer: Sealed<Buyer> = {key: 'shop', bytes: 'A'.repeat(64)};

/** A paid order over 12.50 EUR; `changes` make it another. */
export function givenOrder(channelOrderId: string, changes: Partial<Order> = {}): Order {
  return {
    id: idFromName('order', storefront.id, channelOrderId),
    storefrontId: storefront.id,
    channelOrderId,
    status: 'paid',
    currency: 'EUR' as CurrencyCode,
    orderedAt: monday,
    shipBy: (monday + 172_800_000) as Instant,
    lines: [{sku: 'TEA-1', title: 'Green tea', quantity: 1, unitPrice: {units: 1000, scale: 2}, totalMinor: 1000}],
    shippingMinor: 250,
    discountMinor: 0,
    taxMinor: 200,
    totalMinor: 1250,
    refundedMinor: 0,
    shipCountry: 'DE',
    buyer: sealedBuyer,
    ...changes,
  };
}
