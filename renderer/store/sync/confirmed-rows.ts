import {must} from '#core/lib/assert.ts';
import {canonical} from '#core/lib/canonical.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import {Confirmed, pendingBehind} from '#core/sync/pending.ts';
import type {ReadTx, SmallTable} from '#core/sync/store.ts';
import type {DexieStore} from '../dexie-store.ts';

/** A row as the master knows it. */
export interface ConfirmedRow {
  readonly id: string;
  readonly text: string;
}

const rowsAtOnce = 5_000;
const pagedAtOnce = 2_048;
const headsAtOnce = 64;

/**
 * The rows of a table as they are below everything that waits for the master, in the order of their ids. They are read in pieces,
 * so that writers have their turn; each piece agrees with itself, and what is confirmed does not change as long as the place in
 * the log does not. Once it is not wanted any more it ends, with what it has.
 */
export async function confirmedRows(
  store: DexieStore,
  table: TableName,
  isWanted: () => boolean = () => true,
): Promise<readonly ConfirmedRow[]> {
  const texts = new Map<string, string>();
  const take = async (tx: ReadTx, rows: readonly (Row | undefined)[]): Promise<void> => {
    const below = await confirmedIn(tx);
    for (const row of rows) {
      if (!row) continue;
      const name = `${table}/${row.id}`;
      const confirmed = below.has(name) ? below.before(name).row : row;
      if (confirmed) texts.set(row.id, canonical(confirmed));
    }
  };
  const reading = {store, take, isWanted};
  if (tables[table].packed) await eachPaged(table, reading);
  else await eachSmall(table as SmallTable, reading);
  // What a waiting mutation has deleted stands nowhere but in its guess.
  await store.read(async (tx) => {
    const below = await confirmedIn(tx);
    for (const name of below.names) {
      const before = below.before(name);
      if (before.table === table && before.row) texts.set(before.id, canonical(before.row));
    }
  });
  return [...texts].map(([id, text]) => ({id, text})).sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface Reading {
  readonly store: DexieStore;
  readonly take: (tx: ReadTx, rows: readonly (Row | undefined)[]) => Promise<void>;
  readonly isWanted: () => boolean;
}

async function eachSmall(table: SmallTable, {store, take, isWanted}: Reading): Promise<void> {
  for (let from = ''; isWanted();) {
    const last = await store.read(async (tx) => {
      const rows = await tx.range(table, {from, limit: rowsAtOnce});
      await take(tx, rows);
      return rows.length < rowsAtOnce ? undefined : rows.at(-1)?.id;
    });
    if (last === undefined) return;
    from = `${last}\0`;
  }
}

async function eachPaged(table: TableName, {store, take, isWanted}: Reading): Promise<void> {
  const ids: string[] = [];
  for (let from = 0; ;) {
    const heads = await store.pageHeads(table, from, headsAtOnce);
    for (const head of heads) {
      ids.push(...head.ids.flatMap((page) => page.split('\n')));
      from = head.page + head.ids.length;
    }
    if (heads.length < headsAtOnce) break;
  }
  const {added} = await store.looseRows(table);
  ids.push(...added.map(({id}) => id));
  for (let at = 0; at < ids.length && isWanted(); at += pagedAtOnce) {
    const some = ids.slice(at, at + pagedAtOnce);
    await store.read(async (tx) => take(tx, await tx.getMany(table, some)));
  }
}

async function confirmedIn(tx: ReadTx): Promise<Confirmed> {
  const decided = must(await tx.meta('decided'), 'a shop that lives with a master');
  return new Confirmed(await pendingBehind(tx, decided.n));
}
