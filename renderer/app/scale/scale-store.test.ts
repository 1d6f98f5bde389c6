import {afterEach, beforeEach, expect, test} from 'vitest';
import type {HearScale, Scale, ScaleMake, ScaleWay} from '#core/shipping/packing-bench/scale-port.ts';
import {
  acceptKept,
  connectScale,
  disconnectScale,
  followScales,
  keptOf,
  scaleKindsHere,
  useScale,
} from './scale-store.ts';

const make: ScaleMake = {vendorId: 0x0922, productId: 0x8003};

/** A scale on a cable that a test plugs in and out; at first it hangs there, and nobody may open it. */
class Cable implements ScaleWay {
  readonly kind = 'hid';
  isPlugged = true;
  isAllowed = false;
  opened = 0;
  #hear: HearScale | undefined;
  #tell: () => void = () => undefined;

  async choose(hear: HearScale): Promise<Scale | undefined> {
    if (!this.isPlugged) return undefined;
    this.isAllowed = true;
    return this.#open(hear);
  }

  async again(wanted: ScaleMake, hear: HearScale): Promise<Scale | undefined> {
    const isIt = wanted.vendorId === make.vendorId && wanted.productId === make.productId;
    return this.isPlugged && this.isAllowed && isIt ? this.#open(hear) : undefined;
  }

  onPlugged(tell: () => void): () => void {
    this.#tell = tell;
    return () => void (this.#tell = () => undefined);
  }

  weigh(grams: number): void {
    this.#hear?.({says: 'weight', grams, isStable: true});
  }

  pull(): void {
    this.isPlugged = false;
    this.#hear?.('gone');
  }

  plug(): void {
    this.isPlugged = true;
    this.#tell();
  }

  #open(hear: HearScale): Scale {
    this.opened += 1;
    this.#hear = hear;
    return {name: 'DYMO M10', make, close: async () => void (this.#hear = undefined)};
  }
}

let cable: Cable;
let end: () => Promise<void>;
const now = (): string => {
  const {status, name, weighing} = useScale.getState();
  return [status, name, weighing?.says === 'weight' ? weighing.grams : ''].join(' ').trim();
};

beforeEach(() => {
  useScale.setState(useScale.getInitialState());
  cable = new Cable();
  end = followScales([cable, undefined]);
});
afterEach(() => end());

test('a scale that a person connects tells its weight until it is disconnected', async () => {
  const said = [now()];
  await connectScale('hid');
  cable.weigh(812);
  said.push(now());
  await disconnectScale();
  cable.weigh(900);
  said.push(now());
  expect([scaleKindsHere(), said]).toEqual([['hid'], ['none', 'connected DYMO M10 812', 'none']]);
});

test('a scale that was unplugged is said to be gone, and works again once it is plugged in', async () => {
  await connectScale('hid');
  cable.weigh(812);
  cable.pull();
  const gone = now();
  cable.plug();
  await expect.poll(now).toBe('connected DYMO M10');
  cable.weigh(300);
  expect([gone, now(), cable.opened]).toEqual(['gone DYMO M10', 'connected DYMO M10 300', 2]);
});

test('the next start opens the scale of the last without asking, and another one never by itself', async () => {
  await connectScale('hid');
  const kept = JSON.parse(JSON.stringify(keptOf(useScale.getState()))) as unknown;
  await end();
  useScale.setState(acceptKept(kept));
  end = followScales([cable]);
  await expect.poll(now).toBe('connected DYMO M10');
  await end();
  useScale.setState(
    acceptKept({...keptOf(useScale.getState()), wanted: {kind: 'hid', make: {vendorId: 1, productId: 2}}}),
  );
  end = followScales([cable]);
  await expect.poll(now).toBe('gone');
  expect(cable.opened).toBe(2);
});
