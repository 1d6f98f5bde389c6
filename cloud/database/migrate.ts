import {readFileSync, readdirSync} from 'node:fs';
import {Refusal} from '../refusal.ts';
import {type Pool, inTransaction} from './pool.ts';

const folder = new URL('../migrations/', import.meta.url);
/** Any number that nobody else uses: two masters that start at once migrate one after the other. */
const migrationLock = 4_780_001;

interface Migration {
  readonly number: number;
  readonly sql: string;
}

/** Brings a database to the layout of this version, one numbered file after the other, each in its own transaction. */
export async function migrate(pool: Pool): Promise<number> {
  const migrations = allMigrations();
  const newest = migrations.at(-1)?.number ?? 0;
  for (const migration of migrations) {
    await inTransaction(pool, async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
      await client.query('create table if not exists layout (number int primary key)');
      const {rows} = await client.query<{readonly last: number}>('select coalesce(max(number), 0) as last from layout');
      const last = rows[0]?.last ?? 0;
      if (last > newest) {
        throw new Refusal(
          `This database has layout ${last}; this version of Tradewind knows ${newest}. Start a newer one.`,
        );
      }
      if (migration.number <= last) return;
      await client.query(migration.sql);
      await client.query('insert into layout values ($1)', [migration.number]);
    });
  }
  return newest;
}

function allMigrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({number: Number(name.slice(0, 4)), sql: readFileSync(new URL(name, folder), 'utf8')}));
}
