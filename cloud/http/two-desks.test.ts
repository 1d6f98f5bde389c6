import {afterAll, beforeAll, expect, test} from 'vitest';
import WebSocket from 'ws';
import {must} from '#core/lib/assert.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {protocolVersion} from '#core/sync/protocol.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {TestDesk, type TestRow, chunksOf} from '../testing/test-desk.ts';
import {TestMaster} from '../testing/test-master.ts';

let running: TestMaster | undefined;
beforeAll(async () => {
  running = await TestMaster.start();
}, 60_000);
afterAll(() => running?.close());

const orders = Array.from({length: 300}, (_, at) => givenOrder(String(at)));
const rows: readonly TestRow[] = [
  ['businesses', business],
  ['storefronts', storefront],
  ...orders.map((order) => ['orders', order] as const),
];
const idOf = (at: number): OrderId => orders[at]?.id as OrderId;
const hold = (at: number): Call => callOf(holdOrder, {orderId: idOf(at), reason: 'stock'});

async function given(): Promise<{readonly master: TestMaster; readonly a: TestDesk; readonly b: TestDesk}> {
  const master = must(running, 'a master');
  const a = await new TestDesk(master.url, 'a').found(master.setupCode, rows);
  const b = await new TestDesk(master.url, 'b').join(await a.code());
  return {master, a, b};
}

const tablesOf = async (desk: TestDesk): Promise<unknown> =>
  ((await desk.ask('/digest')).json as {readonly tables: unknown}).tables;

test('two desks that change the same orders come to the same rows, and the master has them too', async () => {
  const {a, b} = await given();
  await a.do(...orders.slice(0, 40).map((_, at) => hold(at)));
  // Whoever comes second is refused what both have done.
  await b.do(...orders.slice(20, 60).map((_, at) => hold(at + 20)));
  await Promise.all([a.push(), b.push()]);
  await Promise.all([a.pull(), b.pull()]);
  await Promise.all([a.pull(), b.pull()]);
  const digests = [await a.digest(), await b.digest(), await tablesOf(a)];
  const held = (await a.rowsOf('orders')).filter((row) => 'status' in row && row.status === 'held').length;
  expect(digests[1]).toEqual(digests[0]);
  expect(digests[2]).toEqual(digests[0]);
  expect([(await a.rowsOf('trayItems')).length, held]).toEqual([20, 60]);
});

test('a push whose answer was lost is answered the same again, and decided once', async () => {
  const {a} = await given();
  await a.do(hold(1), hold(2));
  const push = await a.nextPush();
  const answers = [await a.push(push), await a.push(push), await a.push(push)];
  const same = {v: protocolVersion, epoch: 1, seq: 2, n: 2};
  expect([answers, (await a.pull()).seq]).toEqual([[same, same, same], 2]);
});

test('a shop that was brought once is answered the same again, and no other takes its place', async () => {
  const {a} = await given();
  const place = await a.store.read((tx) => tx.meta('place'));
  const facts = chunksOf(rows).map((chunk) => chunk.facts);
  const [again, reversed, other] = [
    await a.ask('/genesis', {body: {chunks: facts}}),
    await a.ask('/genesis', {body: {chunks: facts.toReversed()}}),
    await a.ask('/genesis', {body: {chunks: facts.slice(1)}}),
  ];
  expect([again.json, reversed.json, other.status, other.json]).toEqual([
    place,
    place,
    409,
    {fault: {code: 'cloud.begun_otherwise', values: {}}},
  ]);
});

test('a desk hears at once that another has changed something', async () => {
  const {master, a, b} = await given();
  const heard: unknown[] = [];
  const url = `${master.url.replace('http', 'ws')}/v1/shops/${b.shop}/live`;
  const socket = new WebSocket(url, [`tradewind.${b.token}`]);
  const waiting: (() => void)[] = [];
  socket.on('message', (told: Buffer) => {
    heard.push(JSON.parse(told.toString()));
    waiting.shift()?.();
  });
  const next = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const first = next();
  await first;
  const second = next();
  await a.do(hold(1), hold(2), hold(3));
  await a.push();
  await second;
  socket.close();
  expect([heard, socket.protocol]).toEqual([
    [
      {t: 'head', seq: 0},
      {t: 'head', seq: 3},
    ],
    `tradewind.${b.token}`,
  ]);
});

test('what was answered is there after the master was started again', async () => {
  const {master, a, b} = await given();
  await a.do(hold(5));
  const push = await a.nextPush();
  const answer = await a.push(push);
  const before = await tablesOf(a);
  await master.again();
  const [moved, other] = [a, b].map((desk) =>
    Object.assign(new TestDesk(master.url, 'x'), {shop: desk.shop, token: desk.token}),
  );
  expect([await moved?.push(push), await tablesOf(must(other, 'a desk'))]).toEqual([answer, before]);
});
