import {canonical} from '#core/lib/canonical.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import {digestOf} from '#core/sync/group.ts';
import type {RowChange} from '#core/sync/overlay.ts';
import {rowText} from '#core/sync/row-text.ts';
import {keyValues} from '#core/sync/small-row.ts';
import type {Client} from '../database/pool.ts';
import {toldLines} from './told-lines.ts';

interface KeyOfRow {
  readonly table: TableName;
  readonly id: string;
  readonly key: string;
  readonly value: string;
}

/** Brings rows of a shop to what changes say; each row is in them once. */
export async function writeRows(client: Client, shopId: string, changes: readonly RowChange[]): Promise<void> {
  const put = changes.filter(({row}) => row !== undefined);
  const gone = changes.filter(({row}) => row === undefined);
  if (put.length > 0) {
    await client.query({
      name: 'put-rows',
      text: `insert into rows (shop_id, tbl, id, body)
        select $1, * from unnest(string_to_array($2, E'\\n'), string_to_array($3, E'\\n'), string_to_array($4, E'\\n'))
        on conflict (shop_id, tbl, id) do update set body = excluded.body`,
      values: [shopId, ...namesOf(put), toldLines(put.flatMap(({row}) => (row ? [rowText(row)] : [])))],
    });
  }
  for (const [table, ids] of byTable(gone)) {
    await client.query({
      name: 'delete-rows',
      text: `delete from rows where shop_id = $1 and tbl = $2 and id = any(string_to_array($3, E'\\n'))`,
      values: [shopId, table, toldLines(ids)],
    });
  }
  await writeKeys(
    client,
    shopId,
    changes.filter(({table}) => Object.keys(tables[table].keys).length > 0),
  );
}

async function writeKeys(client: Client, shopId: string, changes: readonly RowChange[]): Promise<void> {
  for (const [table, ids] of byTable(changes)) {
    await client.query({
      name: 'delete-keys',
      text: `delete from row_keys where shop_id = $1 and tbl = $2 and id = any(string_to_array($3, E'\\n'))`,
      values: [shopId, table, toldLines(ids)],
    });
  }
  const keys = changes.flatMap(({table, row}) => (row ? keysOf(table, row) : []));
  if (keys.length === 0) return;
  await client.query({
    name: 'put-keys',
    text: `insert into row_keys (shop_id, tbl, id, key, value)
      select $1, * from unnest(string_to_array($2, E'\\n'), string_to_array($3, E'\\n'), string_to_array($4, E'\\n'),
        string_to_array($5, E'\\n'))`,
    values: [shopId, ...namesOf(keys), toldLines(keys.map(({key}) => key)), toldLines(keys.map(({value}) => value))],
  });
}

/** For a list of ids. A join of them with the table compares each with each where the database believes that the shop has hardly a row. */
function byTable(changes: readonly RowChange[]): ReadonlyMap<TableName, readonly string[]> {
  const ids = new Map<TableName, string[]>();
  for (const {table, id} of changes) {
    const of = ids.get(table);
    if (of) of.push(id);
    else ids.set(table, [id]);
  }
  return ids;
}

function namesOf(of: readonly {readonly table: TableName; readonly id: string}[]): readonly [string, string] {
  return [toldLines(of.map(({table}) => table)), toldLines(of.map(({id}) => id))];
}

/** A row that lacks a field of a key is found by no value of it. */
function keysOf(table: TableName, row: Row): readonly KeyOfRow[] {
  return Object.keys(tables[table].keys).flatMap((key) => {
    const values = keyValues(table, key, row);
    return values.some((value) => value === undefined) ? [] : [{table, id: row.id, key, value: keyDigest(values)}];
  });
}

/** Of one length, however long the values are: an index has no room for long ones. */
export function keyDigest(values: readonly unknown[]): string {
  return digestOf(canonical(values));
}
