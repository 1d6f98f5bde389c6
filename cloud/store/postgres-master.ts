import type {Instant} from '#core/time/instant.ts';
import type {Group, LogPlace, NotApplied, Part} from '#core/sync/group.ts';
import type {MasterStore, MasterTx} from '#core/sync/master-store.ts';
import {Busy} from '../busy.ts';
import {type Pool, inTransaction} from '../database/pool.ts';
import {decidingTx} from './deciding-tx.ts';
import {Turns} from './turns.ts';

/** Pushes of one shop that may wait for each other. */
const waitingMax = 64;
/** Decisions that may wait for a connection: more are told at once to come again, instead of all being late. */
const queuedMax = 100;
const groupsMax = 1_000;

interface HeadRow {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
}

interface GroupRow {
  readonly first: number;
  readonly last: number;
  readonly decided_at: number;
  readonly replica: string;
  readonly inc: string;
  readonly n_first: number;
  readonly n_last: number;
  readonly told: string;
  readonly not_applied: string;
  readonly hash: string;
}

/** Shops of a master in PostgreSQL. A decision is one transaction under the lock of its shop's row. */
export class PostgresMaster implements MasterStore {
  readonly #pool: Pool;
  readonly #turns = new Turns(waitingMax);

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  decide<T>(shopId: string, body: (tx: MasterTx) => Promise<T>): Promise<T | undefined> {
    if (this.#pool.waitingCount >= queuedMax) return Promise.reject(new Busy('too many wait for the database'));
    return this.#turns.take(shopId, () =>
      inTransaction(this.#pool, async (client) => {
        const {rows} = await client.query<HeadRow>({
          name: 'lock-shop',
          text: `select epoch, seq, hash from shops where id = $1 and hash is not null for update`,
          values: [shopId],
        });
        return rows[0] && body(decidingTx(client, shopId, rows[0]));
      }),
    );
  }

  async head(shopId: string): Promise<LogPlace | undefined> {
    const {rows} = await this.#pool.query<HeadRow>({
      name: 'head',
      text: `select epoch, seq, hash from shops where id = $1 and hash is not null`,
      values: [shopId],
    });
    return rows[0];
  }

  async hashOfLog(shopId: string, seq: number): Promise<string | undefined> {
    const {rows} = await this.#pool.query<{readonly hash: string}>({
      name: 'hash-of-log',
      text: `select genesis as hash from shops where id = $1 and $2::bigint = 0 and genesis is not null
        union all select hash from log_groups where shop_id = $1 and last = $2`,
      values: [shopId, seq],
    });
    return rows[0]?.hash;
  }

  async groups(shopId: string, after: number, bytesMax: number): Promise<readonly Group[]> {
    const {rows} = await this.#pool.query<GroupRow>({
      name: 'groups',
      text: `select * from (
          select *, sum(size) over (order by last) as upto, row_number() over (order by last) as at
          from (select * from log_groups where shop_id = $1 and last > $2 order by last limit $4) as behind
        ) as counted where upto <= $3 or at = 1 order by last`,
      values: [shopId, after, bytesMax, groupsMax],
    });
    const last = rows.at(-1)?.last;
    if (last === undefined) return [];
    const parts = await this.#pool.query<Part & {readonly last: number}>({
      name: 'parts',
      text: `select last, scope, digest, body from parts where shop_id = $1 and last > $2 and last <= $3 order by last, scope`,
      values: [shopId, after, last],
    });
    const partsOf = new Map(rows.map((row) => [row.last, [] as Part[]]));
    for (const part of parts.rows) partsOf.get(part.last)?.push(part);
    return rows.map((row) => groupOf(row, partsOf.get(row.last) ?? []));
  }
}

function groupOf(row: GroupRow, parts: readonly Part[]): Group {
  return {
    first: row.first,
    last: row.last,
    decidedAt: row.decided_at as Instant,
    by: {replica: row.replica, inc: row.inc},
    n: [row.n_first, row.n_last],
    told: row.told,
    not: JSON.parse(row.not_applied) as readonly (readonly [n: number, NotApplied])[],
    parts: parts.map(({scope, digest, body}) => (body === undefined ? {scope, digest} : {scope, digest, body})),
    hash: row.hash,
  };
}
