import {type Result, fail, ok} from '#core/lib/result.ts';
import {type Pool, inTransaction} from '../database/pool.ts';
import {type Desk, forgetDesks} from './desks.ts';

/** Everything that is kept of a shop in which nothing was decided; those that others refer to come last. */
const keptOfShop = ['codes', 'desks', 'genesis_chunks', 'snapshot_chunks', 'snapshots', 'row_keys', 'rows'] as const;

/**
 * Lets go of a shop that its desk takes back while it brings it. The desk may not know yet whether the shop has begun, so one that
 * has goes too, as long as nobody else was let in and nothing was decided.
 */
export async function takeBack(pool: Pool, {shopId, replica}: Desk): Promise<Result<null>> {
  const taken = await inTransaction(pool, async (client): Promise<Result<null>> => {
    const {rows} = await client.query<{readonly isShared: boolean}>(
      `select seq > 0 or exists (select 1 from desks where shop_id = $1 and replica <> $2) as "isShared"
        from shops where id = $1 for update`,
      [shopId, replica],
    );
    if (rows[0]?.isShared !== false) return fail('cloud.shop_shared');
    for (const table of keptOfShop) await client.query(`delete from ${table} where shop_id = $1`, [shopId]);
    await client.query('delete from shops where id = $1', [shopId]);
    return ok(null);
  });
  forgetDesks(pool);
  return taken;
}
