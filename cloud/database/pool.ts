import pg from 'pg';

export type Pool = pg.Pool;
export type Client = pg.PoolClient;

const int8 = 20;

// Our numbers are counted or told in milliseconds: all of them are whole and safe.
pg.types.setTypeParser(int8, Number);

const connectionsMax = 12;
const waitMs = 10_000;

/** Connections to a database. Whoever waits too long for one, or for a lock, is told to come again. */
export function openPool(url: string): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: waitMs,
    idle_in_transaction_session_timeout: 120_000,
    lock_timeout: waitMs,
    application_name: 'tradewind',
  });
  // A connection that breaks while nobody uses it is replaced at the next use; those who use one are told themselves.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Runs `body` in one transaction: what it did stands once the promise is fulfilled, and nothing of it if it is rejected. */
export async function inTransaction<T>(
  pool: Pool,
  body: (client: Client) => Promise<T>,
  kind: 'read committed' | 'repeatable read' = 'read committed',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin isolation level ${kind}`);
    const result = await body(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}
