import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {holdOrder, resumeOrder} from '#core/orders/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {protocolVersion} from '#core/sync/protocol.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {type TestDatabase, testDatabase} from '../testing/test-database.ts';
import {TestDesk} from '../testing/test-desk.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let database: TestDatabase | undefined;
let data = '';
let live: ChildProcess | undefined;
beforeAll(async () => {
  database = await testDatabase();
  data = mkdtempSync(path.join(os.tmpdir(), 'tradewind-killed-'));
}, 60_000);
afterAll(async () => {
  live?.kill('SIGKILL');
  await database?.close();
  rmSync(data, {recursive: true, force: true});
});

/** The real program in a process of its own; answers where it listens. */
async function start(): Promise<{readonly url: string; readonly words: string}> {
  live = spawn(process.execPath, ['--import', 'tsx', 'cloud/main.ts', '--data', data, '--port', '0'], {
    cwd: root,
    env: {...process.env, DATABASE_URL: must(database, 'a database').url},
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const said: string[] = [];
  for await (const line of createInterface({input: must(live.stdout, 'what it says')})) {
    if (said.push(line) === 2) break;
  }
  return {url: /http:\/\/[^\s]+/.exec(said[0] ?? '')?.[0] ?? '', words: said[1] ?? ''};
}

async function end(signal: NodeJS.Signals): Promise<unknown> {
  const child = must(live, 'a master');
  const ended = once(child, 'exit');
  child.kill(signal);
  return ended;
}

test('a master that is killed loses nothing it has answered, and one that is asked to end ends in order', async () => {
  const {url, words} = await start();
  const setupCode = readFileSync(path.join(data, 'setup-code'), 'utf8').trim();
  const orders = [givenOrder('1'), givenOrder('2')] as const;
  const a = await new TestDesk(url, 'a').found(setupCode, [
    ['businesses', business],
    ['storefronts', storefront],
    ...orders.map((order) => ['orders', order] as const),
  ]);
  const [one, two] = orders.map(({id}) => id);
  const held = (orderId = one): Call => callOf(holdOrder, {orderId: must(orderId, 'an order'), reason: 'stock'});
  await a.do(held());
  const first = await a.nextPush();
  const answer = await a.push(first);
  const killed = await end('SIGKILL');

  const next = await start();
  const again = Object.assign(new TestDesk(next.url, 'a'), {shop: a.shop, token: a.token});
  const repeated = await again.push(first);
  await a.do(callOf(resumeOrder, {orderId: must(one, 'an order')}), held(two));
  const second = await again.push(await a.nextPush());
  const ended = await end('SIGTERM');
  expect({killed, answer, repeated, second, ended, words: [words.includes(setupCode), next.words]}).toEqual({
    killed: [null, 'SIGKILL'],
    answer: {v: protocolVersion, epoch: 1, seq: 1, n: 1},
    repeated: {v: protocolVersion, epoch: 1, seq: 1, n: 1},
    second: {v: protocolVersion, epoch: 1, seq: 3, n: 3},
    ended: [0, null],
    words: [true, `The setup code lies in ${path.join(data, 'setup-code')}`],
  });
}, 60_000);
