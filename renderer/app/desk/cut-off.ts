import {create} from 'zustand';
import {check, object, pattern} from '#core/lib/shape.ts';
import {type CutOff, cutOffForm} from '#core/shipping/packing-bench/cut-off.ts';

interface PickUp {
  /** When the carrier fetches the day's parcels. */
  readonly cutOff: CutOff;
}

/** Of this desk: the bench counts down to it, and waves are made for it. */
export const useCutOff = create<PickUp>()(() => ({cutOff: '16:00'}));

const kept = object({cutOff: pattern(cutOffForm)});

export function acceptCutOff(value: unknown): Partial<PickUp> {
  const checked = check(kept, value);
  return checked.ok ? checked.value : {};
}
