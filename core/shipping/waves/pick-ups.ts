import type {Instant} from '../../time/instant.ts';
import type {ZoneId} from '../../time/zone.ts';
import {type CutOff, nextCutOff} from '../packing-bench/cut-off.ts';
import type {WaitingOrder} from './waiting.ts';

/** With which pick-up of the carrier an order has to go to be in time: it is late already, the next, the one after it, a later one; or nobody said. */
export const urgencies = ['late', 'next', 'after', 'later', 'undated'] as const;
export type Urgency = (typeof urgencies)[number];

/** The next two times the carrier comes, and the one behind them. */
export interface PickUps {
  readonly now: number;
  readonly next: number;
  readonly after: number;
  readonly third: number;
}

export function pickUpsFrom(now: Instant, {cutOff, zone}: {readonly cutOff: CutOff; readonly zone: ZoneId}): PickUps {
  const next = nextCutOff(cutOff, now, zone).at;
  const after = nextCutOff(cutOff, next, zone).at;
  return {now, next, after, third: nextCutOff(cutOff, after, zone).at};
}

/** What leaves with a later pick-up than this is not in time: an order due before the carrier comes again has to go now. */
export function urgencyOf({shipBy}: Pick<WaitingOrder, 'shipBy'>, {now, after, third}: PickUps): Urgency {
  if (shipBy === undefined) return 'undated';
  if (shipBy < now) return 'late';
  if (shipBy < after) return 'next';
  return shipBy < third ? 'after' : 'later';
}

/** One piece fits one hand and one bag: such orders are picked and packed apart. */
export const kinds = ['single', 'multi'] as const;
export type OrderKind = (typeof kinds)[number];

export function kindOf({pieces}: Pick<WaitingOrder, 'pieces'>): OrderKind {
  return pieces === 1 ? 'single' : 'multi';
}

/** Orders that go together into a round. */
export interface Heap {
  readonly urgency: Urgency;
  readonly kind: OrderKind;
}

export function heapOf(order: WaitingOrder, pickUps: PickUps): Heap {
  return {urgency: urgencyOf(order, pickUps), kind: kindOf(order)};
}
