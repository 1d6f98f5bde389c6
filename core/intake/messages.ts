import type {Fault} from '../faults.ts';
import type {CurrencyCode} from '../money/currency.ts';
import type {OrderId} from '../orders/schema.ts';
import type {Channel, StorefrontId} from '../storefronts/schema.ts';
import type {Call} from '../sync/define.ts';
import type {Instant} from '../time/instant.ts';
import type {ZoneId} from '../time/zone.ts';
import type {SourceRow} from './draft.ts';
import type {Mapping} from './mapping.ts';

/** What a page and the intake session of its data worker say to each other. One session a window, one import at a time. */

/**
 * `ready`: every file is read, asks, or is refused; nothing is kept yet. `keeping`: the accepted orders are being written;
 * `kept` and `cancelled` last until `intake.clear` or the next `intake.add`.
 */
export type IntakePhase = 'idle' | 'reading' | 'paused' | 'ready' | 'keeping' | 'kept' | 'cancelled';

/** What only a person knows. A file that asks is not kept. */
export type IntakeAsk = 'format' | 'storefront' | 'currency' | 'dateOrder';

/** Parts of an order that are taken from a file, or decided by a person, as one. */
export const orderGroups = ['address', 'buyer', 'lines', 'money', 'state'] as const;
export type OrderGroup = (typeof orderGroups)[number];

/** How many orders of a file are what. */
export interface PlanCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Not yet decided, or decided: a conflict stays listed as one. */
  readonly conflicting: number;
}

/** One file of the session. What is optional is not known yet. */
export interface IntakeFile {
  /** Names the file within the session. */
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** `ready` is read and will be kept at `intake.accept`; `kept` is. */
  readonly status: 'waiting' | 'reading' | 'asks' | 'ready' | 'refused' | 'kept';
  readonly asks: readonly IntakeAsk[];
  /** Why it was refused. */
  readonly fault?: Fault;
  /** Content hash: the same bytes have the same. */
  readonly fileId?: string;
  /** The same bytes were imported before, and that import was not undone. */
  readonly knownFile?: {readonly importId: string; readonly at: Instant};

  readonly kind?: 'orders' | 'rates';
  readonly format?: string;
  /** 0 to 1. */
  readonly confidence?: number;
  readonly channel?: Channel;
  /** By which the file was read, or which is proposed for it. */
  readonly mapping?: Mapping;
  readonly container?: 'text' | 'xlsx' | 'xls';
  readonly encoding?: string;
  readonly separator?: string;
  readonly headerRow?: number;
  readonly header?: readonly string[];
  /** The first data rows as they stand in the file, 20 at most. */
  readonly sample?: readonly SourceRow[];
  /** What was chosen, remembered or suggested; what is suggested is still asked for. */
  readonly storefrontId?: StorefrontId;
  /** What a person chose for this file, or chose last time for one with the same header. */
  readonly choice: IntakeChoice;

  /** Accounting: `rows = used + rejected`. */
  readonly rows: number;
  readonly used: number;
  readonly rejected: number;
  readonly orders: number;
  readonly lines: number;
  /** Sums of all used rows in smallest units. */
  readonly totals: Readonly<Partial<Record<CurrencyCode, number>>>;
  /** Of a rates file: its days, first and last. */
  readonly rateDays?: {readonly count: number; readonly first: string; readonly last: string};
  /** Compared with the shop; of files that are `ready`. */
  readonly counts?: PlanCounts;
}

/**
 * A file on its way to the worker. Name and time stand beside the bytes: where a browser's `File` is cloned outside of a
 * browser, only a `Blob` arrives.
 */
export interface BroughtFile {
  readonly name: string;
  /** As the file's own `lastModified`. */
  readonly changedAt: number;
  readonly blob: Blob;
}

/** What a person says about a file. A field left out stays as it is. */
export interface IntakeChoice {
  readonly format?: string;
  readonly storefrontId?: StorefrontId;
  readonly zone?: ZoneId;
  readonly currency?: CurrencyCode;
  readonly dateOrder?: 'dmy' | 'mdy';
  readonly encoding?: string;
  readonly mapping?: Mapping;
}

export interface IntakeProgress {
  /** Bytes while reading, orders while keeping. */
  readonly unit: 'bytes' | 'orders';
  readonly done: number;
  readonly total: number;
  /** When this phase began, without the time it was paused; the page estimates what is left. */
  readonly startedAt: Instant;
}

/** Pushed whenever it changes, several times a second at most. */
export interface IntakeState {
  readonly phase: IntakePhase;
  readonly files: readonly IntakeFile[];
  /** Sums over the files that are `ready` or `kept`. */
  readonly counts: PlanCounts;
  readonly undecided: number;
  readonly progress?: IntakeProgress;
  /** Of the import that is being kept or was. */
  readonly importId?: string;
  /** Of an import that was kept: what takes it back, the first to be done last, as a list of outcomes would have it. */
  readonly undo?: readonly Call[];
  /** Why keeping stopped; what it had written is taken back. */
  readonly fault?: Fault;
  /** An import of an earlier start that did not come to its end: `intake.undo` takes it back. */
  readonly unfinished?: {readonly importId: string; readonly at: Instant; readonly orders: number};
}

/** A session in which nothing has happened. */
export const noIntake: IntakeState = {
  phase: 'idle',
  files: [],
  counts: {new: 0, changed: 0, unchanged: 0, conflicting: 0},
  undecided: 0,
};

export type PlanKind = 'new' | 'changed' | 'unchanged' | 'conflicting' | 'rejected';

/** A value of an order that can differ between the shop and a file; each has its word. */
export type FactName =
  | 'name'
  | 'company'
  | 'street'
  | 'extra'
  | 'postalCode'
  | 'city'
  | 'region'
  | 'country'
  | 'email'
  | 'phone'
  | 'lines'
  | 'currency'
  | 'shipping'
  | 'discount'
  | 'tax'
  | 'total'
  | 'refunded'
  | 'status'
  | 'orderedAt'
  | 'shipBy'
  | 'shippedAt'
  | 'tracking';

/**
 * Facts in clear, as text: amounts are plain decimals (`12.50`) of the order's currency, instants ISO 8601 UTC, lines one a
 * text line (`2 × TEA-1 Green tea = 25.00`). A fact that is not known is left out.
 */
export type Facts = Readonly<Partial<Record<FactName, string>>>;

export interface GroupDifference {
  readonly group: OrderGroup;
  /** In the shop. */
  readonly ours: Facts;
  /** In the file. */
  readonly theirs: Facts;
  /** Whether a person edited ours, so that somebody has to decide. */
  readonly conflicting: boolean;
  /** What was decided; absent while nobody has. */
  readonly decided?: 'ours' | 'theirs';
}

/** One order of the preview or, with a fault, one rejected row. */
export interface PlanItem {
  readonly file: string;
  readonly rows: readonly number[];
  readonly orderId?: OrderId;
  readonly channelOrderId?: string;
  readonly buyer?: string;
  readonly currency?: CurrencyCode;
  readonly totalMinor?: number;
  readonly lines?: number;
  /** Of changed and conflicting orders. */
  readonly groups?: readonly GroupDifference[];
  readonly fault?: Fault;
  /** Of rejected rows: the cells as they stand in the file. */
  readonly cells?: readonly string[];
}

/** Where an order comes from, for its panel; newest first. */
export interface OrderSource {
  readonly importId: string;
  readonly importedAt: Instant;
  readonly fileId: string;
  readonly fileName: string;
  readonly header: readonly string[];
  readonly rows: readonly SourceRow[];
  /** Whether the whole file can still be had by `intake.file`. */
  readonly fileKept: boolean;
}

/** A file whose bytes are kept on this desk, compressed and sealed. */
export interface KeptFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly bytesKept: number;
  readonly at: Instant;
  readonly importId: string;
}

export interface FileStorage {
  /** In the order in which they would be let go. */
  readonly files: readonly KeptFile[];
  readonly usedBytes: number;
  readonly budgetBytes: number;
  /** Ids of the files that the next `intake.accept` would let go to stay within the budget. */
  readonly letGoNext: readonly string[];
}

/** The questions of intake. Calls that change the session answer at once; what becomes of it is pushed. */
export interface IntakeCalls {
  'intake.add': {readonly args: {readonly files: readonly BroughtFile[]}; readonly answer: null};
  /** Reads the file again where the choice asks for it, and remembers it by the header when the file is kept. */
  'intake.choose': {readonly args: {readonly file: string} & IntakeChoice; readonly answer: null};
  'intake.remove': {readonly args: {readonly file: string}; readonly answer: null};
  'intake.pause': {readonly args: null; readonly answer: null};
  'intake.resume': {readonly args: null; readonly answer: null};
  /** While reading: nothing was kept. While keeping: what was written is taken back before the phase is `cancelled`. */
  'intake.cancel': {readonly args: null; readonly answer: null};
  /** A page of the preview, of one file or of all; `count` is 200 at most. */
  'intake.items': {
    readonly args: {readonly file?: string; readonly kind: PlanKind; readonly from: number; readonly count: number};
    readonly answer: {readonly total: number; readonly items: readonly PlanItem[]};
  };
  /** Decides conflicts; where `orderId` is left out, those of every order. */
  'intake.decide': {
    readonly args: {
      readonly orderId?: OrderId;
      readonly groups: Readonly<Partial<Record<OrderGroup, 'ours' | 'theirs'>>>;
    };
    readonly answer: null;
  };
  /** Keeps the files that are ready. A conflict nobody decided stays ours. */
  'intake.accept': {readonly args: null; readonly answer: null};
  /** Forgets the session; nothing that was kept changes. */
  'intake.clear': {readonly args: null; readonly answer: null};
  /** Takes a whole import back; answers with the number of orders that were put back or withdrawn, and of those left as they are. */
  'intake.undo': {
    readonly args: {readonly importId: string};
    readonly answer: {readonly undone: number; readonly left: number};
  };
  'intake.source': {readonly args: {readonly orderId: OrderId}; readonly answer: readonly OrderSource[]};
  /** The original bytes. */
  'intake.file': {
    readonly args: {readonly fileId: string};
    readonly answer: {readonly name: string; readonly blob: Blob};
  };
  /** Adds a kept file to the session, as if it had been dropped again. */
  'intake.reread': {readonly args: {readonly fileId: string}; readonly answer: null};
  'intake.storage': {readonly args: null; readonly answer: FileStorage};
  'intake.letGo': {readonly args: {readonly fileId: string}; readonly answer: FileStorage};
  /** The state as it is now; every later one is pushed as `{told: 'intake', what}`. */
  'intake.look': {readonly args: null; readonly answer: IntakeState};
}

export type IntakeCallName = keyof IntakeCalls;
