import type {Entry, Position} from '../journal/entry.ts';
import type {Row, Schema, TableName} from '../schema.ts';
import type {Instant} from '../time/instant.ts';
import type {LogPlace} from './group.ts';
import type {OwnLine} from './lines.ts';
import type {TieredChunk} from './shop-chunks.ts';
import type {NewPage, PageGroup, PageHead, PageTexts} from './page.ts';
import type {RowPatch} from './row-patch.ts';

/** A mutation as it is journalled. `n` is dense for this replica and taken in the transaction that made the change. */
export interface Mutation {
  readonly n: number;
  readonly name: string;
  readonly version: number;
  readonly args: unknown;
  readonly at: Instant;
  /** Shared by the mutations of one bulk act; each is decided alone. */
  readonly batch?: string;
}

/**
 * A mutation as it waits for the master: the bytes that are journalled, which cost far less to store than all the values they
 * tell of. Older rows have the mutation's own fields, and those from before there was a journal no hash.
 */
export type OutboxRow = (Entry & Guess) | (Mutation & {readonly hash?: string});

/** What a mutation did to this desk's rows while the master has not decided it; of shops without a master nothing is kept. */
export interface Guess {
  /** The rows it wrote, as they were before. */
  readonly before?: readonly RowBefore[];
  /** Rows it looked at, as `table/id`, and tables it walked. */
  readonly reads?: readonly string[];
}

export interface RowBefore {
  readonly table: TableName;
  readonly id: string;
  /** Undefined where there was none. */
  readonly row?: Row | undefined;
  /** What the mutation has made of it. Told of rows that were there and still are, and by none of older outboxes. */
  readonly became?: RowPatch;
}

/** Where the master of a shop is, and what this desk shows there. It is never told and never logged. */
export interface MasterOfShop {
  readonly url: string;
  /** 12 letters, by which the master knows the shop. */
  readonly shopId: string;
  readonly token: string;
  /** The master's public key, 32 bytes in base64url. */
  readonly key: string;
  /** This desk's private key, PKCS #8. As bytes, because a store that is built anew from a snapshot is the same desk. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
}

/** The store's own memory, beside the shop's rows. */
export interface Meta {
  /** The last `n` of stores from before there was a journal; since then the last row of the outbox tells it. */
  readonly lastN: number;
  /** New whenever this store was rebuilt, restored or copied; kept beside it too, in the marker. */
  readonly incarnation: string;
  /** Who gave out this desk's numbers: another line with each incarnation. */
  readonly lines: readonly OwnLine[];
  /** How much of the master's log the rows are made of; undefined for a shop without a master. */
  readonly place: LogPlace;
  readonly master: MasterOfShop;
  /** The master has not got all yet that this shop was when it came to it. */
  readonly founding: boolean;
  /** The code with which this store is being brought from the master, and the key that was shown with it. */
  readonly joining: {readonly codeId: string; readonly publicKey: string};
  /** Chunks of older rows as the master has told of them; those that have not come yet stand at the end. */
  readonly coming: readonly TieredChunk[];
  /** How many those are; all of them where nothing is said. Beside the list, which is long and would be written once for each few. */
  readonly comingLeft: number;
  /** The master has decided every mutation up to here, and the decisions are in the rows. */
  readonly decided: Position;
  /** The key that seals personal fields of this shop: 32 bytes. */
  readonly shopKey: Uint8Array<ArrayBuffer>;
  /** What this store is: a demo can be deleted with one click, a shop cannot. `whole` once its first rows are all here. */
  readonly shop: {
    readonly kind: 'demo' | 'own';
    readonly madeAt: Instant;
    readonly whole: boolean;
    readonly orderCount?: number;
  };
}

/** Unpacked tables are small: they can be walked by id and looked up by their declared keys. */
export type SmallTable = {[N in TableName]: Schema[N]['packed'] extends true ? never : N}[TableName];

/** Rows as mutators and queries read them. */
export interface RowReads {
  get<N extends TableName>(table: N, id: string): Promise<Row<N> | undefined>;
  /** Several at once, in the order asked for; a store answers many faster than one by one. */
  getMany<N extends TableName>(table: N, ids: readonly string[]): Promise<readonly (Row<N> | undefined)[]>;
  /** Rows whose key fields equal `values`, in id order. */
  byKey<N extends SmallTable>(table: N, key: string, values: readonly string[]): Promise<readonly Row<N>[]>;
  /** Rows with `from <= id < below`, in id order, `limit` at most. */
  range<N extends SmallTable>(table: N, range: Range): Promise<readonly Row<N>[]>;
}

export interface ReadTx extends RowReads {
  /** Pending mutations with `n` above `after`, in order. */
  outbox(after: number, limit: number): Promise<readonly OutboxRow[]>;
  /** The one with the highest `n`: it stays, whatever is let go of before it. */
  lastOfOutbox(): Promise<OutboxRow | undefined>;
  meta<K extends keyof Meta>(key: K): Promise<Meta[K] | undefined>;
}

export interface Range {
  readonly from?: string;
  readonly below?: string;
  readonly limit: number;
}

/** Rows as they are written once a mutation has ended well. */
export interface RowWrites {
  put<N extends TableName>(table: N, row: Row<N>): Promise<void>;
  /** Appends a page of a table that is packed or of many, of rows whose ids this transaction has looked for and not found. */
  putPage(table: TableName, page: NewPage): Promise<void>;
  /** Rows of packed tables are never deleted: what has been an order stays one. */
  delete(table: SmallTable, id: string): Promise<void>;
}

export interface WriteTx extends ReadTx, RowWrites {
  /** Answers false, and has done nothing, where that number is taken: another window has appended it. */
  append(row: OutboxRow): Promise<boolean>;
  /** Puts another guess beside a mutation that waits. */
  guess(row: OutboxRow): Promise<void>;
  /** Lets go of the mutations up to a number, but never of the last of all. */
  letGo(upTo: number): Promise<void>;
  /** Takes back a row that the master never had, of whatever table. */
  forget(table: TableName, id: string): Promise<void>;
  setMeta<K extends keyof Meta>(key: K, value: Meta[K]): Promise<void>;
}

/**
 * Where a shop's rows live. A packed table has two layers: pages of rows that came whole, and above them the rows changed
 * since. A body awaits nothing but its transaction; if it throws, nothing of it is kept.
 */
export interface Store {
  read<T>(body: (tx: ReadTx) => Promise<T>): Promise<T>;
  write<T>(body: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** Appends pages in one transaction; their ids are in no other page. */
  putPages(table: TableName, pages: PageGroup): Promise<void>;
  /** Heads whose first page is `from` or later, in order, `limit` at most. */
  pageHeads(table: TableName, from: number, limit: number): Promise<readonly PageHead[]>;
  /** The texts of some pages, in the order asked for; undefined where nobody has made them yet. */
  pageTexts(table: TableName, pages: readonly number[]): Promise<readonly (PageTexts | undefined)[]>;
  /** Keeps texts of pages where there is room for them: without they are made again. */
  putPageTexts(table: TableName, texts: readonly PageTexts[]): Promise<void>;
  /** Rows of a packed table that stand above its pages, each list in id order. */
  looseRows<N extends TableName>(table: N): Promise<LooseRows<N>>;
  close(): void;
}

/** `changed` rows take the place of rows in pages, `added` ones are in none; of the pages' rows those with a `gone` id are none. */
export interface LooseRows<N extends TableName> {
  readonly gone: readonly string[];
  readonly changed: readonly Row<N>[];
  readonly added: readonly Row<N>[];
}
