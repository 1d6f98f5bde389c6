import {create} from 'zustand';
import {type Shaped, check, object, optional, pattern, text} from '#core/lib/shape.ts';
import {type Bench, newBench} from '#core/shipping/packing-bench/bench.ts';
import {cutOffForm} from '#core/shipping/packing-bench/cut-off.ts';
import {said} from '#core/shipping/packing-bench/said.ts';
import {badgeShape} from '#core/shipping/packing/schema.ts';
import type {NumberChoice} from './numbers.ts';

interface BenchView {
  readonly bench: Bench;
  /** When the carrier fetches the day's parcels. */
  readonly cutOff: string;
  /** Whose numbers labels get; undefined: none, and the order's own is on the label. */
  readonly numbers: NumberChoice | undefined;
}

const beginning: BenchView = {bench: newBench, cutOff: '16:00', numbers: undefined};

/** What stands on the bench of this window. */
export const useBench = create<BenchView>()(() => beginning);

/** Another shop comes on screen: what stood on the bench is not its, and neither are the numbers. */
export function forgetBench(): void {
  useBench.setState(({bench: {packer}}) => ({numbers: undefined, bench: benchOf(packer)}));
}

function benchOf(packer: string | undefined): Bench {
  return packer === undefined ? newBench : {...newBench, packer, said: said('ready')};
}

const kept = object({
  packer: optional(badgeShape),
  cutOff: pattern(cutOffForm),
  numbers: optional(object({scheme: text({min: 1, max: 40}), account: text({min: 1, max: 60})})),
});

type Kept = Shaped<typeof kept>;

/** Who packs here, until when and with whose numbers is kept from day to day; what stands on the bench is in the store. */
export function keptOf({bench: {packer}, cutOff, numbers}: BenchView): Kept {
  return {cutOff, ...(packer !== undefined && {packer}), ...(numbers && {numbers})};
}

export function acceptKept(value: unknown): Partial<BenchView> {
  const checked = check(kept, value);
  if (!checked.ok) return {};
  const {packer, cutOff, numbers} = checked.value;
  return {cutOff, numbers, bench: benchOf(packer)};
}
