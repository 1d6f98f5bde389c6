import {createHash} from 'node:crypto';
import {type TableName, tables} from '#core/schema.ts';
import type {LogPlace} from '#core/sync/group.ts';
import {type Client, type Pool, inTransaction} from '../database/pool.ts';
import {rowsInOrder} from './rows-in-order.ts';

export interface ShopDigest extends LogPlace {
  readonly tables: Readonly<Record<string, {readonly rows: number; readonly digest: string}>>;
}

/** What every desk must have at a place in the log: SHA-256 over `id\n row\n` of all rows of a table in the order of their ids. */
export function digestOfShop(pool: Pool, shopId: string): Promise<ShopDigest | undefined> {
  return inTransaction(
    pool,
    async (client) => {
      const {rows} = await client.query<LogPlace>(
        'select epoch, seq, hash from shops where id = $1 and hash is not null',
        [shopId],
      );
      const place = rows[0];
      if (!place) return undefined;
      const digests: Record<string, {rows: number; digest: string}> = {};
      for (const table of Object.keys(tables) as TableName[])
        digests[table] = await digestOfTable(client, shopId, table);
      return {...place, tables: digests};
    },
    'repeatable read',
  );
}

async function digestOfTable(
  client: Client,
  shopId: string,
  table: TableName,
): Promise<{readonly rows: number; readonly digest: string}> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const page of rowsInOrder(client, shopId, table)) {
    hash.update(page.map(({id, body}) => `${id}\n${body}\n`).join(''));
    count += page.length;
  }
  return {rows: count, digest: hash.digest('base64url')};
}
