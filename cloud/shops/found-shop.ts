import {type Result, fail, ok} from '#core/lib/result.ts';
import type {Instant} from '#core/time/instant.ts';
import {type Pool, inTransaction} from '../database/pool.ts';
import {type NewDesk, admit, forgetDesks} from './desks.ts';

/**
 * Makes a place for a shop that has no rows here yet, and lets in the desk that brings it. The same desk may ask again, should
 * the answer have been lost, until the shop has begun.
 */
export async function foundShop(pool: Pool, desk: NewDesk, now: Instant): Promise<Result<{readonly token: string}>> {
  const founded = await inTransaction(pool, async (client): Promise<Result<{readonly token: string}>> => {
    await client.query('insert into shops (id, epoch, seq, begun_at) values ($1, 1, 0, $2) on conflict do nothing', [
      desk.shopId,
      now,
    ]);
    const {rows} = await client.query<{readonly isHere: boolean}>(
      `select hash is not null or exists (
          select 1 from desks where shop_id = $1 and (replica <> $2 or public_key <> $3)
        ) as "isHere" from shops where id = $1 for update`,
      [desk.shopId, desk.replica, desk.publicKey],
    );
    if (rows[0]?.isHere !== false) return fail('cloud.shop_there');
    return ok({token: await admit(client, desk, now)});
  });
  forgetDesks(pool);
  return founded;
}
