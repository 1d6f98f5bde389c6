import type {OpenedShop, SnapshotFacts} from '../data/messages.ts';
import type {Fault} from '../faults.ts';
import type {ShopKind} from '../journal/marker.ts';
import type {PhraseLanguage} from '../snapshot/recovery-phrase.ts';
import type {Instant} from '../time/instant.ts';
import type {Space} from './free-space.ts';

/** What a page asks about the safety of data, and what it hears. Bytes are what files take. */

/** A snapshot that one may go back to. */
export interface StoredSnapshot extends SnapshotFacts {
  readonly name: string;
  /** It tells of what stood here before the last restore. */
  readonly isOfBefore: boolean;
}

/** What lies outside of the browser's store. */
export interface OutsideFacts {
  readonly journalBytes: number;
  /** When the oldest change was made that the journal still tells; absent while it tells of none. */
  readonly journalSince?: Instant;
  /** Newest first. */
  readonly snapshots: readonly StoredSnapshot[];
  readonly snapshotBytes: number;
  /** Changes of stores that were found and replaced. */
  readonly asideBytes: number;
  /** Which store the desk works with, short. */
  readonly incarnation: string;
}

export interface StorageFacts {
  readonly shop: ShopKind;
  /** The databases of this desk together, as the browser tells. */
  readonly databaseBytes?: number;
  /** Originals of imported files; they rest inside the database. */
  readonly files: {readonly count: number; readonly bytes: number};
  /** Absent where the host has no place outside of the browser's store. */
  readonly outside?: OutsideFacts;
  readonly space: Space;
}

/** What can be said of a backup without its phrase. */
export interface BackupInside {
  readonly shop: ShopKind;
  readonly madeAt: Instant;
  readonly bytes: number;
  /** Changes since the shop began. */
  readonly changes: number;
}

/** How a restore ended once the shop had been closed for it; the shop that stands is open again. */
export interface Restored {
  /** Why what stood before still stands; absent where the other has taken its place. */
  readonly refused?: Fault | 'cancelled';
  /** The snapshot that puts back what stood before; absent where nothing did. */
  readonly before?: string;
  readonly opened: OpenedShop;
}

/** What a typed phrase is worth: its fault, and for a word that is none the words it may have meant. */
export interface PhraseReading {
  readonly fault?: Fault;
  readonly near: readonly string[];
}

export interface StorageCalls {
  'storage.look': {readonly args: null; readonly answer: StorageFacts};
  'storage.snapshot': {readonly args: null; readonly answer: SnapshotFacts | 'cancelled'};
  /** Twelve new words. */
  'storage.phrase': {readonly args: {readonly language: PhraseLanguage}; readonly answer: readonly string[]};
  'storage.readPhrase': {readonly args: {readonly typed: string}; readonly answer: PhraseReading};
  'storage.backUp': {
    readonly args: {readonly phrase: string};
    readonly answer: {readonly file: Blob; readonly name: string} | 'cancelled';
  };
  'storage.inspect': {readonly args: {readonly file: Blob}; readonly answer: BackupInside | 'cancelled'};
  /** A fault or `cancelled` leaves everything as it is, open. */
  'storage.restore': {
    readonly args: {readonly file: Blob; readonly phrase: string};
    readonly answer: Restored | 'cancelled';
  };
  /** Puts a snapshot of the open shop in its place. */
  'storage.goBack': {readonly args: {readonly name: string}; readonly answer: Restored | 'cancelled'};
  /** Ends the long work that is under way; what is decided is finished. */
  'storage.cancel': {readonly args: null; readonly answer: null};
}
export type StorageCallName = keyof StorageCalls;

/** Long work under way. */
export interface StorageWork {
  readonly kind: 'snapshot' | 'backUp' | 'inspect' | 'restore';
  /** 0 to 1. */
  readonly done: number;
}
