import {type Result, fail, ok} from '#core/lib/result.ts';
import type {Instant} from '#core/time/instant.ts';
import type {Client, Pool} from '../database/pool.ts';
import {newToken, sha256} from './secrets.ts';

/** Who asks. */
export interface Desk {
  readonly shopId: string;
  readonly replica: string;
}

export interface NewDesk extends Desk {
  readonly inc: string;
  readonly publicKey: string;
  readonly name: string;
}

export interface DeskFacts {
  readonly replica: string;
  readonly name: string;
  readonly joinedAt: number;
  readonly lastSeenAt: number;
  /** The last of its numbers that is decided. */
  readonly lastN: number;
  readonly revoked?: number;
}

/** How exactly it is told when a desk was seen last. */
const seenEveryMs = 60_000;

interface Known extends Desk {
  seenAt: number;
}

/** Desks by the hashes of their tokens, so that not every request asks for its own. Whoever changes who may come in empties it. */
const knownDesks = new WeakMap<Pool, Map<string, Known>>();
const knownMost = 20_000;

/** Everybody who asks from here on is looked up again; whoever is being looked up is not remembered. */
export function forgetDesks(pool: Pool): void {
  knownDesks.set(pool, new Map());
}

/** The desk that a token names. A revoked one is nobody. */
export async function deskOf(pool: Pool, token: string, now: Instant): Promise<Desk | undefined> {
  const known = knownDesks.get(pool) ?? new Map<string, Known>();
  knownDesks.set(pool, known);
  const hash = sha256(token);
  const desk = known.get(hash) ?? (await readDesk(pool, hash));
  if (!desk) return undefined;
  if (known.size >= knownMost) known.clear();
  known.set(hash, desk);
  if (desk.seenAt + seenEveryMs <= now) {
    desk.seenAt = now;
    await pool.query('update desks set last_seen_at = $3 where shop_id = $1 and replica = $2', [
      desk.shopId,
      desk.replica,
      now,
    ]);
  }
  return desk;
}

async function readDesk(pool: Pool, hash: string): Promise<Known | undefined> {
  const {rows} = await pool.query<{readonly shop_id: string; readonly replica: string; readonly last_seen_at: number}>({
    name: 'desk-of',
    text: 'select shop_id, replica, last_seen_at from desks where token_hash = $1 and revoked_at is null',
    values: [hash],
  });
  const row = rows[0];
  return row && {shopId: row.shop_id, replica: row.replica, seenAt: row.last_seen_at};
}

/** Lets a desk in and gives it a token; one that is known gets another, and its old one is worth nothing from then on. */
export async function admit(
  client: Client,
  {shopId, replica, inc, publicKey, name}: NewDesk,
  now: Instant,
): Promise<string> {
  const token = newToken();
  await client.query(
    `insert into desks (shop_id, replica, inc, name, public_key, token_hash, joined_at, last_seen_at)
      values ($1, $2, $3, $4, $5, $6, $7, $7)
      on conflict (shop_id, replica) do update set inc = excluded.inc, name = excluded.name,
        public_key = excluded.public_key, token_hash = excluded.token_hash, joined_at = excluded.joined_at,
        last_seen_at = excluded.last_seen_at, revoked_at = null`,
    [shopId, replica, inc, name, publicKey, sha256(token), now],
  );
  return token;
}

export async function desksOf(pool: Pool, shopId: string): Promise<readonly DeskFacts[]> {
  const {rows} = await pool.query<DeskRow>(
    `select replica, name, joined_at, last_seen_at, revoked_at,
        coalesce((select max(last_n) from lines where lines.shop_id = $1 and lines.replica = desks.replica), 0) as last_n
      from desks where shop_id = $1 order by joined_at, replica`,
    [shopId],
  );
  return rows.map(({replica, name, joined_at, last_seen_at, revoked_at, last_n}) => ({
    replica,
    name,
    joinedAt: joined_at,
    lastSeenAt: last_seen_at,
    lastN: last_n,
    ...(revoked_at === null ? {} : {revoked: revoked_at}),
  }));
}

interface DeskRow {
  readonly replica: string;
  readonly name: string;
  readonly joined_at: number;
  readonly last_seen_at: number;
  readonly revoked_at: number | null;
  readonly last_n: number;
}

/** From now on its token is worth nothing. Again is no harm. */
export async function revoke(pool: Pool, {shopId, replica}: Desk, now: Instant): Promise<Result<null>> {
  const {rowCount} = await pool.query(
    'update desks set revoked_at = coalesce(revoked_at, $3) where shop_id = $1 and replica = $2',
    [shopId, replica, now],
  );
  forgetDesks(pool);
  return rowCount === 1 ? ok(null) : fail('cloud.not_found');
}
