import {useMemo} from 'react';
import {type PickUps, heapOf, pickUpsFrom} from '#core/shipping/waves/pick-ups.ts';
import {type WaitingOrder, ordersWaiting} from '#core/shipping/waves/waiting.ts';
import {useSummary} from '../../app/data/use-data.ts';
import {useCutOff} from '../../app/desk/cut-off.ts';
import {type HeapName, useDayView} from './day-view.ts';
import type {DayPlace} from './use-day-place.ts';

export interface Heaps {
  readonly pickUps: PickUps;
  readonly counts: Readonly<Partial<Record<HeapName, number>>>;
  readonly total: number;
  /** Orders of the chosen heaps, those to be sent soonest first; as many of them as go into one wave. */
  readonly next: readonly WaitingOrder[];
  /** All of the chosen heaps. */
  readonly chosen: number;
}

const waitingMax = 20_000;

/** What waits to be picked, in heaps; undefined until it is known. */
export function useHeaps({now, business}: DayPlace): Heaps | undefined {
  const waiting = useSummary(ordersWaiting, {max: waitingMax});
  const cutOff = useCutOff((pickUp) => pickUp.cutOff);
  const {chosen, storefrontId, ordersMax} = useDayView();
  return useMemo(() => {
    if (!waiting) return undefined;
    const pickUps = pickUpsFrom(now, {cutOff, zone: business.zone});
    const counts: Partial<Record<HeapName, number>> = {};
    const mine = waiting.filter((order) => storefrontId === undefined || order.storefrontId === storefrontId);
    const taken: WaitingOrder[] = [];
    for (const order of mine) {
      const {urgency, kind} = heapOf(order, pickUps);
      const name: HeapName = `${urgency} ${kind}`;
      counts[name] = (counts[name] ?? 0) + 1;
      if (chosen.includes(name)) taken.push(order);
    }
    return {pickUps, counts, total: mine.length, next: taken.slice(0, ordersMax), chosen: taken.length};
  }, [waiting, now, cutOff, business.zone, chosen, storefrontId, ordersMax]);
}
