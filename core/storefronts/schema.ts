import {type Id, id} from '../lib/id.ts';
import {sealed} from '../lib/sealed.ts';
import {integer, list, oneOf, optional, pattern, text} from '../lib/shape.ts';
import {type RowOf, defineTable} from '../lib/table.ts';
import type {CurrencyCode} from '../money/currency.ts';
import type {ZoneId} from '../time/zone.ts';
import {addressShape} from './address.ts';

/** The marketplaces and shop systems a storefront can stand on. */
export const channels = ['amazon', 'ebay', 'etsy', 'shopify', 'woocommerce', 'tiktok', 'other'] as const;
export type Channel = (typeof channels)[number];

/** Who sells: the unit of tax, of the reporting currency and of the business day. */
export const businessFields = {
  id: id('business'),
  name: text({min: 1, max: 120}),
  zone: pattern<ZoneId>(/^[A-Za-z0-9_+/-]{2,60}$/),
  dayStartsAtHour: integer({min: 0, max: 23}),
  reportingCurrency: pattern<CurrencyCode>(/^[A-Z]{3}$/),
  sender: optional(sealed(addressShape)),
  /** Registration and tax numbers, one a line on its invoices. */
  taxNumbers: optional(list(text({min: 1, max: 80}), {max: 6})),
  /** EORI or IOSS number, for customs. */
  customsReference: optional(text({min: 1, max: 60})),
};
export const businesses = defineTable('businesses', businessFields);
export type Business = RowOf<typeof businesses>;
export type BusinessId = Id<'business'>;

/** One account on one channel. Two storefronts may each have an order 1001; they stay two orders. */
export const storefrontFields = {
  id: id('storefront'),
  businessId: id('business'),
  channel: oneOf(channels),
  name: text({min: 1, max: 120}),
  currency: pattern<CurrencyCode>(/^[A-Z]{3}$/),
};
export const storefronts = defineTable('storefronts', storefrontFields, {keys: {name: ['businessId', 'name']}});
export type Storefront = RowOf<typeof storefronts>;
export type StorefrontId = Id<'storefront'>;
