import {promisify} from 'node:util';
import {gunzip, gzip} from 'node:zlib';
import {type Result, fail, ok} from '#core/lib/result.ts';
import type {TableName} from '#core/schema.ts';
import type {LogPlace} from '#core/sync/group.ts';
import {type ChunkFacts, genesisHash, rowsOfChunk} from '#core/sync/snapshot.ts';
import {type Client, type Pool, inTransaction} from '../database/pool.ts';
import {writeRows} from '../store/write-rows.ts';
import {sha256} from './secrets.ts';

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** Keeps one chunk of a shop that begins. Again is no harm. */
export async function keepGenesisChunk(
  pool: Pool,
  shopId: string,
  {sha, text}: {readonly sha: string; readonly text: string},
): Promise<Result<null>> {
  if (sha256(text) !== sha) return fail('cloud.chunk_damaged');
  await pool.query(
    `insert into genesis_chunks (shop_id, sha, packed) select id, $2, $3 from shops where id = $1 and hash is null for key share
      on conflict do nothing`,
    [shopId, sha, await packed(text)],
  );
  return ok(null);
}

/**
 * Begins the log of a shop with everything that was sent for it, in one transaction. The same again is answered the same, also
 * when the shop has long gone on; anything else is refused.
 */
export function beginWith(pool: Pool, shopId: string, chunks: readonly ChunkFacts[]): Promise<Result<LogPlace>> {
  const hash = genesisHash(chunks);
  return inTransaction(pool, async (client) => {
    const {rows} = await client.query<{readonly genesis: string | null}>(
      'select genesis from shops where id = $1 for update',
      [shopId],
    );
    // Its desk has taken it back in the meantime.
    if (!rows[0]) return fail('sync.revoked');
    const {genesis} = rows[0];
    if (genesis !== null) return genesis === hash ? ok({epoch: 1, seq: 0, hash}) : fail('cloud.begun_otherwise');

    await takeChunks(client, shopId, chunks);
    await client.query('update shops set hash = $2, genesis = $2 where id = $1', [shopId, hash]);
    await client.query('delete from genesis_chunks where shop_id = $1', [shopId]);
    return ok({epoch: 1, seq: 0, hash});
  }).catch(refusalIn);
}

/** A refusal that must leave nothing behind. */
class NotTaken extends Error {
  readonly refusal: ReturnType<typeof fail>;
  constructor(refusal: ReturnType<typeof fail>) {
    super(refusal.fault.code);
    this.refusal = refusal;
  }
}

function refusalIn(error: unknown): Result<LogPlace> {
  if (error instanceof NotTaken) return error.refusal;
  throw error;
}

async function takeChunks(client: Client, shopId: string, chunks: readonly ChunkFacts[]): Promise<void> {
  const spans: Span[] = [];
  for (const chunk of chunks) spans.push(await takeChunk(client, shopId, chunk));

  spans.sort((a, b) => (`${a.table} ${a.first}` < `${b.table} ${b.first}` ? -1 : 1));
  for (const [at, {table, first}] of spans.entries()) {
    const before = spans[at - 1];
    if (before?.table === table && first <= before.last) throw new NotTaken(fail('cloud.garbage', {path: table}));
  }
}

/** First and last id of a chunk. Those of a table may not overlap: so no row comes twice. */
interface Span {
  readonly table: string;
  readonly first: string;
  readonly last: string;
}

async function takeChunk(client: Client, shopId: string, {sha, table, rows, bytes}: ChunkFacts): Promise<Span> {
  const found = await client.query<{readonly packed: Buffer}>(
    'select packed from genesis_chunks where shop_id = $1 and sha = $2',
    [shopId, sha],
  );
  if (!found.rows[0]) throw new NotTaken(fail('cloud.chunk_missing'));
  const text = await unpacked(found.rows[0].packed);
  const read = rowsOfChunk(table, text.toString());
  if (!read.ok || read.value.length !== rows || text.length !== bytes) {
    throw new NotTaken(fail('cloud.garbage', {path: read.ok ? table : String(read.fault.values['path'])}));
  }
  const changes = read.value.map(({row}) => ({table: table as TableName, id: row.id, row}));
  await writeRows(client, shopId, changes);
  return {table, first: changes[0]?.id ?? '', last: changes.at(-1)?.id ?? ''};
}
