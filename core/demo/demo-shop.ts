import {assert, must} from '../lib/assert.ts';
import {dice} from '../lib/dice.ts';
import {idFromName} from '../lib/id.ts';
import type {RateDay} from '../money/schema.ts';
import type {Address} from '../storefronts/address.ts';
import type {Business, Storefront} from '../storefronts/schema.ts';
import type {Instant} from '../time/instant.ts';
import {type ZoneId, zone, zoneDays} from '../time/zone.ts';
import {type DemoOrder, demoBatches} from './demo-batches.ts';
import {rateWalk} from './rate-walk.ts';
import {storefrontPlans} from './storefront-plan.ts';

/** Orders of a shop of ordinary size. */
export const demoOrderCount = 5000;

const spanDays = 548; // 18 months

/** A business whose sender is told in clear: whoever stores it seals it first. */
export type DemoBusiness = Omit<Business, 'sender'> & {readonly sender: Address};

export interface DemoWish {
  readonly seed: number | string;
  readonly orderCount: number;
  readonly now: Instant;
}

/** An invented shop and its last 18 months. */
export interface DemoShop {
  readonly businesses: readonly DemoBusiness[];
  readonly storefronts: readonly Storefront[];
  /** One for each day of the span, in order. */
  readonly rateDays: readonly RateDay[];
  /** All orders, oldest first, in batches of `demoBatchSize`, the last one smaller. Each call starts again from the first. */
  batches(): Generator<readonly DemoOrder[]>;
}

/**
 * A shop made of dice: tea, ceramics and paper, sold from Berlin to thirty countries. The same wish gives the same shop,
 * byte for byte. No person, address, number or parcel in it is meant to exist: mail goes to the example domains of
 * RFC 2606, and phones are numbers that regulators keep free for stories.
 */
export function demoShop({seed, orderCount, now}: DemoWish): DemoShop {
  assert(Number.isSafeInteger(orderCount) && orderCount >= 0, 'orders are counted');
  const root = dice(seed);
  const berlin = zoneNamed('Europe/Berlin');
  const last = zoneDays(berlin)(now);
  const span = {first: last - spanDays + 1, last};

  const business: DemoBusiness = {
    id: idFromName('business', 'demo', String(seed)),
    name: 'Kranich & Kiesel',
    zone: berlin,
    dayStartsAtHour: 0,
    reportingCurrency: must(storefrontPlans[0], 'a shop has a storefront').currency,
    sender,
  };
  const stands = storefrontPlans.map((plan) => ({plan, id: idFromName('storefront', business.id, plan.name)}));

  return {
    businesses: [business],
    storefronts: stands.map(({plan: {channel, name, currency}, id}) => {
      return {id, businessId: business.id, channel, name, currency};
    }),
    rateDays: rateWalk(root.fork('rates'), span),
    batches: () => demoBatches(stands, {dice: root, orderCount, now, span, zone: berlin}),
  };
}

const sender: Address = {
  name: 'Kranich & Kiesel',
  company: 'Kranich & Kiesel Tee und Papier GmbH',
  street: 'Kiesgrubenweg 17',
  extra: 'Hof 2, Aufgang C',
  postalCode: '10999',
  city: 'Berlin',
  country: 'DE',
};

function zoneNamed(name: string): ZoneId {
  const known = zone(name);
  assert(known.ok, 'every host knows the time in Berlin');
  return known.value;
}
