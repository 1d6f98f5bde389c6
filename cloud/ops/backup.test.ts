import {appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gunzipSync, gzipSync} from 'node:zlib';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {protocolVersion} from '#core/sync/protocol.ts';
import {business, givenOrder, monday, storefront} from '#core/testing/given.ts';
import {migrate} from '../database/migrate.ts';
import {testDatabase} from '../testing/test-database.ts';
import {TestDesk} from '../testing/test-desk.ts';
import {TestMaster} from '../testing/test-master.ts';
import {backUp} from './backup.ts';
import {restore} from './restore.ts';

let running: TestMaster | undefined;
let folder = '';
beforeAll(async () => {
  running = await TestMaster.start();
  folder = mkdtempSync(path.join(os.tmpdir(), 'tradewind-backup-'));
}, 60_000);
afterAll(async () => {
  await running?.close();
  rmSync(folder, {recursive: true, force: true});
});

const odd = {...business, name: 'Öl \u2028 & “𠮷” \\n \r {"base64":"AAAA"}'};
const orders = Array.from({length: 250}, (_, at) => givenOrder(String(at)));
const hold = (at: number): Call => callOf(holdOrder, {orderId: must(orders[at], 'an order').id, reason: 'stock'});

async function given(): Promise<{
  readonly master: TestMaster;
  readonly a: TestDesk;
  readonly b: TestDesk;
  readonly file: string;
}> {
  const master = must(running, 'a master');
  const a = await new TestDesk(master.url, 'a').found(master.setupCode, [
    ['businesses', odd],
    ['storefronts', storefront],
    ...orders.map((order) => ['orders', order] as const),
  ]);
  const b = await new TestDesk(master.url, 'b').join(await a.code());
  await a.do(hold(1), hold(2));
  await a.push();
  await a.pull();
  return {master, a, b, file: path.join(folder, `${a.shop}.backup`)};
}

test('a backup brings back every row, every desk and the key of the master, in another epoch', async () => {
  const {master, a, b, file} = await given();
  const {pool} = master.database;
  const layout = await migrate(pool);
  const written = await backUp(pool, file, {layout, at: monday});
  const before = (await a.ask('/digest')).json as {readonly epoch: number};
  const hello = await (await fetch(`${master.url}/v1/hello?nonce=${'A'.repeat(43)}`)).text();
  await a.do(hold(3));
  await a.push();
  await a.pull();

  const read = await restore(pool, file, {layout, at: monday});
  const epoch = monday / 1_000;
  const restored = (await b.ask('/digest')).json;
  await b.do(hold(4));
  const place = must(await a.store.read((tx) => tx.meta('place')), 'a place');
  expect({
    read,
    restored,
    hello: await (await fetch(`${master.url}/v1/hello?nonce=${'A'.repeat(43)}`)).text(),
    push: await b.push(),
    log: (await a.ask(`/log?epoch=${place.epoch}&seq=${place.seq}&hash=${place.hash}`)).text,
    files: readdirSync(folder).filter((name) => name.endsWith('.half')),
  }).toEqual({
    read: written,
    restored: {...before, epoch},
    hello,
    push: {v: protocolVersion, epoch, seq: 2, n: 0, no: 'epoch'},
    log: `${JSON.stringify({t: 'again', why: 'elsewhere', epoch})}\n`,
    files: [],
  });
  await restore(pool, file, {layout, at: monday});
  expect(((await b.ask('/digest')).json as {readonly epoch: number}).epoch).toBe(epoch + 1);
});

test('a backup fills a database that is empty, so that desks go on there', async () => {
  const {master, file} = await given();
  const layout = await migrate(master.database.pool);
  await backUp(master.database.pool, file, {layout, at: monday});
  const empty = await testDatabase();
  await restore(empty.pool, file, {layout, at: monday});
  const copy = path.join(folder, 'copy');
  await backUp(empty.pool, copy, {layout, at: monday});
  // Only shops differ: by their epoch.
  const rowsOf = (name: string): readonly string[] => {
    const lines = gunzipSync(readFileSync(name)).toString().split('\n');
    return lines.filter((line) => line.startsWith('[') && !/^\["[\w-]{12}",\d+,\d+,/.test(line)).toSorted();
  };
  const [before, after] = [rowsOf(file), rowsOf(copy)];
  await empty.close();
  expect([after.length > 500, after]).toEqual([true, before]);
});

test('a backup that is damaged, cut off, added to or something else is refused, and nothing is changed', async () => {
  const {master, a, file} = await given();
  const {pool} = master.database;
  const layout = await migrate(pool);
  await backUp(pool, file, {layout, at: monday});
  const before = (await a.ask('/digest')).text;
  const whole = readFileSync(file);
  const lines = gunzipSync(whole).toString().split('\n');
  const spoiled: readonly (readonly [string, Buffer])[] = [
    ['cut off', whole.subarray(0, whole.length / 2)],
    ['without its end', gzipSync(lines.slice(0, -2).join('\n'))],
    ['without a row', gzipSync([...lines.slice(0, 6), ...lines.slice(7)].join('\n'))],
    ['with another letter', gzipSync(lines.join('\n').replace('Green tea', 'Black tea'))],
    ['of a later layout', gzipSync(lines.join('\n').replace(`"layout":${layout}`, `"layout":${layout + 1}`))],
    ['something else', gzipSync('{"format":"else"}\n{}\n')],
    ['a picture', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(0)],
  ];
  const outcomes = await Promise.all(
    spoiled.map(async ([name, bytes]) => {
      const place = path.join(folder, name);
      writeFileSync(place, bytes);
      return restore(pool, place, {layout, at: monday}).catch((error: Error) => error.name);
    }),
  );
  const missing = await restore(pool, path.join(folder, 'missing'), {layout, at: monday}).catch(
    (error: Error) => error.message,
  );
  expect([outcomes, missing, (await a.ask('/digest')).text]).toEqual([
    spoiled.map(() => 'Refusal'),
    `There is no file ${path.join(folder, 'missing')}.`,
    before,
  ]);
});

test('a backup that cannot be written leaves the one before as it was', async () => {
  const {master, file} = await given();
  const {pool} = master.database;
  writeFileSync(file, 'the one before');
  appendFileSync(path.join(folder, 'taken'), '');
  const failed = await backUp(pool, path.join(folder, 'taken', 'inside'), {layout: 1, at: monday}).catch(
    (error: NodeJS.ErrnoException) => error.code,
  );
  expect([failed, readFileSync(file, 'utf8'), existsSync(path.join(folder, 'taken', 'inside'))]).toEqual([
    'ENOTDIR',
    'the one before',
    false,
  ]);
});
