import type {Fault} from '../faults.ts';
import type {ShopKind} from '../journal/marker.ts';
import type {Incident} from '../journal/verdict.ts';
import type {Sealed} from '../lib/sealed.ts';
import type {Call} from '../sync/define.ts';
import type {Outcome} from '../sync/replica.ts';
import type {Instant} from '../time/instant.ts';
import type {ListAnswer, ListQuestion, ListRow, ListWindow, Ticked} from './list-view.ts';

/** What a page and its data worker say to each other. Nothing else passes between them, and the page sees no store. */

/** A shop that stands on this desk. A demo that was never finished is not `whole` and cannot be opened. */
export interface ShopFacts {
  readonly kind: ShopKind;
  readonly madeAt: Instant;
  readonly whole: boolean;
  /** Of a demo: how many orders it was made with. */
  readonly orderCount?: number;
}

/** How far what was done is safe from the loss of the store itself. */
export interface SafetyState {
  /** Every mutation up to this number is in the journal. */
  readonly savedN: number;
  /** Why the disk takes nothing more, as long as it does not. */
  readonly blocked?: 'full' | 'closed' | 'busy' | 'other';
  /** Whether the store could be built anew from the disk: false until the first snapshot of a shop that is older than its journal. */
  readonly secured: boolean;
}

/** Why a store was not taken as it was found. `behind`: it was older than the journal. `restore`: a person put another in its place. */
export type RecoveryCause = Incident | 'behind' | 'restore';

/** What a person watches while a store is built anew. `total` 0: not known yet. */
export interface RecoveryStep {
  readonly why: RecoveryCause;
  readonly part: 'snapshot' | 'demo' | 'master' | 'journal';
  readonly done: number;
  readonly total: number;
}

/** What was recovered, told once it is there. */
export interface Recovered {
  readonly why: RecoveryCause;
  /** When the snapshot was taken from which it went on. */
  readonly snapshotAt?: Instant;
  /** It went on from what the shop's master has. */
  readonly isFromMaster?: true;
  /** Snapshots that were damaged, and older ones taken in their place. */
  readonly damaged: number;
  /** Changes that were done again from the journal. */
  readonly replayed: number;
  /** Changes that the rules of this version no longer allow; they are kept and changed nothing. */
  readonly refused: number;
  /** Changes of the store that was found, kept in a file before it was built anew. */
  readonly aside: number;
  /** Changes that neither the journal nor a snapshot could tell any more. */
  readonly lost: number;
}

/** A snapshot on this desk. Only one that was read back whole is `verified`. */
export interface SnapshotFacts {
  readonly madeAt: Instant;
  readonly bytes: number;
  /** Number of the last mutation in it. */
  readonly n: number;
  readonly verified: boolean;
}

/** A shop that was opened, and what had to be recovered first. */
export interface OpenedShop {
  readonly facts: ShopFacts;
  readonly recovered?: Recovered;
}

/** Every question with its arguments and its answer. */
export interface DataCalls {
  /** What this desk remembers between starts: which shop was open, how the window was set. */
  'desk.recall': {readonly args: null; readonly answer: Readonly<Record<string, unknown>>};
  'desk.remember': {readonly args: {readonly key: string; readonly value: unknown}; readonly answer: null};
  'shops.list': {readonly args: null; readonly answer: readonly ShopFacts[]};
  'shops.open': {readonly args: {readonly kind: ShopKind}; readonly answer: OpenedShop};
  /** Makes an empty shop of the seller's own and opens it. */
  'shops.begin': {readonly args: null; readonly answer: OpenedShop};
  /** Fills and opens a demo shop; `{progress}` pushes tell how far it is. Answers `cancelled` where a person stopped it. */
  'shops.makeDemo': {
    readonly args: {readonly seed: string; readonly orderCount: number};
    readonly answer: OpenedShop | 'cancelled';
  };
  'shops.cancelDemo': {readonly args: null; readonly answer: null};
  'shops.delete': {readonly args: {readonly kind: ShopKind}; readonly answer: null};
  /** Answered once it is kept and every list was told; where it is urgent, before they are. */
  'data.mutate': {
    readonly args: {readonly calls: readonly Call[]; readonly batch?: string; readonly isUrgent?: boolean};
    readonly answer: readonly Outcome[];
  };
  'data.seal': {readonly args: {readonly value: unknown}; readonly answer: Sealed<unknown>};
  'data.open': {readonly args: {readonly sealed: Sealed<unknown>}; readonly answer: unknown};
  /** What a personal text is recognised by where it must not be read. */
  'data.digest': {readonly args: {readonly text: string}; readonly answer: string};
  /** Ids of rows in the order of a watched list. */
  'list.ids': {
    readonly args: {readonly watch: number; readonly window: ListWindow};
    readonly answer: readonly string[];
  };
  /** Rows of a watched list that are ticked, in its order, `rowsMax` at most. */
  'list.ticked': {
    readonly args: {readonly watch: number; readonly ticked: Ticked; readonly rowsMax: number};
    readonly answer: readonly ListRow[];
  };
  /** Where a row stands in a watched list, or -1. */
  'list.indexOf': {readonly args: {readonly watch: number; readonly id: string}; readonly answer: number};
}

export type Watched =
  | {readonly kind: 'list'; readonly question: ListQuestion}
  | {readonly kind: 'query' | 'summary'; readonly name: string; readonly args: unknown};

/** A list of questions by name. */
export type CallTypes<C> = {readonly [N in keyof C]: {readonly args: unknown; readonly answer: unknown}};

/** From the page; `C` are the questions that its worker answers. */
export type Asked<C extends CallTypes<C>> =
  | {readonly [N in keyof C]: {readonly call: number; readonly name: N; readonly args: C[N]['args']}}[keyof C]
  | {readonly watch: number; readonly what: Watched}
  | {readonly look: number; readonly window: ListWindow}
  | {readonly stop: number};

/**
 * From the worker; `T` is what features tell without having been asked, by name. `bug` is an error that should not be: the
 * page shows its error screen and nothing is lost.
 */
export type Said<T> =
  | {readonly [N in keyof T]: {readonly told: N; readonly what: T[N]}}[keyof T]
  | {readonly call: number; readonly answer: unknown}
  | {readonly call: number; readonly fault: Fault}
  | {readonly watch: number; readonly list: ListAnswer}
  | {readonly watch: number; readonly answer: unknown}
  | {readonly progress: {readonly done: number; readonly total: number}}
  /** Another window opened or deleted a shop: this page should look again. */
  | {readonly shopsChanged: true}
  | {readonly bug: string};
