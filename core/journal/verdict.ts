import type {Position} from './entry.ts';
import type {Marker} from './marker.ts';

/** What a start finds of one shop. */
export interface Findings {
  readonly marker: Pick<Marker, 'incarnation' | 'deleted'> | undefined;
  readonly store:
    | {readonly state: 'absent' | 'unreadable'}
    | {readonly state: 'whole'; readonly head: Position; readonly incarnation: string | undefined};
  readonly journal:
    | {
        readonly position: Position;
        /** The journal's hash at the store's number, where it reaches back to it. */
        readonly hashAtStore: string | undefined;
        /** Whether the store's outbox leads from the journal's end to the store's head, link by link. */
        readonly bridged: boolean;
      }
    | undefined;
}

/** Why a store is built anew. */
export type Incident = 'lost' | 'unreadable' | 'copied' | 'parted';

export type Verdict =
  /** There is no shop. */
  | {readonly kind: 'nothing'}
  /** A store from before there was a journal, or whose disk was lost: it is marked, and a snapshot taken. */
  | {readonly kind: 'adopt'}
  /** Killed in the middle of deleting it. */
  | {readonly kind: 'finishDeleting'}
  /** Store and journal end at the same place, or the journal is behind by what the outbox still tells. */
  | {readonly kind: 'sound'}
  /** The store is older than the journal, which goes on where the store ends: what follows is done again. */
  | {readonly kind: 'storeBehind'}
  | {readonly kind: 'rebuild'; readonly why: Incident};

/** What to do with what a start finds. Never takes a fresh-looking store for a new shop while a marker stands. */
export function judge({marker, store, journal}: Findings): Verdict {
  if (marker?.deleted) return {kind: 'finishDeleting'};
  if (!marker) return {kind: store.state === 'whole' ? 'adopt' : 'nothing'};
  if (store.state !== 'whole') return {kind: 'rebuild', why: store.state === 'absent' ? 'lost' : 'unreadable'};
  if (store.incarnation !== marker.incarnation) return {kind: 'rebuild', why: 'copied'};
  // The store is the one this desk has worked with; only its journal is missing.
  if (!journal) return {kind: 'adopt'};

  const {position, hashAtStore, bridged} = journal;
  if (store.head.n > position.n) return bridged ? {kind: 'sound'} : {kind: 'rebuild', why: 'parted'};
  if (hashAtStore !== store.head.hash) return {kind: 'rebuild', why: 'parted'};
  return {kind: store.head.n === position.n ? 'sound' : 'storeBehind'};
}
