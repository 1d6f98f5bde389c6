import {fail, ok} from '#core/lib/result.ts';
import {utf8} from '#core/lib/utf8.ts';
import {type TableName, tables} from '#core/schema.ts';
import type {SyncCalls, TableDigest} from '#core/sync/messages.ts';
import type {DexieStore} from '../dexie-store.ts';
import {confirmedRows} from './confirmed-rows.ts';
import {shaOf} from './cut-chunks.ts';
import type {MasterDoor} from './master-door.ts';

type Compared = SyncCalls['sync.compare']['answer'];

const tries = 5;
const betweenMs = 1_000;

/**
 * Compares what this desk has of the master's log with what the master has, table by table, at one place. While others work neither
 * stands still for long: then it is tried again.
 */
export async function compare(
  store: DexieStore,
  {door, shopId, hurry}: {readonly door: MasterDoor; readonly shopId: string; readonly hurry: () => void},
): Promise<Compared> {
  for (let at = 0; at < tries; at += 1) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve, betweenMs));
    const theirs = await door.digest(shopId);
    if (!theirs.ok) return theirs;
    const {seq, tables: digests} = theirs.value;
    if ((await seqOf(store)) !== seq) {
      hurry();
      continue;
    }
    const compared: TableDigest[] = [];
    for (const table of Object.keys(tables) as TableName[]) {
      const own = await digestOf(store, table);
      compared.push({table, rows: own.rows, isSame: own.digest === digests.get(table)?.digest});
    }
    if ((await seqOf(store)) === seq) return ok({seq, tables: compared});
  }
  return fail('sync.busy');
}

/** SHA-256 over the id and the row of every row, a line each, in the order of their ids. */
export async function digestOf(
  store: DexieStore,
  table: TableName,
): Promise<{readonly rows: number; readonly digest: string}> {
  const rows = await confirmedRows(store, table);
  return {rows: rows.length, digest: await shaOf(utf8(rows.map(({id, text}) => `${id}\n${text}\n`).join('')))};
}

async function seqOf(store: DexieStore): Promise<number | undefined> {
  return (await store.read((tx) => tx.meta('place')))?.seq;
}
