import {randomBytes} from 'node:crypto';
import {type Result, fail, ok} from '#core/lib/result.ts';
import type {Instant} from '#core/time/instant.ts';
import {type Client, type Pool, inTransaction} from '../database/pool.ts';
import {type NewDesk, admit, forgetDesks} from './desks.ts';
import {isSameText, sha256} from './secrets.ts';

const codeIdBytes = 9;
const wrongMax = 5;
const openMax = 20;
/** Codes that have ended are remembered for a day, so that it can be said how. */
const rememberedMs = 86_400_000;

export interface NewCode {
  readonly verifier: string;
  readonly wrapped: string;
  readonly minutes: number;
}

/** A code that lets one more desk into a shop, once. What it is made of never comes here but for its verifier. */
export function addCode(
  pool: Pool,
  shopId: string,
  {verifier, wrapped, minutes}: NewCode,
  now: Instant,
): Promise<Result<{readonly codeId: string; readonly expiresAt: number}>> {
  return inTransaction(pool, async (client) => {
    await client.query('delete from codes where shop_id = $1 and expires_at < $2', [shopId, now - rememberedMs]);
    const {rows} = await client.query<{readonly open: number}>(
      'select count(*) as open from codes where shop_id = $1 and expires_at >= $2 and used_by is null',
      [shopId, now],
    );
    if ((rows[0]?.open ?? 0) >= openMax) return fail('cloud.slow_down', {seconds: 60});

    const codeId = randomBytes(codeIdBytes).toString('base64url');
    const expiresAt = now + minutes * 60_000;
    await client.query('insert into codes (id, shop_id, verifier, wrapped, expires_at) values ($1, $2, $3, $4, $5)', [
      codeId,
      shopId,
      verifier,
      wrapped,
      expiresAt,
    ]);
    return ok({codeId, expiresAt});
  });
}

export interface Joining extends Omit<NewDesk, 'shopId'> {
  readonly codeId: string;
  readonly proof: string;
}

export interface Joined {
  readonly shop: string;
  readonly token: string;
  readonly wrapped: string;
}

interface CodeRow {
  readonly shop_id: string;
  readonly verifier: string;
  readonly wrapped: string;
  readonly expires_at: number;
  readonly wrong: number;
  readonly used_by: string | null;
}

/**
 * Lets a desk into the shop whose code it proves to have. The very desk that has used a code may use it again until it
 * expires: the answer may have been lost on its way. Wrong proofs are counted, and too many end the code.
 */
export async function join(pool: Pool, joining: Joining, now: Instant): Promise<Result<Joined>> {
  const joined = await inTransaction(pool, async (client): Promise<Result<Joined>> => {
    const {rows} = await client.query<CodeRow>(
      'select shop_id, verifier, wrapped, expires_at, wrong, used_by from codes where id = $1 for update',
      [joining.codeId],
    );
    const code = rows[0];
    if (!code) return fail('sync.code_wrong');
    if (code.expires_at < now || code.wrong >= wrongMax) return fail('sync.code_expired');
    if (!isSameText(sha256(Buffer.from(joining.proof, 'base64url')), code.verifier))
      return wrong(client, joining.codeId);

    const who = `${joining.replica} ${joining.publicKey}`;
    if (code.used_by !== null && code.used_by !== who) return fail('sync.code_used');
    await client.query('update codes set used_by = $2 where id = $1', [joining.codeId, who]);
    const token = await admit(client, {...joining, shopId: code.shop_id}, now);
    return ok({shop: code.shop_id, token, wrapped: code.wrapped});
  });
  // An older token of it is worth nothing any more.
  forgetDesks(pool);
  return joined;
}

async function wrong(client: Client, codeId: string): Promise<Result<Joined>> {
  await client.query('update codes set wrong = wrong + 1 where id = $1', [codeId]);
  return fail('sync.code_wrong');
}
