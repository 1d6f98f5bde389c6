import {type Client, type Pool, inTransaction} from '../database/pool.ts';
import {keptTables} from './backup-format.ts';
import {type BackupRows, backupRows} from './backup-lines.ts';

const secondMs = 1_000;

/**
 * Puts a backup in the place of everything that a database has. The whole file is read and checked before anything is changed,
 * and then all of it is changed or nothing. Every shop begins another epoch: a desk that has heard of later decisions must not
 * take the new ones for what follows. Answers how many rows there are now.
 */
export async function restore(
  pool: Pool,
  file: string,
  {layout, at}: {readonly layout: number; readonly at: number},
): Promise<number> {
  for await (const one of backupRows(file, layout)) void one;
  return inTransaction(pool, async (client) => {
    const {rows: before} = await client.query<{readonly epoch: number | null}>('select max(epoch) as epoch from shops');
    await client.query(`truncate ${[...keptTables, 'snapshots', 'snapshot_chunks'].join(', ')}`);
    let count = 0;
    for await (const some of backupRows(file, layout)) {
      await insert(client, some);
      count += some.rows.length;
    }
    // Also above what another restore of the same backup has given out, into a database that is not here: time goes on.
    const above = Math.max((before[0]?.epoch ?? 0) + 1, Math.floor(at / secondMs));
    await client.query('update shops set epoch = greatest(epoch + 1, $1)', [above]);
    return count;
  });
}

async function insert(client: Client, {table, columns, rows}: BackupRows): Promise<void> {
  const places = rows.map(
    (_, row) => `(${columns.map((_name, at) => `$${row * columns.length + at + 1}`).join(', ')})`,
  );
  await client.query(
    `insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`,
    rows.flat().map(valueOf),
  );
}

function valueOf(value: unknown): unknown {
  const bytes = (value as {readonly base64?: unknown} | null)?.base64;
  return typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : value;
}
