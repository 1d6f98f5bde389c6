import {create} from 'zustand';
import {check, object, optional, pattern} from '#core/lib/shape.ts';
import {type Bench, newBench} from '#core/shipping/bench/bench.ts';
import {cutOffForm} from '#core/shipping/bench/cut-off.ts';
import {said} from '#core/shipping/bench/said.ts';
import {badgeShape} from '#core/shipping/packing/schema.ts';

interface BenchView {
  readonly bench: Bench;
  /** When the carrier fetches the day's parcels. */
  readonly cutOff: string;
}

const beginning: BenchView = {bench: newBench, cutOff: '16:00'};

/** What stands on the bench of this window. */
export const useBench = create<BenchView>()(() => beginning);

/** Another shop comes on screen: what stood on the bench is not its. */
export function forgetBench(): void {
  useBench.setState(({cutOff, bench: {packer}}) => ({cutOff, bench: benchOf(packer)}));
}

function benchOf(packer: string | undefined): Bench {
  return packer === undefined ? newBench : {...newBench, packer, said: said('ready')};
}

const kept = object({packer: optional(badgeShape), cutOff: pattern(cutOffForm)});

interface Kept {
  readonly packer?: string;
  readonly cutOff: string;
}

/** Who packs here and until when is kept from day to day; what stands on the bench is in the store. */
export function keptOf({bench: {packer}, cutOff}: BenchView): Kept {
  return packer === undefined ? {cutOff} : {packer, cutOff};
}

export function acceptKept(value: unknown): Partial<BenchView> {
  const checked = check(kept, value);
  return checked.ok ? {cutOff: checked.value.cutOff, bench: benchOf(checked.value.packer)} : {};
}
