import {readFileSync, readdirSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {registry} from '#core/registry.ts';
import {Master} from '#core/sync/master.ts';
import {decodePush, protocolVersion} from '#core/sync/protocol.ts';
import {monday} from '#core/testing/given.ts';
import {beginShop} from '../testing/begin-shop.ts';
import {type TestDatabase, testDatabase} from '../testing/test-database.ts';
import type {TestRow} from '../testing/test-desk.ts';
import {PostgresMaster} from './postgres-master.ts';

const samples = new URL('../../renderer/store/samples/', import.meta.url);
const names = readdirSync(samples).filter((name) => name.startsWith('outbox-'));
let database: TestDatabase | undefined;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database?.close());

interface Frozen {
  readonly genesis: readonly TestRow[];
  readonly wire: {readonly push: string};
}

test.each(names)('what a desk told in %s is decided in PostgreSQL as it was meant', async (name) => {
  const {genesis, wire} = JSON.parse(gunzipSync(readFileSync(new URL(name, samples))).toString()) as Frozen;
  const {pool} = must(database, 'a database');
  const store = new PostgresMaster(pool);
  await beginShop(pool, name, genesis);
  const read = decodePush(wire.push);
  const push = must(read !== 'upgrade' && read.ok ? read.value : undefined, 'a push that is read today');
  const answer = await new Master(store, registry.mutators).push(name, push, monday);
  const [group] = await store.groups(name, 0, 1);
  const {length} = push.mutations;
  expect([answer, group?.n, group?.not]).toEqual([
    {v: protocolVersion, epoch: 1, seq: length, n: length},
    [1, length],
    [],
  ]);
});
