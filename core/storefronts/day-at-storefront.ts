import {must} from '../lib/assert.ts';
import {businessDay} from '../time/business-day.ts';
import type {Instant} from '../time/instant.ts';
import type {LocalDate} from '../time/local-date.ts';
import type {Business, Storefront, StorefrontId} from './schema.ts';

/** The day of the business that sells at a storefront; of one that is gone, the day of the first business. */
export function dayAtStorefront({
  businesses,
  storefronts,
}: {
  readonly businesses: readonly Business[];
  readonly storefronts: readonly Storefront[];
}): (storefrontId: StorefrontId, at: Instant) => LocalDate {
  const sellers = new Map<string, string>(storefronts.map(({id, businessId}) => [id, businessId]));
  return (storefrontId, at) => {
    const seller = businesses.find(({id}) => id === sellers.get(storefrontId)) ?? businesses[0];
    const {zone, dayStartsAtHour: startsAtHour} = must(seller, 'a shop has a business');
    return businessDay(at, {zone, startsAtHour});
  };
}
