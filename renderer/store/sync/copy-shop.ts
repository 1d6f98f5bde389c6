import type {Journal} from '#core/journal/journal.ts';
import type {Position} from '#core/journal/entry.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {type TableName, tables} from '#core/schema.ts';
import {pageGroup} from '#core/sync/page.ts';
import type {LogPlace} from '#core/sync/group.ts';
import type {OwnLine} from '#core/sync/lines.ts';
import type {OutboxRow} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import {type DexieStore, addPages} from '../dexie-store.ts';
import {type Brought, broughtIn} from './bring-chunks.ts';
import type {MasterDoor} from './master-door.ts';

/** A whole shop as the master has it at a place, and how much of what this desk has done is in it. */
export interface ShopCopy {
  readonly place: LogPlace;
  readonly knownN: number;
  readonly parts: readonly Brought[];
}

/** What stays when rows are put in the place of all others: what this store is, and the original files of imports. */
const staying: ReadonlySet<string> = new Set(['meta', 'files', 'fileParts', 'boughtBytes']);

/** Fetches everything before anything is touched, for the desk that has given out these lines. */
export async function fetchCopy(
  lines: readonly OwnLine[],
  {
    door,
    shopId,
    tell,
  }: {
    readonly door: MasterDoor;
    readonly shopId: string;
    readonly tell?: (done: number, total: number) => void;
  },
): Promise<Result<ShopCopy>> {
  const [manifest, desks] = [await door.manifest(shopId), await door.desks(shopId)];
  if (!manifest.ok) return manifest;
  if (!desks.ok) return desks;
  const [first] = lines;
  const own = desks.value.find(({replica}) => replica === first?.replica);
  const parts: Brought[] = [];
  const {chunks} = manifest.value;
  for await (const some of broughtIn({door, shopId}, chunks)) {
    if (!some.ok) return some;
    parts.push(...some.value);
    tell?.(parts.length, chunks.length);
  }
  const {epoch, seq, hash} = manifest.value;
  // A master that has nothing of this desk has it from where its first line began.
  return ok({place: {epoch, seq, hash}, knownN: Math.max(own?.lastN ?? 0, first?.from ?? 0), parts});
}

/**
 * Puts the master's rows in the place of this desk's, in one transaction. What the master does not know of this desk's own is let go of
 * here: the journal tells it, and the store, which is older than that now, is brought up at its next opening. For a store that nobody
 * else has open, and whose changes are all in the journal.
 */
export async function putCopy(
  store: DexieStore,
  {place, knownN, parts}: ShopCopy,
  {journal, now}: {readonly journal: Journal; readonly now: Instant},
): Promise<Result<null>> {
  const last = await store.read((tx) => tx.lastOfOutbox());
  const n = Math.min(knownN, journal.position.n);
  const hash = await journal.hashAt(n);
  // What is nowhere but in the store must not go with it.
  if (hash === undefined || (last?.n ?? 0) > journal.position.n) return fail('store.disk_silent');
  await layCopy(store, {place, parts}, {end: {n, hash}, now});
  return ok(null);
}

/** Puts a copy in the place of every row of a store whose own log ends, decided, where it is told. */
export async function layCopy(
  store: DexieStore,
  {place, parts}: Omit<ShopCopy, 'knownN'>,
  {end: {n, hash}, now}: {readonly end: Position; readonly now: Instant},
): Promise<void> {
  await store.inDatabase('readwrite', async (transaction) => {
    for (const name of transaction.objectStoreNames) if (!staying.has(name)) transaction.objectStore(name).clear();
    const pages = new Map<TableName, number>();
    for (const {table, page} of parts) {
      if (tables[table].packed || tables[table].many) {
        const number = pages.get(table) ?? 0;
        addPages(transaction, table, pageGroup(number, page));
        pages.set(table, number + 1);
      } else for (const row of page.rows) transaction.objectStore(table).put(row);
    }
    const meta = transaction.objectStore('meta');
    meta.put(place, 'place');
    meta.put({n, hash} satisfies Position, 'decided');
    meta.put([], 'coming');
    meta.put(0, 'comingLeft');
    // Where the log of this desk ends; it is decided, so nobody asks what it was.
    const end: OutboxRow = {n, hash, name: 'sync.copied', version: 0, args: null, at: now};
    if (n > 0) transaction.objectStore('outbox').put(end);
  });
}
