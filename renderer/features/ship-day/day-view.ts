import {create} from 'zustand';
import {check, integer, object} from '#core/lib/shape.ts';
import {type Heap, kinds, urgencies} from '#core/shipping/waves/pick-ups.ts';
import {type WaveId, waveOrdersMax} from '#core/shipping/waves/schema.ts';

/** One heap of orders, by name: `late single`. */
export type HeapName = `${Heap['urgency']} ${Heap['kind']}`;

export const everyHeap: readonly HeapName[] = urgencies.flatMap((urgency) =>
  kinds.map((kind): HeapName => `${urgency} ${kind}`),
);

interface DayView {
  /** Heaps that go into the next wave. */
  readonly chosen: readonly HeapName[];
  /** Orders of this storefront alone; all, where none is named. */
  readonly storefrontId: string | undefined;
  /** So many orders go into one wave at most. */
  readonly ordersMax: number;
  /** The wave beside the page. */
  readonly waveId: WaveId | undefined;
}

const beginning: DayView = {chosen: [], storefrontId: undefined, ordersMax: 40, waveId: undefined};

/** The day page of this window. */
export const useDayView = create<DayView>()(() => beginning);

/** Another shop comes on screen. */
export function forgetDayView(): void {
  useDayView.setState(({ordersMax}) => ({...beginning, ordersMax}));
}

/** Takes heaps into the next wave; those that are all in it already leave it. */
export function toggleHeaps(names: readonly HeapName[]): void {
  useDayView.setState(({chosen}) => {
    const isIn = names.every((name) => chosen.includes(name));
    return {chosen: everyHeap.filter((name) => (names.includes(name) ? !isIn : chosen.includes(name)))};
  });
}

const kept = object({ordersMax: integer({min: 1, max: waveOrdersMax})});

export function acceptKept(value: unknown): Partial<DayView> {
  const checked = check(kept, value);
  return checked.ok ? checked.value : {};
}
