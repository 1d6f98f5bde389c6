import {createHash, randomBytes} from 'node:crypto';
import {createWriteStream} from 'node:fs';
import {open, rename, rm} from 'node:fs/promises';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createGzip} from 'node:zlib';
import {type Client, type Pool, inTransaction} from '../database/pool.ts';
import {backupVersion, keptTables} from './backup-format.ts';

const rowsAtOnce = 500;

/**
 * Writes everything that a master keeps into a file, as it is at one moment, while it may go on deciding. The file is there
 * whole, flushed, or not at all. Answers how many rows it has.
 */
export async function backUp(
  pool: Pool,
  file: string,
  {layout, at}: {readonly layout: number; readonly at: number},
): Promise<number> {
  const half = `${file}.${randomBytes(4).toString('hex')}.half`;
  try {
    const rows = await inTransaction(
      pool,
      async (client) => {
        const told = new Told(client);
        const lines = told.lines({format: 'tradewind-master', v: backupVersion, layout, at});
        await pipeline(Readable.from(lines), createGzip(), createWriteStream(half, {flags: 'wx', mode: 0o600}));
        return told.rows;
      },
      'repeatable read',
    );
    const handle = await open(half, 'r+');
    await handle.sync();
    await handle.close();
    await rename(half, file);
    return rows;
  } finally {
    await rm(half, {force: true});
  }
}

/** What is told of a database, and how much of it. */
class Told {
  readonly #client: Client;
  readonly #hash = createHash('sha256');
  rows = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  async *lines(head: object): AsyncGenerator<string> {
    yield this.#line(head);
    for (const table of keptTables) {
      const columns = await this.#columnsOf(table);
      yield this.#line({table, columns});
      yield* this.#rowsOf(table, columns);
    }
    yield `${JSON.stringify({rows: this.rows, sha256: this.#hash.digest('base64url')})}\n`;
  }

  async *#rowsOf(table: string, columns: readonly string[]): AsyncGenerator<string> {
    const cursor = `backup_${table}`;
    await this.#client.query(`declare ${cursor} no scroll cursor for select ${columns.join(', ')} from ${table}`);
    for (;;) {
      const {rows} = await this.#client.query<unknown[]>({
        text: `fetch ${rowsAtOnce} from ${cursor}`,
        rowMode: 'array',
      });
      if (rows.length === 0) break;
      this.rows += rows.length;
      yield rows.map((row) => this.#line(row.map(valueTold))).join('');
    }
    await this.#client.query(`close ${cursor}`);
  }

  async #columnsOf(table: string): Promise<readonly string[]> {
    const {rows} = await this.#client.query<{readonly name: string}>(
      `select column_name as name from information_schema.columns
        where table_schema = current_schema() and table_name = $1 order by ordinal_position`,
      [table],
    );
    return rows.map(({name}) => name);
  }

  #line(value: unknown): string {
    const line = `${JSON.stringify(value)}\n`;
    this.#hash.update(line);
    return line;
  }
}

function valueTold(value: unknown): unknown {
  return Buffer.isBuffer(value) ? {base64: value.toString('base64')} : value;
}
