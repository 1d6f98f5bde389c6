import {create} from 'zustand';
import {type Shaped, check, integer, object, oneOf, optional} from '#core/lib/shape.ts';
import {
  type Scale,
  type ScaleKind,
  type ScaleMake,
  type ScaleWay,
  scaleKinds,
} from '#core/shipping/packing-bench/scale-port.ts';
import type {Weighing} from '#core/shipping/packing-bench/scale.ts';
import type {WeightRules} from '#core/shipping/packing-bench/weight.ts';

/** Where the scale of this window stands: none is wanted, it is being opened, it tells weights, it is not there, or it cannot be opened. */
export type ScaleStatus = 'none' | 'opening' | 'connected' | 'gone' | 'failed';

const whole = (max: number) => integer({min: 0, max});
const rulesShape = object({boxGrams: whole(100_000), toleranceGrams: whole(100_000), tolerancePercent: whole(100)});
export const baudRates = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200] as const;

interface ScaleState {
  readonly status: ScaleStatus;
  readonly name: string;
  readonly weighing: Weighing | undefined;
  /** Which scale a person has connected; it is opened again at the next start. */
  readonly wanted: {readonly kind: ScaleKind; readonly make: ScaleMake} | undefined;
  readonly baudRate: number;
  readonly rules: WeightRules;
}

const beginning: ScaleState = {
  status: 'none',
  name: '',
  weighing: undefined,
  wanted: undefined,
  baudRate: 9_600,
  rules: {boxGrams: 0, toleranceGrams: 20, tolerancePercent: 3},
};

/** The scale of this desk. */
export const useScale = create<ScaleState>()(() => beginning);

let ways: readonly ScaleWay[] = [];
let open: Scale | undefined;
let isOpening = false;

/** Kinds of scales that this page can reach. */
export function scaleKindsHere(): readonly ScaleKind[] {
  return ways.map(({kind}) => kind);
}

/** Reaches scales by these ways, and opens the one that was connected before, now and whenever it is plugged in again. */
export function followScales(given: readonly (ScaleWay | undefined)[]): () => Promise<void> {
  ways = given.filter((way) => way !== undefined);
  const stops = ways.map((way) => way.onPlugged(() => void openAgain()));
  void openAgain();
  return async () => {
    for (const stop of stops) stop();
    await letGo();
    ways = [];
    useScale.setState(beginning);
  };
}

/** Asks the person which scale, and connects it. */
export async function connectScale(kind: ScaleKind): Promise<void> {
  await opening(kind, async (way, hear) => {
    await letGo();
    return way.choose(hear, {baudRate: useScale.getState().baudRate});
  });
}

/** Lets go of the scale, and opens it no more by itself. */
export async function disconnectScale(): Promise<void> {
  await letGo();
  useScale.setState({status: 'none', name: '', weighing: undefined, wanted: undefined});
}

async function openAgain(): Promise<void> {
  const {wanted, status} = useScale.getState();
  if (!wanted || status === 'connected') return;
  await opening(wanted.kind, (way, hear) => way.again(wanted.make, hear, {baudRate: useScale.getState().baudRate}));
}

async function opening(
  kind: ScaleKind,
  find: (way: ScaleWay, hear: Parameters<ScaleWay['choose']>[0]) => Promise<Scale | undefined>,
): Promise<void> {
  const way = ways.find((each) => each.kind === kind);
  if (!way || isOpening) return;
  isOpening = true;
  useScale.setState({status: 'opening'});
  try {
    open = await find(way, hear);
    if (open) useScale.setState({status: 'connected', name: open.name, wanted: {kind, make: open.make}});
    else useScale.setState(({wanted}) => ({status: wanted ? 'gone' : 'none', weighing: undefined}));
  } catch {
    // Another program has it, or its driver refuses.
    useScale.setState({status: 'failed', weighing: undefined});
  } finally {
    isOpening = false;
  }
}

function hear(said: Weighing | 'gone'): void {
  if (said !== 'gone') return useScale.setState({weighing: said});
  useScale.setState({status: 'gone', weighing: undefined});
  void letGo();
}

async function letGo(): Promise<void> {
  const scale = open;
  open = undefined;
  await scale?.close();
}

const kept = object({
  wanted: optional(
    object({
      kind: oneOf(scaleKinds),
      make: object({vendorId: optional(whole(65_535)), productId: optional(whole(65_535))}),
    }),
  ),
  baudRate: integer({min: 300, max: 1_000_000}),
  rules: rulesShape,
});

/** Which scale, and what a box may weigh, is kept from day to day. */
export function keptOf({wanted, baudRate, rules}: ScaleState): Shaped<typeof kept> {
  return {baudRate, rules, ...(wanted && {wanted})};
}

export function acceptKept(value: unknown): Partial<ScaleState> {
  const checked = check(kept, value);
  return checked.ok ? checked.value : {};
}
