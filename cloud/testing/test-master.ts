import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {monday} from '#core/testing/given.ts';
import type {Instant} from '#core/time/instant.ts';
import {lineLog} from '../log.ts';
import {type Serving, serve} from '../ops/serve.ts';
import {type TestDatabase, testDatabase} from './test-database.ts';

/** A master with a database of its own, a clock that stands still until it is set, and a log that is kept. */
export class TestMaster {
  readonly database: TestDatabase;
  readonly logged: string[] = [];
  now = monday;
  #serving: Serving | undefined;
  readonly #data: string;

  private constructor(database: TestDatabase, data: string) {
    this.database = database;
    this.#data = data;
  }

  static async start(): Promise<TestMaster> {
    const master = new TestMaster(await testDatabase(), mkdtempSync(path.join(os.tmpdir(), 'tradewind-master-')));
    await master.#serve();
    return master;
  }

  get url(): string {
    return this.#serving?.origin ?? '';
  }

  get setupCode(): string {
    return readFileSync(path.join(this.#data, 'setup-code'), 'utf8').trim();
  }

  /** Time goes on. */
  later(ms: number): void {
    this.now = (this.now + ms) as Instant;
  }

  async again(): Promise<void> {
    await this.#serving?.close();
    await this.#serve();
  }

  async close(): Promise<void> {
    await this.#serving?.close();
    await this.database.close();
    rmSync(this.#data, {recursive: true, force: true});
  }

  async #serve(): Promise<void> {
    const now = (): Instant => this.now;
    this.#serving = await serve({
      data: this.#data,
      databaseUrl: this.database.url,
      host: '127.0.0.1',
      port: 0,
      // Tests ask for whomever they say.
      proxies: ['127.0.0.1'],
      log: lineLog((line) => this.logged.push(line), now),
      now,
    });
  }
}
