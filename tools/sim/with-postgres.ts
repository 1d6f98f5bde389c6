import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {embeddedPostgres} from '../../cloud/database/embedded.ts';

/** Does some work beside a real PostgreSQL of its own, of which nothing is left, also where the work is interrupted. */
export async function withPostgres<T>(work: (postgresUrl: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tradewind-sim-'));
  const postgres = await embeddedPostgres(folder);
  const end = async (): Promise<void> => {
    await postgres.stop();
    rmSync(folder, {recursive: true, force: true});
  };
  const interrupted = (): void => void end().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  try {
    return await work(postgres.url);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
    await end();
  }
}
