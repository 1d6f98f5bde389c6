import type {Dice} from '../lib/dice.ts';
import {orderIdOf} from '../orders/order-id.ts';
import type {Buyer, Order} from '../orders/schema.ts';
import type {StorefrontId} from '../storefronts/schema.ts';
import type {Instant} from '../time/instant.ts';
import {type DayNumber, dateOfDay} from '../time/local-date.ts';
import {type ZoneId, startOfDay} from '../time/zone.ts';
import {type Arrivals, type ClockGroup, arrivals} from './arrivals.ts';
import {type PricedLine, basket} from './basket.ts';
import {buyers} from './buyers.ts';
import {demand} from './demand.ts';
import {orderNumbers} from './order-numbers.ts';
import type {Place} from './place.ts';
import {placeOf} from './places.ts';
import {progress} from './progress.ts';
import type {Market, StorefrontPlan} from './storefront-plan.ts';
import {workCalendar} from './work-calendar.ts';

export const demoBatchSize = 256;

const backlogMs = 52 * 3_600_000;
/** A small shop, too, has work on its bench: this many orders, but no more than this part of all. */
const smallBacklog = {orders: 68, part: 0.02};

/** An order of which everything is known, its buyer in clear: whoever stores it seals it first. */
export type DemoOrder = Omit<Order, 'buyer' | 'lines' | 'shipBy'> & {
  readonly buyer: Buyer;
  readonly lines: readonly PricedLine[];
  readonly shipBy: Instant;
};

/** A storefront that has an id. */
export interface Stand {
  readonly id: StorefrontId;
  readonly plan: StorefrontPlan;
}

/** What the orders are made from: `span` are the days of `zone` that end with the one of `now`. */
export interface History {
  readonly dice: Dice;
  readonly orderCount: number;
  readonly now: Instant;
  readonly span: {readonly first: DayNumber; readonly last: DayNumber};
  readonly zone: ZoneId;
}

/** A stand, one of its markets and how people live there. */
interface Offer {
  readonly stand: Stand;
  readonly nextNumber: () => string;
  readonly market: Market;
  readonly place: Place;
}

interface OfferGroup extends ClockGroup {
  readonly offers: readonly Offer[];
}

/** All orders of the stands, oldest first, in batches of `demoBatchSize`; holds one batch and some hundred buyers of each country. */
export function* demoBatches(stands: readonly Stand[], history: History): Generator<readonly DemoOrder[]> {
  let batch: DemoOrder[] = [];
  for (const order of orders(stands, history)) {
    batch.push(order);
    if (batch.length < demoBatchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function* orders(stands: readonly Stand[], {dice, orderCount, now, span, zone}: History): Generator<DemoOrder> {
  const groups = offerGroups(stands, dice.fork('numbers'));
  const from = startOfDay(dateOfDay(span.first), zone);
  const coming = arrivals(demand(dice.fork('demand'), span), {from, until: now}, groups);
  const backlog = backlogOf(coming, orderCount, now);
  const calendar = workCalendar(zone, span);
  const nextBuyer = buyers(dice.fork('buyers'));
  const fate = dice.fork('progress');
  const goods = dice.fork('goods');
  const choice = dice.fork('choice');

  let rank = orderCount;
  for (const {orderedAt, group} of coming.each(dice.fork('arrivals'), orderCount)) {
    rank -= 1;
    const offer = choice.weighted(group.offers, ({market}) => market.weight);
    const {plan, id: storefrontId} = offer.stand;
    const {handlingDays} = plan;
    const {region} = offer.place;
    const {fields, refundPercent} = progress({orderedAt, now, rank, backlog, handlingDays, region}, calendar, fate);
    const {lines, shippingMinor, discountMinor, taxMinor, totalMinor} = basket(
      {plan, market: offer.market, place: offer.place},
      goods,
    );
    const channelOrderId = offer.nextNumber();
    yield {
      id: orderIdOf({storefrontId, channelOrderId}),
      storefrontId,
      channelOrderId,
      currency: offer.market.currency,
      orderedAt,
      shipBy: calendar.dayFor(orderedAt, handlingDays).close,
      lines,
      shippingMinor,
      discountMinor,
      taxMinor,
      totalMinor,
      refundedMinor: Math.floor((totalMinor * refundPercent) / 100),
      shipCountry: offer.place.country,
      buyer: nextBuyer(offer.place.country),
      ...fields,
    };
  }
}

function offerGroups(stands: readonly Stand[], dice: Dice): readonly OfferGroup[] {
  const offers = stands.flatMap((stand) => {
    const nextNumber = orderNumbers(stand.plan.numbers, dice.fork(stand.id));
    return stand.plan.markets.map((market) => ({stand, nextNumber, market, place: placeOf(market.country)}));
  });
  const clocks = new Set(offers.map(({place}) => place.utcOffsetHours));
  return [...clocks].map((offsetHours) => {
    const near = offers.filter(({place}) => place.utcOffsetHours === offsetHours);
    return {offsetHours, weight: near.reduce((sum, {market}) => sum + market.weight, 0), offers: near};
  });
}

/** What came in within the last two days and a bit is about what is open. */
function backlogOf(coming: Arrivals<OfferGroup>, orderCount: number, now: Instant): number {
  const recent = orderCount * coming.shareAfter((now - backlogMs) as Instant);
  return Math.max(recent, Math.min(smallBacklog.orders, orderCount * smallBacklog.part), 1);
}
