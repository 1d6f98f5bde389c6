import {packerOf} from '#core/data/new-page.ts';
import {must} from '#core/lib/assert.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {registry} from '#core/registry.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import type {RowChange} from '#core/sync/overlay.ts';
import type {NewPage} from '#core/sync/page.ts';
import {bundleLength, unbundled} from '#core/sync/chunk-bundle.ts';
import {nameOf, pendingBehind} from '#core/sync/pending.ts';
import type {TieredChunk} from '#core/sync/shop-chunks.ts';
import {restingRows} from '#core/sync/snapshot.ts';
import type {OutboxRow, Store, WriteTx} from '#core/sync/store.ts';
import {unpacked} from '../snapshots/gzipped.ts';
import {shaOf} from './cut-chunks.ts';
import type {MasterDoor} from './master-door.ts';

export interface Bringing {
  readonly store: Store;
  readonly door: MasterDoor;
  readonly shopId: string;
}

/** A chunk that has come, as a page of its table. */
export interface Brought {
  readonly table: TableName;
  readonly page: NewPage;
}

/** So many are written together. Few, because whoever changes something waits as long as it takes. */
const pagesAtOnce = 4;

/** Lists are told of so many together: each time they are counted, sorted and drawn again. */
const pagesToldAtOnce = 32;

const pack = packerOf(registry.views);

/** Chunks a few at a time, in their order; the next bundle is under way while one is used. Ends behind the first fault. */
export async function* broughtIn(
  from: Omit<Bringing, 'store'>,
  chunks: readonly TieredChunk[],
): AsyncGenerator<Result<readonly Brought[]>> {
  const bundleAt = (at: number): readonly TieredChunk[] => chunks.slice(at, at + bundleLength(chunks.slice(at)));
  let asked = bundleAt(0);
  let coming = fetchBundle(from, asked);
  for (let at = 0; at < chunks.length;) {
    const told = await coming;
    if (!told.ok) return yield told;
    const came = asked;
    at += came.length;
    asked = bundleAt(at);
    coming = fetchBundle(from, asked);
    for (let some = 0; some < came.length; some += pagesAtOnce) {
      const brought = await Promise.all(
        came.slice(some, some + pagesAtOnce).map((chunk, of) => broughtFrom(chunk, told.value[some + of])),
      );
      const bad = brought.find((one) => !one.ok);
      if (bad) return yield bad;
      yield ok(brought.flatMap((one) => (one.ok ? [one.value] : [])));
    }
  }
}

/** Chunks as the master keeps them, packed. */
async function fetchBundle(
  {door, shopId}: Omit<Bringing, 'store'>,
  chunks: readonly TieredChunk[],
): Promise<Result<readonly Uint8Array<ArrayBuffer>[]>> {
  if (chunks.length === 0) return ok([]);
  const told = await door.chunks(
    shopId,
    chunks.map(({sha}) => sha),
  );
  if (!told.ok) return told;
  const packed = unbundled(told.value, chunks.length);
  return packed ? ok(packed) : fail('sync.damaged');
}

/** A chunk as a page, or a fault where it is not what its list says. */
async function broughtFrom(
  {sha, table: name, rows: count, bytes: bytesMax}: TieredChunk,
  packed: Uint8Array<ArrayBuffer> | undefined,
): Promise<Result<Brought>> {
  const bytes = packed && (await unpacked(packed, bytesMax));
  if (!bytes || (await shaOf(bytes)) !== sha) return fail('sync.damaged');
  // As its list says, and not as this version has it: a newer one wrote it.
  if (!Object.hasOwn(tables, name)) return fail('sync.upgrade');
  const table = name as TableName;
  const found = restingRows(table, bytes);
  if (!found.ok || found.value.rows.length !== count) return fail('sync.upgrade');
  return ok({table, page: tables[table].packed ? pageOf(table, found.value) : found.value});
}

/** A page with what its view makes of it. What is personal stays in its envelopes until somebody looks. */
function pageOf(table: TableName, {rows, resting}: Pick<NewPage, 'rows' | 'resting'>): NewPage {
  const page = must(pack(table, rows), `a view over ${table}`);
  return resting ? {...page, resting} : page;
}

/** Writes rows that a store does not have yet: as pages where their table has any. */
export async function putNew(tx: WriteTx, {table, page}: Brought): Promise<void> {
  if (tables[table].many || tables[table].packed) await tx.putPage(table, page);
  else await Promise.all(page.rows.map((row) => tx.put(table, row as never)));
}

/**
 * Brings the older rows that have not come yet, while the shop is worked with and no decision is taken. Each chunk becomes a page, a
 * few in one transaction, which also says what is left: killed anywhere, it goes on from there.
 */
export async function bringOlder(
  bringing: Bringing,
  {
    changed,
    paged,
    tell,
  }: {
    /** Rows have come one by one. */
    readonly changed: (changes: readonly RowChange[]) => Promise<void>;
    /** Pages of a table have come. */
    readonly paged: (table: TableName) => Promise<void>;
    readonly tell: (left: number) => void;
  },
): Promise<Result<null>> {
  const {store} = bringing;
  let coming = await store.read(async (tx) => {
    const [all = [], left = all.length] = [await tx.meta('coming'), await tx.meta('comingLeft')];
    return all.slice(all.length - left);
  });
  const untold: TableName[] = [];
  const tellPages = async (): Promise<void> => {
    for (const table of new Set(untold.splice(0))) await paged(table);
  };
  tell(coming.length);
  for await (const some of broughtIn(bringing, coming)) {
    if (!some.ok) {
      await tellPages();
      return some;
    }
    const rest = coming.slice(some.value.length);
    const came = await store.write(async (tx) => {
      // Another window may have brought it while this one was frozen, and decisions may stand above it since.
      if (((await tx.meta('comingLeft')) ?? coming.length) !== coming.length) return undefined;
      await tx.setMeta('comingLeft', rest.length);
      if (rest.length === 0) await tx.setMeta('coming', []);
      const missing: RowChange[] = [];
      for (const one of some.value) missing.push(...(await putOlder(tx, one)));
      return missing;
    });
    // From what stands there now, then.
    if (!came) return bringOlder(bringing, {changed, paged, tell});
    untold.push(...some.value.map(({table}) => table));
    if (untold.length >= pagesToldAtOnce || rest.length === 0) await tellPages();
    await changed(came);
    coming = rest;
    tell(coming.length);
  }
  return ok(null);
}

/** Puts a page, or its rows one by one where something that waits has made one of them too: that is what it found, and what it made stays. */
async function putOlder(tx: WriteTx, {table, page}: Brought): Promise<readonly RowChange[]> {
  const stand = await tx.getMany(
    table,
    page.rows.map(({id}) => id),
  );
  if (stand.every((row) => row === undefined)) {
    await tx.putPage(table, page);
    return [];
  }
  const missing = page.rows.filter((_, at) => stand[at] === undefined);
  await Promise.all(missing.map((row) => tx.put(table, row as never)));
  await findInGuesses(
    tx,
    new Map(page.rows.flatMap((row, at) => (stand[at] ? [[nameOf({table, id: row.id}), row] as const] : []))),
  );
  return missing.map((row) => ({table, id: row.id, row}));
}

async function findInGuesses(tx: WriteTx, met: Map<string, Row>): Promise<void> {
  const decided = must(await tx.meta('decided'), 'a shop that lives with a master');
  for (const {row, before} of await pendingBehind(tx, decided.n)) {
    if (!before.some((one) => met.has(nameOf(one)))) continue;
    const patched = before.map((one) => {
      const found = met.get(nameOf(one));
      met.delete(nameOf(one));
      return found ? {...one, row: found} : one;
    });
    await tx.guess({...row, before: patched} as OutboxRow);
  }
}
