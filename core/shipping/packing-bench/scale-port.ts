import type {Weighing} from './scale.ts';

/** How a page reaches scales: those that speak USB HID, and those at a serial port, which are most old ones. */
export const scaleKinds = ['hid', 'serial'] as const;
export type ScaleKind = (typeof scaleKinds)[number];

/** What tells one scale from another of the same kind, as far as it tells anything; what a person allowed once is known by it again. */
export interface ScaleMake {
  readonly vendorId?: number;
  readonly productId?: number;
}

/** A scale that is connected. */
export interface Scale {
  readonly name: string;
  readonly make: ScaleMake;
  /** Lets go of it; it says nothing more. Never rejects: it may be unplugged already. */
  close(): Promise<void>;
}

/** What a scale says, and once, at the end, that it was unplugged or does not answer any more. */
export type HearScale = (said: Weighing | 'gone') => void;

export interface ScaleOptions {
  /** Of serial ports; USB scales have none. */
  readonly baudRate: number;
}

/** Port to the scales of one kind. */
export interface ScaleWay {
  readonly kind: ScaleKind;
  /** Asks the person which; undefined where none was chosen. Rejects where the one that was chosen cannot be opened. */
  choose(hear: HearScale, options: ScaleOptions): Promise<Scale | undefined>;
  /** The scale that a person allowed before, without asking; undefined where it is not there. Rejects as `choose` does. */
  again(make: ScaleMake, hear: HearScale, options: ScaleOptions): Promise<Scale | undefined>;
  /** Told whenever something is plugged in, until the returned function is called. */
  onPlugged(tell: () => void): () => void;
}
