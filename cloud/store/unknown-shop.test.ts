import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import type {Order} from '#core/orders/schema.ts';
import {givenOrder} from '#core/testing/given.ts';
import {type Client, inTransaction} from '../database/pool.ts';
import {beginShop} from '../testing/begin-shop.ts';
import {type TestDatabase, testDatabase} from '../testing/test-database.ts';
import {decidingTx} from './deciding-tx.ts';
import {writeRows} from './write-rows.ts';

let database: TestDatabase | undefined;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database?.close());

const count = 2_000;
const asked = 500;

function orders(of: string): readonly (readonly ['orders', Order])[] {
  return Array.from({length: count}, (_, at) => ['orders', givenOrder(`${of}-${at}`)] as const);
}

/** Entries of indexes that this transaction has read so far. */
async function readSoFar(client: Client): Promise<number> {
  const {rows} = await client.query<{readonly read: number}>(
    `select sum(pg_stat_get_xact_tuples_returned(indexrelid))::int8 as read from pg_index where indrelid in ('rows'::regclass, 'row_keys'::regclass)`,
  );
  return must(rows[0], 'one row').read;
}

test('rows of a shop that the database has not counted yet are found one by one, however many it has', async () => {
  const {pool} = must(database, 'a database');
  await beginShop(pool, 'first', orders('first'));
  // What it believes of shops from here on it has learnt of the first.
  await pool.query('analyze rows');
  await beginShop(pool, 'second', orders('second'));

  const some = orders('second').slice(0, asked);
  const [found, read] = await inTransaction(pool, async (client) => {
    const tx = decidingTx(client, 'second', {epoch: 1, seq: 0, hash: ''});
    const before = await readSoFar(client);
    const rows = await tx.getAll(some.map(([table, {id}]) => ({table, id})));
    await writeRows(
      client,
      'second',
      some.map(([table, row]) => ({table, id: row.id, row: {...row, totalMinor: 1}})),
    );
    return [rows.filter(Boolean).length, (await readSoFar(client)) - before];
  });
  expect([found, read < 3 * asked || read]).toEqual([asked, true]);
});
