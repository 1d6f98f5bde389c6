import {beginning} from '#core/journal/entry.ts';
import type {Row, TableName} from '#core/schema.ts';
import type {LogPlace} from '#core/sync/group.ts';
import {type Pool, inTransaction} from '../database/pool.ts';
import {writeRows} from '../store/write-rows.ts';

/** A shop whose log begins with these rows. */
export async function beginShop(
  pool: Pool,
  shopId: string,
  rows: readonly (readonly [TableName, Row])[],
): Promise<LogPlace> {
  const {hash} = beginning;
  await inTransaction(pool, async (client) => {
    await client.query('insert into shops (id, epoch, seq, hash, genesis, begun_at) values ($1, 1, 0, $2, $2, 0)', [
      shopId,
      hash,
    ]);
    await writeRows(
      client,
      shopId,
      rows.map(([table, row]) => ({table, id: row.id, row})),
    );
  });
  return {epoch: 1, seq: 0, hash};
}
