import {afterAll, beforeAll, describe} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {masterConformance} from '#core/testing/master-conformance.ts';
import {type TestDatabase, testDatabase} from '../testing/test-database.ts';
import {beginShop} from '../testing/begin-shop.ts';
import {PostgresMaster} from './postgres-master.ts';

let database: TestDatabase | undefined;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database?.close());

describe('the master in PostgreSQL', () => {
  masterConformance(async () => {
    const {pool} = must(database, 'a database');
    return {store: new PostgresMaster(pool), begin: (shopId, rows) => beginShop(pool, shopId, rows)};
  });
});
