import type {Dice} from '../lib/dice.ts';
import {type HoldReason, type Order, type OrderStatus, holdReasons} from '../orders/schema.ts';
import type {Instant} from '../time/instant.ts';
import type {Place} from './place.ts';
import {trackingTo} from './tracking.ts';
import type {WorkCalendar} from './work-calendar.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const cancelled = 0.02;
const paidBeforeCancelled = 0.7;
const returned = 0.043;
const wholeReturn = 0.8;
const goodwill = 0.008;
const late = 0.04;
const forgotten = 0.07;
const longestReturnDays = 34;
/** Every tenth open order is held, so that even a small shop has some. */
const heldEvery = 10;

/** How far an order has come: its status, what goes with it, and how much of it has been paid back. */
export interface Progress {
  readonly fields: Pick<Order, 'status'> &
    Partial<Pick<Order, 'heldFrom' | 'holdReason' | 'shippedAt' | 'returnedAt' | 'cancelledAt' | 'tracking'>>;
  readonly refundPercent: number;
}

export interface Standing {
  readonly orderedAt: Instant;
  readonly now: Instant;
  /** How many orders are younger. */
  readonly rank: number;
  /** About how many orders are open. */
  readonly backlog: number;
  readonly handlingDays: number;
  readonly region: Place['region'];
}

/** Lets an order live until `now`: the youngest are open, the older the more surely they have left, a few are forgotten. */
export function progress(standing: Standing, calendar: WorkCalendar, dice: Dice): Progress {
  const {orderedAt, now, rank, backlog} = standing;
  if (dice.chance(cancelled)) {
    const cancelledAt = (orderedAt + dice.integer(5 * minuteMs, 30 * hourMs)) as Instant;
    if (cancelledAt < now) {
      const refundPercent = dice.chance(paidBeforeCancelled) ? 100 : 0;
      return {fields: {status: 'cancelled', cancelledAt}, refundPercent};
    }
  }
  if (dice.chance(openChance(rank / backlog))) return open(standing, dice);

  const shippedAt = shipment(standing, calendar, dice);
  // Packed on a day that has not come yet: still on the bench.
  if (shippedAt >= now) return open(standing, dice);

  const tracking = trackingTo(standing.region, dice);
  if (dice.chance(returned)) {
    const returnedAt = (shippedAt + dice.integer(5 * dayMs, longestReturnDays * dayMs)) as Instant;
    const refundPercent = dice.chance(wholeReturn) ? 100 : 50;
    if (returnedAt < now) return {fields: {status: 'returned', shippedAt, returnedAt, tracking}, refundPercent};
  }
  return {fields: {status: 'shipped', shippedAt, tracking}, refundPercent: dice.chance(goodwill) ? 10 : 0};
}

/** `age` in backlogs: certain for the younger orders, then falling fast; a few are forgotten for as long again. */
function openChance(age: number): number {
  if (age < 0.75) return 1;
  if (age < 1.25) return (1.25 - age) / 0.5;
  return age < 2 ? forgotten : 0;
}

const openStates: readonly {readonly status: OrderStatus; readonly youngWeight: number; readonly oldWeight: number}[] =
  [
    {status: 'new', youngWeight: 30, oldWeight: 3},
    {status: 'paid', youngWeight: 58, oldWeight: 45},
    {status: 'released', youngWeight: 12, oldWeight: 52},
  ];

function open({rank, backlog}: Standing, dice: Dice): Progress {
  if (rank === 0) return {fields: {status: 'new'}, refundPercent: 0};
  if (rank % heldEvery === heldEvery - 1) {
    const heldFrom = dice.chance(0.8) ? 'paid' : 'released';
    const holdReason: HoldReason = dice.pick(holdReasons);
    return {fields: {status: 'held', heldFrom, holdReason}, refundPercent: 0};
  }
  const young = rank / backlog < 0.3;
  const {status} = dice.weighted(openStates, (state) => (young ? state.youngWeight : state.oldWeight));
  return {fields: {status}, refundPercent: 0};
}

/** In the afternoon of a working day, mostly within the promise and now and then a day or two after it. */
function shipment({orderedAt, handlingDays}: Standing, calendar: WorkCalendar, dice: Dice): Instant {
  const days = dice.chance(late) ? handlingDays + dice.integer(1, 2) : dice.integer(0, handlingDays);
  const {cutOff, close} = calendar.dayFor(orderedAt, days);
  return dice.integer(cutOff, close - 1) as Instant;
}
