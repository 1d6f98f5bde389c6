import {packLight, packTexts, valuesOf} from '#core/data/page-columns.ts';
import {must} from '#core/lib/assert.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import type {Sealed, Vault} from '#core/lib/sealed.ts';
import {utf8} from '#core/lib/utf8.ts';
import {registry} from '#core/registry.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import type {RowChange} from '#core/sync/overlay.ts';
import type {NewPage} from '#core/sync/page.ts';
import {nameOf, pendingBehind} from '#core/sync/pending.ts';
import type {TieredChunk} from '#core/sync/shop-chunks.ts';
import {rowsOfChunk} from '#core/sync/snapshot.ts';
import type {OutboxRow, Store, WriteTx} from '#core/sync/store.ts';
import {shaOf} from './cut-chunks.ts';
import type {MasterDoor} from './master-door.ts';

export interface Bringing {
  readonly store: Store;
  readonly door: MasterDoor;
  readonly shopId: string;
}

/** The rows of a chunk as the master has it, or a fault where they are not what its list says. */
export async function fetchChunk(
  {door, shopId}: Omit<Bringing, 'store'>,
  {sha, table, rows}: TieredChunk,
): Promise<Result<readonly Row[]>> {
  const told = await door.chunk(shopId, sha);
  if (!told.ok) return told;
  if ((await shaOf(utf8(told.value))) !== sha) return fail('sync.damaged');
  const found = rowsOfChunk(table, told.value);
  // As its list says, and not as this version has it: a newer one wrote it.
  return found.ok && found.value.length === rows ? ok(found.value.map(({row}) => row)) : fail('sync.upgrade');
}

/** Writes rows that a store does not have yet. */
export async function putNew(tx: WriteTx, table: TableName, rows: readonly Row[]): Promise<void> {
  if (tables[table].many) await tx.putPage(table, {rows});
  else await Promise.all(rows.map((row) => tx.put(table, row as never)));
}

/**
 * Brings the older rows that have not come yet, while the shop is worked with and no decision is taken. Each chunk becomes a page in
 * one transaction, which also says what is left: killed anywhere, it goes on from there.
 */
export async function bringOlder(
  bringing: Bringing,
  {
    vault,
    changed,
    tell,
  }: {
    readonly vault: Vault;
    readonly changed: (changes: readonly RowChange[]) => Promise<void>;
    readonly tell: (left: number) => void;
  },
): Promise<Result<null>> {
  const {store} = bringing;
  for (;;) {
    const coming = (await store.read((tx) => tx.meta('coming'))) ?? [];
    tell(coming.length);
    const [next, ...rest] = coming;
    if (!next) return ok(null);
    const rows = await fetchChunk(bringing, next);
    if (!rows.ok) return rows;
    const table = next.table as TableName;
    const page = await pageOf(table, rows.value, vault);
    const came = await store.write(async (tx) => {
      // Another window may have brought it while this one was frozen, and decisions may stand above it since.
      if ((await tx.meta('coming'))?.[0]?.sha !== next.sha) return [];
      await tx.setMeta('coming', rest);
      return putOlder(tx, table, page);
    });
    await changed(came.map((row) => ({table, id: row.id, row})));
  }
}

/** Puts a page; where something that waits has made one of its rows too, that is what it found, and what it made stays. */
async function putOlder(tx: WriteTx, table: TableName, page: NewPage): Promise<readonly Row[]> {
  const stand = await tx.getMany(
    table,
    page.rows.map(({id}) => id),
  );
  const missing = page.rows.filter((_, at) => stand[at] === undefined);
  if (missing.length === page.rows.length) await tx.putPage(table, page);
  else await Promise.all(missing.map((row) => tx.put(table, row as never)));
  const met = new Map(page.rows.flatMap((row, at) => (stand[at] ? [[`${table}/${row.id}`, row] as const] : [])));
  if (met.size > 0) await findInGuesses(tx, met);
  return missing;
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

/** Rows of a packed table as a page, with what its view makes of them. */
export async function pageOf(table: TableName, rows: readonly Row[], vault: Vault): Promise<NewPage> {
  const view = must(
    registry.views.find((one) => one.table.name === table),
    `a view over ${table}`,
  );
  const personalOf = view.personal as ((row: Row) => Sealed<unknown>) | undefined;
  const personals = personalOf ? await Promise.all(rows.map((row) => vault.open(personalOf(row)))) : [];
  const values = rows.map((row, at) => valuesOf(view, row, personals[at]));
  return {rows, columns: packLight(view, values), texts: await packTexts(view, values, vault)};
}
