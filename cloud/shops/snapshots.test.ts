import {gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import type {OrderStatus} from '#core/orders/schema.ts';
import {holdOrder, resumeOrder} from '#core/orders/mutators.ts';
import {unbundled} from '#core/sync/chunk-bundle.ts';
import {callOf} from '#core/sync/define.ts';
import {business, givenOrder, monday, storefront} from '#core/testing/given.ts';
import type {Instant} from '#core/time/instant.ts';
import {TestDesk, type TestRow} from '../testing/test-desk.ts';
import {TestMaster} from '../testing/test-master.ts';
import {type Snapshot, Snapshots} from './snapshots.ts';
import {tierOf} from './tiers.ts';

let running: TestMaster | undefined;
beforeAll(async () => {
  running = await TestMaster.start();
}, 60_000);
afterAll(() => running?.close());

const dayMs = 86_400_000;
const old = (monday - 100 * dayMs) as Instant;
const orders = [
  ...Array.from({length: 300}, (_, at) => givenOrder(`new ${at}`)),
  ...Array.from({length: 300}, (_, at) => givenOrder(`old ${at}`, {status: 'shipped', orderedAt: old})),
];
const rows: readonly TestRow[] = [
  ['businesses', business],
  ['storefronts', storefront],
  ...orders.map((order) => ['orders', order] as const),
];

const tiers: readonly (readonly [OrderStatus, number, string])[] = [
  ['shipped', 89, 'hot'],
  ['shipped', 90, 'hot'],
  ['shipped', 91, 'cold'],
  ['cancelled', 91, 'cold'],
  ['returned', 400, 'cold'],
  ['withdrawn', 91, 'cold'],
  ['new', 400, 'hot'],
  ['paid', 400, 'hot'],
  ['released', 400, 'hot'],
  ['held', 400, 'hot'],
];

test.each(tiers)('an order that is %s and %i days old is %s', (status, days, tier) => {
  expect(tierOf({status, orderedAt: (monday - days * dayMs) as Instant}, monday)).toBe(tier);
});

test('what a desk needs first comes first, and together the chunks are the whole shop', async () => {
  const master = must(running, 'a master');
  const a = await new TestDesk(master.url, 'a').found(master.setupCode, rows);
  const snapshot = (await a.ask('/snapshot')).json as Snapshot;
  const counted = snapshot.chunks.map(({table, tier, rows: count}) => `${tier} ${table} ${count}`);
  const b = await new TestDesk(master.url, 'b').join(await a.code());
  expect([counted, await b.digest()]).toEqual([
    ['hot businesses 1', 'hot storefronts 1', 'hot orders 256', 'hot orders 44', 'cold orders 256', 'cold orders 44'],
    await a.digest(),
  ]);
});

test('a snapshot is kept until a thousand decisions have been made behind it, and a desk may go on fetching the one before', async () => {
  const master = must(running, 'a master');
  const a = await new TestDesk(master.url, 'c').found(master.setupCode, rows.slice(0, 4));
  const {id} = givenOrder('new 1');
  const takeSnapshot = async (): Promise<Snapshot> => (await a.ask('/snapshot')).json as Snapshot;
  const decide = async (count: number): Promise<void> => {
    const pair = [callOf(holdOrder, {orderId: id, reason: 'stock'}), callOf(resumeOrder, {orderId: id})];
    for (let left = count; left > 0; left -= 250) {
      await a.do(...Array.from({length: Math.min(left, 250) / 2}, () => pair).flat());
      await a.push();
      await a.pull();
    }
  };
  const first = await takeSnapshot();
  await decide(1_000);
  const second = await takeSnapshot();
  await a.do(callOf(holdOrder, {orderId: id, reason: 'stock'}));
  await a.push();
  await a.pull();
  const third = await takeSnapshot();
  const b = await new TestDesk(master.url, 'd').join(await a.code());
  const statuses = await Promise.all(first.chunks.map(async ({sha}) => (await a.ask(`/snapshot/${sha}`)).status));
  expect([first.seq, second.seq, third.seq, await b.digest(), new Set(statuses)]).toEqual([
    0,
    0,
    1_001,
    await a.digest(),
    new Set([200]),
  ]);
});

test('desks that ask at once for a snapshot that is not there make one together', async () => {
  const master = must(running, 'a master');
  const a = await new TestDesk(master.url, 'e').found(master.setupCode, rows);
  const answers = await Promise.all(Array.from({length: 5}, () => a.ask('/snapshot')));
  expect(new Set(answers.map(({text}) => text)).size).toBe(1);
});

test('chunks that are asked for together come in that order, as each comes alone; none comes where one is missing', async () => {
  const master = must(running, 'a master');
  const a = await new TestDesk(master.url, 'f').found(master.setupCode, rows);
  const shas = ((await a.ask('/snapshot')).json as Snapshot).chunks.map(({sha}) => sha).toReversed();
  const together = async (asked: readonly string[]): Promise<Response> =>
    fetch(`${master.url}/v1/shops/${a.shop}/snapshot/chunks`, {
      method: 'POST',
      headers: {authorization: `Bearer ${a.token}`, 'content-type': 'application/x-ndjson'},
      body: JSON.stringify({shas: asked}),
    });
  const bundle = new Uint8Array(await (await together(shas)).arrayBuffer());
  const texts = unbundled(bundle, shas.length)?.map((packed) => gunzipSync(packed).toString());
  const alone = await Promise.all(shas.map(async (sha) => (await a.ask(`/snapshot/${sha}`)).text));
  const missing = (await together([...shas.slice(0, 2), 'A'.repeat(43)])).status;
  expect([texts, missing]).toEqual([alone, 404]);
});

test('chunks that are too much for one answer are refused together, and one comes however large it is', async () => {
  const master = must(running, 'a master');
  const a = await new TestDesk(master.url, 'g').found(master.setupCode, rows.slice(0, 4));
  await a.ask('/snapshot');
  const large = ['L', 'M'].map((letter) => letter.repeat(43));
  for (const sha of large) {
    await master.database.pool.query(
      `insert into snapshot_chunks (shop_id, epoch, seq, sha, packed) select shop_id, epoch, seq, $2, $3 from snapshots where shop_id = $1`,
      [a.shop, sha, Buffer.alloc(3 * 1024 * 1024)],
    );
  }
  const snapshots = new Snapshots(master.database.pool);
  const [both, one] = [await snapshots.bundle(a.shop, large), await snapshots.bundle(a.shop, large.slice(0, 1))];
  const told = await a.ask('/snapshot/chunks', {body: {shas: large}});
  expect([both, one === 'too large' ? 0 : one?.length, told.status]).toEqual(['too large', 1, 413]);
});
