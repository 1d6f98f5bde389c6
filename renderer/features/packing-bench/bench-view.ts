import {create} from 'zustand';
import {type Shaped, check, object, optional, text} from '#core/lib/shape.ts';
import {type Bench, newBench} from '#core/shipping/packing-bench/bench.ts';
import {said} from '#core/shipping/packing-bench/said.ts';
import {badgeShape} from '#core/shipping/packing/schema.ts';
import type {NumberInHand} from './number-in-hand.ts';
import type {NumberChoice} from './numbers.ts';

interface BenchView {
  readonly bench: Bench;
  /** The bench as the screen has it. */
  readonly shown: Bench;
  /** Whose numbers labels get; undefined: none, and the order's own is on the label. */
  readonly numbers: NumberChoice | undefined;
  /** Drawn already, for the next label. */
  readonly inHand: NumberInHand | undefined;
}

const beginning: BenchView = {bench: newBench, shown: newBench, numbers: undefined, inHand: undefined};

/** What stands on the bench of this window. */
export const useBench = create<BenchView>()(() => beginning);

/** Sooner nobody reads that a label is being made; it is on its way by then, and a screen that is drawn for it would hold it up. */
const makingShownMs = 100;

/** The bench stands otherwise than before. */
export function setBench(bench: Bench): void {
  if (bench.stage.at !== 'making') return useBench.setState(standing(bench));
  useBench.setState({bench});
  setTimeout(() => {
    if (useBench.getState().bench === bench) useBench.setState({shown: bench});
  }, makingShownMs);
}

function standing(bench: Bench): Pick<BenchView, 'bench' | 'shown'> {
  return {bench, shown: bench};
}

/** Another shop comes on screen: what stood on the bench is not its, and neither are the numbers. */
export function forgetBench(): void {
  useBench.setState(({bench: {packer}}) => ({numbers: undefined, inHand: undefined, ...standing(benchOf(packer))}));
}

function benchOf(packer: string | undefined): Bench {
  return packer === undefined ? newBench : {...newBench, packer, said: said('ready')};
}

const kept = object({
  packer: optional(badgeShape),
  numbers: optional(object({scheme: text({min: 1, max: 40}), account: text({min: 1, max: 60})})),
});

type Kept = Shaped<typeof kept>;

/** Who packs here and with whose numbers is kept from day to day; what stands on the bench is in the store. */
export function keptOf({bench: {packer}, numbers}: BenchView): Kept {
  return {...(packer !== undefined && {packer}), ...(numbers && {numbers})};
}

export function acceptKept(value: unknown): Partial<BenchView> {
  const checked = check(kept, value);
  if (!checked.ok) return {};
  const {packer, numbers} = checked.value;
  return {numbers, ...standing(benchOf(packer))};
}
