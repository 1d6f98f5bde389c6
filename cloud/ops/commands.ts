import type {Instant} from '#core/time/instant.ts';
import {migrate} from '../database/migrate.ts';
import {Database, type Wanted} from '../database/open-database.ts';
import {backUp} from './backup.ts';
import {restore} from './restore.ts';

interface Asked extends Wanted {
  readonly file: string;
  readonly now: () => Instant;
}

/** `backup FILE`; answers what a person is told. */
export async function backupCommand({file, now, ...wanted}: Asked): Promise<string> {
  return withDatabase(wanted, async ({pool}) => {
    const rows = await backUp(pool, file, {layout: await migrate(pool), at: now()});
    return `${file} holds everything the master keeps: ${rows} rows.`;
  });
}

/** `restore FILE`; refused while a master runs on the database. */
export async function restoreCommand({file, now, ...wanted}: Asked): Promise<string> {
  return withDatabase(wanted, async (database) => {
    await database.claim();
    const {pool} = database;
    const rows = await restore(pool, file, {layout: await migrate(pool), at: now()});
    return `The master has again what ${file} holds: ${rows} rows. Its shops begin another epoch: every desk takes its shop anew and keeps its own changes.`;
  });
}

async function withDatabase(wanted: Wanted, body: (database: Database) => Promise<string>): Promise<string> {
  const database = await Database.open(wanted);
  try {
    return await body(database);
  } finally {
    await database.close();
  }
}
