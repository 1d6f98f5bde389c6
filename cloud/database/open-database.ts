import {Refusal} from '../refusal.ts';
import {type EmbeddedPostgres, embeddedPostgres} from './embedded.ts';
import {migrate} from './migrate.ts';
import {type Client, type Pool, openPool} from './pool.ts';

export interface Wanted {
  readonly data: string;
  readonly databaseUrl: string | undefined;
}

const oneMaster = 4_780_002;
const claimTries = 20;
const claimEveryMs = 100;

/** The database of a master, of today's layout. */
export class Database {
  readonly pool: Pool;
  /** Where it is, for a person; never with a password. */
  readonly where: string;
  readonly #embedded: EmbeddedPostgres | undefined;
  #claim: Client | undefined;

  private constructor(pool: Pool, where: string, embedded: EmbeddedPostgres | undefined) {
    this.pool = pool;
    this.where = where;
    this.#embedded = embedded;
  }

  static async open({data, databaseUrl}: Wanted): Promise<Database> {
    const embedded = databaseUrl === undefined ? await embeddedPostgres(data) : undefined;
    const pool = openPool(databaseUrl ?? embedded?.url ?? '');
    const database = new Database(pool, databaseUrl === undefined ? data : whereOf(databaseUrl), embedded);
    try {
      await migrate(pool);
    } catch (error) {
      await database.close();
      throw error;
    }
    return database;
  }

  /** Makes this program the only one that decides in it, until it closes it. One that was killed is let go of within a moment. */
  async claim(): Promise<void> {
    const client = await this.pool.connect();
    for (let tries = 0; tries < claimTries; tries += 1) {
      if (await gotLock(client)) {
        this.#claim = client;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, claimEveryMs));
    }
    client.release();
    throw new Refusal('Another master runs on this database. End it first.');
  }

  /** Ends a PostgreSQL of our own too, unless a master still runs on it. */
  async close(): Promise<void> {
    const isUnused = this.#embedded !== undefined && (this.#claim !== undefined || (await this.#isUnclaimed()));
    // Closed and not given back: the lock goes with the connection.
    this.#claim?.release(true);
    await this.pool.end();
    if (isUnused) await this.#embedded?.stop();
  }

  async #isUnclaimed(): Promise<boolean> {
    try {
      const client = await this.pool.connect();
      const got = await gotLock(client);
      client.release(true);
      return got;
    } catch {
      return false;
    }
  }
}

async function gotLock(client: Client): Promise<boolean> {
  const {rows} = await client.query<{readonly got: boolean}>('select pg_try_advisory_lock($1) as got', [oneMaster]);
  return rows[0]?.got === true;
}

function whereOf(databaseUrl: string): string {
  const {hostname, pathname} = new URL(databaseUrl);
  return `PostgreSQL at ${hostname}${pathname}`;
}
