import {bundleBytesMax} from '#core/sync/chunk-bundle.ts';
import type {LogPlace} from '#core/sync/group.ts';
import type {ChunkFacts} from '#core/sync/snapshot.ts';
import type {Instant} from '#core/time/instant.ts';
import {type Pool, inTransaction} from '../database/pool.ts';
import {chunksOfShop} from './cut-chunks.ts';
import type {Tier} from './tiers.ts';

export interface TieredChunk extends ChunkFacts {
  readonly tier: Tier;
}

export interface Snapshot extends LogPlace {
  /** Hot ones first. */
  readonly chunks: readonly TieredChunk[];
}

/** A desk that begins with a snapshot takes so many decisions behind it from the log before another is made. */
const behindMax = 1_000;
/** The one before is kept: somebody may still be fetching it. */
const kept = 2;

/** Copies of shops for desks that join. Made when they are asked for, and kept. */
export class Snapshots {
  readonly #pool: Pool;
  readonly #making = new Map<string, Promise<Snapshot | undefined>>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** A copy that is at most 1,000 decisions old; undefined for a shop that has not begun. */
  async of(shopId: string, now: Instant): Promise<Snapshot | undefined> {
    const last = await this.#last(shopId);
    if (last) return last;
    const making = this.#making.get(shopId) ?? this.#make(shopId, now).finally(() => this.#making.delete(shopId));
    this.#making.set(shopId, making);
    return making;
  }

  /** One chunk, packed with gzip. */
  async chunk(shopId: string, sha: string): Promise<Buffer | undefined> {
    const {rows} = await this.#pool.query<{readonly packed: Buffer}>(
      'select packed from snapshot_chunks where shop_id = $1 and sha = $2 limit 1',
      [shopId, sha],
    );
    return rows[0]?.packed;
  }

  /**
   * Chunks as they are kept, in the order they are asked for; undefined where one is missing, and `too large` where they are more
   * than one answer should hold.
   */
  async bundle(shopId: string, shas: readonly string[]): Promise<readonly Buffer[] | 'too large' | undefined> {
    const found = 'from snapshot_chunks where shop_id = $1 and sha = any($2)';
    const {rows: sizes} = await this.#pool.query<{readonly bytes: string}>(
      `select coalesce(sum(bytes), 0) as bytes from (select distinct on (sha) octet_length(packed) as bytes ${found}) as sizes`,
      [shopId, shas],
    );
    if (shas.length > 1 && Number(sizes[0]?.bytes) > bundleBytesMax) return 'too large';
    const {rows} = await this.#pool.query<{readonly sha: string; readonly packed: Buffer}>(
      `select distinct on (sha) sha, packed ${found}`,
      [shopId, shas],
    );
    const packedOf = new Map(rows.map(({sha, packed}) => [sha, packed]));
    const packed = shas.flatMap((sha) => packedOf.get(sha) ?? []);
    return packed.length === shas.length ? packed : undefined;
  }

  async #last(shopId: string): Promise<Snapshot | undefined> {
    const {rows} = await this.#pool.query<LogPlace & {readonly chunks: string}>(
      `select snapshots.epoch, snapshots.seq, snapshots.hash, chunks from snapshots join shops on shops.id = shop_id
        where shop_id = $1 and snapshots.epoch = shops.epoch and snapshots.seq >= shops.seq - $2
        order by snapshots.seq desc limit 1`,
      [shopId, behindMax],
    );
    const row = rows[0];
    return row && {...row, chunks: JSON.parse(row.chunks) as readonly TieredChunk[]};
  }

  #make(shopId: string, now: Instant): Promise<Snapshot | undefined> {
    return inTransaction(
      this.#pool,
      async (client) => {
        const {rows} = await client.query<LogPlace>(
          'select epoch, seq, hash from shops where id = $1 and hash is not null',
          [shopId],
        );
        const place = rows[0];
        if (!place) return undefined;
        const {epoch, seq, hash} = place;
        await client.query(
          `insert into snapshots (shop_id, epoch, seq, hash, chunks, made_at) values ($1, $2, $3, $4, '[]', $5)`,
          [shopId, epoch, seq, hash, now],
        );
        const chunks: TieredChunk[] = [];
        for await (const {facts, packed} of chunksOfShop(client, shopId)) {
          chunks.push(facts);
          await client.query({
            name: 'keep-chunk',
            text: `insert into snapshot_chunks (shop_id, epoch, seq, sha, packed) values ($1, $2, $3, $4, $5)`,
            values: [shopId, epoch, seq, facts.sha, packed],
          });
        }
        const hotFirst = [...chunks.filter(({tier}) => tier === 'hot'), ...chunks.filter(({tier}) => tier === 'cold')];
        await client.query('update snapshots set chunks = $4 where shop_id = $1 and epoch = $2 and seq = $3', [
          shopId,
          epoch,
          seq,
          JSON.stringify(hotFirst),
        ]);
        await client.query(
          `delete from snapshots where shop_id = $1 and (epoch, seq) not in (
            select epoch, seq from snapshots where shop_id = $1 order by epoch desc, seq desc limit $2)`,
          [shopId, kept],
        );
        return {...place, chunks: hotFirst};
      },
      'repeatable read',
    );
  }
}
