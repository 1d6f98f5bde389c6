import {registry} from '#core/registry.ts';
import {Master} from '#core/sync/master.ts';
import type {Instant} from '#core/time/instant.ts';
import {Database} from '../database/open-database.ts';
import {type Place, listen} from '../http/server.ts';
import type {Log} from '../log.ts';
import {Refusal} from '../refusal.ts';
import {identityOf} from '../shops/identity.ts';
import {Snapshots} from '../shops/snapshots.ts';
import {PostgresMaster} from '../store/postgres-master.ts';
import {setupCodeIn} from './setup-code.ts';

export interface Serving {
  readonly origin: string;
  /** What a person is told at the start. */
  readonly words: readonly string[];
  close(): Promise<void>;
}

export interface Wanted extends Place {
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly log: Log;
  readonly now: () => Instant;
}

/** Starts a master: its database, its identity, its door. */
export async function serve({data, databaseUrl, log, now, ...place}: Wanted): Promise<Serving> {
  const {code, file, isNew} = setupCodeIn(data);
  const database = await Database.open({data, databaseUrl});
  try {
    await database.claim();
    const {pool} = database;
    const store = new PostgresMaster(pool);
    const parts = {
      pool,
      store,
      log,
      now,
      master: new Master(store, registry.mutators),
      snapshots: new Snapshots(pool),
      identity: await identityOf(pool),
      setupCode: code,
    };
    const door = await listen(parts, place).catch((error: unknown) => refuseTaken(error, place));
    log('started', {port: Number(new URL(door.origin).port)});
    return {
      origin: door.origin,
      words: [
        `Tradewind's master keeps shops in ${database.where} and listens at ${door.origin}  (Ctrl+C ends it)`,
        isNew ? `Setup code, for the desk that brings a shop: ${code}` : `The setup code lies in ${file}`,
      ],
      close: async () => {
        await door.close();
        await database.close();
        log('ended');
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function refuseTaken(error: unknown, {port}: Place): never {
  const {code} = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') throw new Refusal(`Another program uses port ${port}. Choose another one with --port.`);
  if (code === 'EACCES') throw new Refusal(`This system does not let you use port ${port}; choose one above 1023.`);
  if (code === 'EADDRNOTAVAIL') throw new Refusal('This machine does not have the address that --host names.');
  throw error;
}
