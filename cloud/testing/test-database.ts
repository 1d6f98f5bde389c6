import {randomBytes} from 'node:crypto';
import {inject} from 'vitest';
import {migrate} from '../database/migrate.ts';
import {type Pool, openPool} from '../database/pool.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** A database of its own, empty but for our tables. */
export async function testDatabase(): Promise<TestDatabase> {
  const answer = await fetch(inject('postgresDoor'));
  const shared = new URL(await answer.text());
  const name = `test_${randomBytes(6).toString('hex')}`;
  const door = openPool(shared.href);
  await door.query(`create database ${name}`);
  await door.end();

  const own = new URL(shared);
  own.pathname = `/${name}`;
  const pool = openPool(own.href);
  await migrate(pool);
  return {url: own.href, pool, close: () => pool.end()};
}
