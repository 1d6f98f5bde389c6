import {promisify} from 'node:util';
import {gzip} from 'node:zlib';
import type {Order} from '#core/orders/schema.ts';
import {type TableName, tables} from '#core/schema.ts';
import {chunkRowsMax, chunkText, chunkUnitsAbout} from '#core/sync/snapshot.ts';
import type {Client} from '../database/pool.ts';
import {type RowText, rowsInOrder} from './rows-in-order.ts';
import {sha256} from './secrets.ts';
import type {TieredChunk} from './snapshots.ts';
import {type Tier, tierOf} from './tiers.ts';

const packed = promisify(gzip);

export interface Chunk {
  readonly facts: TieredChunk;
  readonly packed: Buffer;
}

/** All rows of a shop in chunks, each of one table and one tier. To be read in one repeatable-read transaction. */
export async function* chunksOfShop(client: Client, shopId: string): AsyncGenerator<Chunk> {
  const newest = await newestDate(client, shopId);
  for (const table of Object.keys(tables) as TableName[]) {
    const open: Record<Tier, Cut> = {hot: new Cut(table, 'hot'), cold: new Cut(table, 'cold')};
    for await (const rows of rowsInOrder(client, shopId, table)) {
      for (const row of rows) {
        const tier = table === 'orders' ? tierOf(JSON.parse(row.body) as Order, newest) : 'hot';
        const full = open[tier].add(row);
        if (full) yield await full.close();
        if (full) open[tier] = full.next(row);
      }
    }
    for (const cut of Object.values(open)) if (cut.rows > 0) yield await cut.close();
  }
}

/** A chunk that is being cut. */
class Cut {
  readonly #table: TableName;
  readonly #tier: Tier;
  #lines: string[] = [];
  #units = 0;

  constructor(table: TableName, tier: Tier) {
    this.#table = table;
    this.#tier = tier;
  }

  get rows(): number {
    return this.#lines.length;
  }

  /** Takes a row, or answers this chunk, which has no room for it. */
  add({body}: RowText): this | undefined {
    const isFull = this.rows === chunkRowsMax || (this.rows > 0 && this.#units + body.length > chunkUnitsAbout);
    if (isFull) return this;
    this.#lines.push(body);
    this.#units += body.length + 1;
    return undefined;
  }

  /** The next of its kind, which begins with a row. */
  next(row: RowText): Cut {
    const next = new Cut(this.#table, this.#tier);
    next.add(row);
    return next;
  }

  async close(): Promise<Chunk> {
    const bytes = Buffer.from(chunkText(this.#lines));
    const facts = {sha: sha256(bytes), table: this.#table, tier: this.#tier, rows: this.rows, bytes: bytes.length};
    return {facts, packed: await packed(bytes)};
  }
}

/** The moment of the last decision; of a shop without any, that of its newest order. Clocks of old files are no help here. */
async function newestDate(client: Client, shopId: string): Promise<number> {
  const {rows} = await client.query<{readonly at: number | null}>(
    'select max(decided_at) as at from log_groups where shop_id = $1',
    [shopId],
  );
  let newest = rows[0]?.at ?? 0;
  if (newest > 0) return newest;
  for await (const page of rowsInOrder(client, shopId, 'orders')) {
    for (const {body} of page) newest = Math.max(newest, (JSON.parse(body) as Order).orderedAt);
  }
  return newest;
}
