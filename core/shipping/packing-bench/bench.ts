import type {Fault} from '../../faults.ts';
import type {Order} from '../../orders/schema.ts';
import type {Call} from '../../sync/define.ts';
import type {PackedLine, Parcel, ParcelId, WeightReason} from '../packing/schema.ts';
import type {Scan} from './scan.ts';
import {type Mood, type Said, said} from './said.ts';
import type {WeightRules} from './weight.ts';

/** What the bench knows of a parcel. */
export type BenchParcel = Pick<Parcel, 'id' | 'status' | 'place' | 'lines' | 'tracking' | 'printJobId'>;

/** An order as it comes on the bench: its parcels, and by which barcodes its items go beside their SKU. */
export interface BenchOrder {
  readonly order: Order;
  readonly parcels: readonly BenchParcel[];
  readonly barcodes: Readonly<Record<string, readonly string[]>>;
  /** What one piece of an item weighs in grams, where somebody has told it. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Some pieces of one item that were put into the box. */
export interface Piece {
  readonly item: string;
  readonly count: number;
  readonly serial?: string;
}

/** What goes into one box: an order, by whose number the box is known, and as a rule no other. */
export interface InOneBox {
  readonly order: BenchOrder;
  /** Orders of the same person to the same address, packed together with it. */
  readonly others: readonly BenchOrder[];
}

/** A package, from its first piece to the scan of its label. */
export interface Package extends InOneBox {
  readonly parcelId: ParcelId;
  /** 1 for the first package of the order; no order in it has another of this place. */
  readonly place: number;
}

/** A package into which something can still be put. */
interface OpenPackage extends Package {
  readonly pieces: readonly Piece[];
  /** Orders that may be packed together with it: its person waits for them too. */
  readonly offered: readonly BenchOrder[];
}

/** What comes after this package: the next order, or another package of this one. */
export type After = 'idle' | 'next';

/**
 * Where the bench stands. What is stored are facts: a package is packed once its last piece is scanned, labelled once its label is made,
 * closed once the printed label was scanned. So a bench that was killed begins `idle`, and the next scan of the order or of its label
 * leads back to where its facts end.
 */
export type Stage =
  | {readonly at: 'idle'}
  | {readonly at: 'looking'; readonly scan: Extract<Scan, {tells: 'code'}>; readonly times: number}
  | ({readonly at: 'packing'} & OpenPackage)
  /** All in; the scale does not say yet what it should. */
  | ({readonly at: 'weighing'; readonly after: After} & OpenPackage)
  | ({readonly at: 'making'; readonly after: After} & Package)
  | ({readonly at: 'unmade'; readonly after: After} & Package)
  | ({readonly at: 'closing'; readonly after: After; readonly codes: readonly string[]} & Package);

export interface Bench {
  readonly packer: string | undefined;
  readonly stage: Stage;
  readonly said: Said;
  /** How many pieces the next scan stands for. */
  readonly times: number;
  /** A code that is in no row of the order on the bench: a person can say whose it is. */
  readonly stranger: string | undefined;
  /** What a box may weigh, where a scale is connected. */
  readonly scale: WeightRules | undefined;
  /** What the scale says, once it stands still. */
  readonly grams: number | undefined;
  /** The package that was closed here last: it can be opened again, voided, and its label printed again. */
  readonly last: (Package & {readonly codes: readonly string[]}) | undefined;
}

interface OrderFound extends InOneBox {
  readonly is: 'order';
  /** Its package that was begun and not closed: all of `others` lie in it too. */
  readonly open?: ParcelId;
  /** Orders that may be packed together with it. */
  readonly offered: readonly BenchOrder[];
  /** It was scanned, not the order: it is the first piece, unless others are offered. */
  readonly item?: string;
}

/** What is found behind a code that was scanned with nothing on the bench. */
export type Found =
  | {readonly is: 'nothing'}
  /** Orders of several storefronts wait under one number. */
  | {readonly is: 'several'}
  | OrderFound
  /** The label of a package. */
  | ({readonly is: 'label'; readonly parcelId: ParcelId} & InOneBox);

export type BenchEvent =
  | {readonly what: 'scan'; readonly scan: Scan}
  /** A piece of the item on this row of the order, taken by hand: it has no barcode. */
  | {readonly what: 'piece'; readonly row: number}
  /** The code that was scanned last, and is in no row, is a barcode of this row's item. */
  | {readonly what: 'teach'; readonly row: number}
  | {readonly what: 'found'; readonly found: Found}
  /** An order on the bench as it is now: somebody may have cancelled it. */
  | {readonly what: 'order'; readonly order: BenchOrder}
  /** The label is made, and its number burnt and written down; `codes` are what scanners read on it. */
  | {readonly what: 'labelled'; readonly parcelId: ParcelId; readonly codes: readonly string[]}
  | {readonly what: 'unlabelled'; readonly parcelId: ParcelId; readonly fault: Fault}
  | {readonly what: 'weighed'; readonly grams: number | undefined}
  /** A scale was connected, or is gone. */
  | {readonly what: 'scale'; readonly rules: WeightRules | undefined}
  /** The box goes on with the weight it has, and this is why. */
  | {readonly what: 'accept'; readonly reason: WeightReason};

export type Effect =
  | {readonly does: 'sound'; readonly sound: Exclude<Mood, 'note'>}
  | {readonly does: 'look'; readonly scan: Extract<Scan, {tells: 'code'}>}
  /** Changes to be stored, in this order. */
  | {readonly does: 'tell'; readonly calls: readonly Call[]}
  /** Somebody fills this package: with all that is left of its order its label can be made by now. It is not printed, and nothing is told. */
  | {readonly does: 'prepare'; readonly pack: Package; readonly lines: readonly PackedLine[]}
  /**
   * Draws a number where one is wanted, makes the label and prints it; what was done before is not done twice. `calls` are what has to be
   * stored before.
   */
  | {
      readonly does: 'label';
      readonly pack: Package;
      readonly lines: readonly PackedLine[];
      readonly calls: readonly Call[];
    }
  | {readonly does: 'reprint'; readonly pack: Package}
  /** What became of the number, and of a print job that nobody was sure of. */
  | {readonly does: 'settle'; readonly parcelId: ParcelId; readonly outcome: 'used' | 'void'};

export interface Step {
  readonly bench: Bench;
  readonly effects: readonly Effect[];
}

export const newBench: Bench = {
  packer: undefined,
  stage: {at: 'idle'},
  said: said('badge'),
  times: 1,
  stranger: undefined,
  scale: undefined,
  grams: undefined,
  last: undefined,
};

/** Says it and sounds like it, before whatever else is to be done. */
export function saying(bench: Bench, what: Said, ...effects: readonly Effect[]): Step {
  const sound: readonly Effect[] = what.mood === 'note' ? [] : [{does: 'sound', sound: what.mood}];
  return {bench: {...bench, said: what}, effects: [...sound, ...effects]};
}
