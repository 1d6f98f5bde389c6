import {mkdtempSync, rmSync} from 'node:fs';
import {type Server, createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type {TestProject} from 'vitest/node';
import {type EmbeddedPostgres, embeddedPostgres} from '../database/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgresDoor: string;
  }
}

/**
 * One PostgreSQL for all tests of a run, started by the first that asks for it: this door, which costs nothing, answers with
 * its address. So a run without tests of the master starts none.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let folder: string | undefined;
  let started: Promise<EmbeddedPostgres> | undefined;
  const start = (): Promise<EmbeddedPostgres> => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tradewind-postgres-'));
    return embeddedPostgres(folder);
  };
  const door: Server = createServer((_request, response) => {
    started ??= start();
    started.then(
      ({url}) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  project.provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);

  return async () => {
    await new Promise((resolve) => door.close(resolve));
    await started?.then(
      (postgres) => postgres.stop(),
      () => undefined,
    );
    if (folder !== undefined) rmSync(folder, {recursive: true, force: true});
  };
}
