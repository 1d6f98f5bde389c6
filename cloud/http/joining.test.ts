import {createPublicKey, verify} from 'node:crypto';
import {once} from 'node:events';
import {afterAll, beforeAll, expect, test} from 'vitest';
import WebSocket from 'ws';
import {must} from '#core/lib/assert.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {type Answer, ask, gzipped, packed} from '../testing/ask.ts';
import {TestDesk, chunksOf} from '../testing/test-desk.ts';
import {TestMaster} from '../testing/test-master.ts';

let running: TestMaster | undefined;
beforeAll(async () => {
  running = await TestMaster.start();
}, 60_000);
afterAll(() => running?.close());

const minuteMs = 60_000;
const wrongProof = 'Z'.repeat(43);

async function given(): Promise<{readonly master: TestMaster; readonly a: TestDesk; readonly guest: () => TestDesk}> {
  const master = must(running, 'a master');
  // Tries are counted by the minute, and every test is to begin with none.
  master.later(2 * minuteMs);
  const a = await new TestDesk(master.url, 'a').found(master.setupCode, [
    ['businesses', business],
    ['storefronts', storefront],
    ['orders', givenOrder('1')],
  ]);
  let guests = 0;
  return {master, a, guest: () => new TestDesk(master.url, `guest ${(guests += 1)}`)};
}

const told = ({status, json}: Answer): unknown => [status, (json as {fault?: {code?: string}}).fault?.code];

test('a code lets one desk in, which may ask again when the answer was lost', async () => {
  const {a, guest} = await given();
  const code = await a.code();
  const [b, c] = [guest(), guest()];
  const first = await b.joinWith(code);
  const again = await b.joinWith(code);
  const other = await c.joinWith(code);
  const [one, two] = [first, again].map(({json}) => json as {readonly shop: string; readonly token: string});
  const works = await Promise.all(
    [one, two].map(async (joined) => (await a.ask('/desks', {token: joined?.token})).status),
  );
  expect([first.status, one?.shop === a.shop, works, told(other)]).toEqual([
    200,
    true,
    [401, 200],
    [409, 'sync.code_used'],
  ]);
});

test('whoever joins can see that the master is the one of the code', async () => {
  const {master, a, guest} = await given();
  const joined = (await guest().joinWith(await a.code())).json as {readonly key: string; readonly sig: string};
  const nonce = 'Q'.repeat(43);
  const hello = (await ask(`${master.url}/v1/hello?nonce=${nonce}`)).json as {
    readonly key: string;
    readonly sig: string;
  };
  const key = createPublicKey({key: {kty: 'OKP', crv: 'Ed25519', x: hello.key}, format: 'jwk'});
  const holds = (what: string, sig: string): boolean =>
    verify(null, Buffer.from(what), key, Buffer.from(sig, 'base64url'));
  expect([
    joined.key === hello.key,
    holds(`tradewind-hello:${nonce}`, hello.sig),
    holds(`tradewind-join:${'N'.repeat(43)}`, joined.sig),
    holds(`tradewind-join:${nonce}`, joined.sig),
  ]).toEqual([true, true, true, false]);
});

test('a code ends with its time', async () => {
  const {master, a, guest} = await given();
  const code = await a.code(10);
  master.later(10 * minuteMs + 1);
  expect(told(await guest().joinWith(code))).toEqual([409, 'sync.code_expired']);
});

test('five wrong proofs end a code, and the right one comes too late', async () => {
  const {a, guest} = await given();
  const code = await a.code();
  const b = guest();
  const guesses: unknown[] = [];
  for (let at = 0; at < 5; at += 1) guesses.push(told(await b.joinWith({...code, proof: wrongProof})));
  expect([guesses, told(await b.joinWith(code))]).toEqual([
    Array.from({length: 5}, () => [403, 'sync.code_wrong']),
    [409, 'sync.code_expired'],
  ]);
});

test('four wrong proofs do not', async () => {
  const {a, guest} = await given();
  const code = await a.code();
  const b = guest();
  for (let at = 0; at < 4; at += 1) await b.joinWith({...code, proof: wrongProof});
  expect((await b.joinWith(code)).status).toBe(200);
});

test('who guesses codes is slowed down after 20 tries a minute, and heard again in the next', async () => {
  const {master, a, guest} = await given();
  const b = guest();
  const guesses: unknown[] = [];
  for (let at = 0; at < 22; at += 1) {
    guesses.push(told(await b.joinWith({codeId: String(at).padStart(12, '0'), proof: wrongProof})));
  }
  const refused = await b.joinWith(await a.code());
  master.later(minuteMs + 1);
  const code = await a.code();
  expect([guesses, told(refused), refused.headers.get('retry-after'), (await b.joinWith(code)).status]).toEqual([
    Array.from({length: 22}, (_, at) => (at < 20 ? [403, 'sync.code_wrong'] : [429, 'cloud.slow_down'])),
    [429, 'cloud.slow_down'],
    '60',
    200,
  ]);
});

test('a shop is brought with the setup code only, and not where there is one of that name', async () => {
  const {master, a, guest} = await given();
  const b = guest();
  const bring = (setupCode: string, shop: string): Promise<Answer> =>
    ask(`${master.url}/v1/shops`, {body: {setupCode, shop, ...b.facts}});
  const typed = master.setupCode.toLowerCase().replaceAll('-', ' ');
  expect([
    told(await bring('AAAAA-AAAAA-AAAAA-AAAAA', 'another-shop')),
    told(await bring(master.setupCode, a.shop)),
    (await bring(typed, 'another-shop')).status,
    (await bring(typed, 'another-shop')).status,
  ]).toEqual([[403, 'sync.setup_refused'], [409, 'cloud.shop_there'], 200, 200]);
});

test('a desk that was removed may neither push nor pull nor listen, and what it listened to ends', async () => {
  const {master, a, guest} = await given();
  const b = await guest().join(await a.code());
  const socket = new WebSocket(`${master.url.replace('http', 'ws')}/v1/shops/${b.shop}/live`, [`tradewind.${b.token}`]);
  await once(socket, 'message');
  const closed = once(socket, 'close');
  await b.do(callOf(holdOrder, {orderId: givenOrder('1').id, reason: 'stock'}));
  const push = await b.nextPush();
  const removed = await a.ask(`/desks/${b.name}`, {method: 'DELETE'});
  const again = await a.ask(`/desks/${b.name}`, {method: 'DELETE'});
  const [code] = (await closed) as [number];
  const place = must(await b.store.read((tx) => tx.meta('place')), 'a place');
  const late = new WebSocket(socket.url, [`tradewind.${b.token}`]);
  const [refused] = (await once(late, 'error')) as [Error];
  expect([
    removed.status,
    again.status,
    code,
    await b.push(push),
    (await b.ask(`/log?epoch=${place.epoch}&seq=${place.seq}&hash=${place.hash}`)).status,
    refused.message,
    (await a.ask('/digest')).status,
  ]).toEqual([
    204,
    204,
    4401,
    {fault: {code: 'sync.revoked', values: {}}},
    401,
    'Unexpected server response: 401',
    200,
  ]);
});

test('the list of desks tells who is in, when they were seen, and how far they are decided', async () => {
  const {master, a, guest} = await given();
  const began = master.now;
  const b = await guest().join(await a.code());
  await b.do(callOf(holdOrder, {orderId: givenOrder('1').id, reason: 'stock'}));
  await b.push();
  master.later(5 * minuteMs);
  await a.ask(`/desks/${b.name}`, {method: 'DELETE'});
  const desks = (await a.ask('/desks')).json as readonly {readonly replica: string}[];
  const name = 'Packing bench';
  const later = began + 5 * minuteMs;
  const both = [
    {replica: a.name, name, joinedAt: began, lastSeenAt: later, lastN: 0},
    {replica: b.name, name, joinedAt: began, lastSeenAt: began, lastN: 1, revoked: later},
  ];
  expect(desks.toSorted((one) => (one.replica === a.name ? -1 : 1))).toEqual(both);
});

test('a shop that has not begun is told so, and its desk may try again', async () => {
  const {master, guest} = await given();
  const b = guest();
  b.shop = 'not-begun-yet'.slice(0, 12);
  const body = {setupCode: master.setupCode, shop: b.shop, ...b.facts};
  b.token = ((await ask(`${master.url}/v1/shops`, {body})).json as {readonly token: string}).token;
  const paths = [`/log?epoch=1&seq=0&hash=${'A'.repeat(43)}`, '/snapshot', '/digest'];
  const answers = await Promise.all(paths.map((path) => b.ask(path)));
  const live = new WebSocket(`${master.url.replace('http', 'ws')}/v1/shops/${b.shop}/live`, [`tradewind.${b.token}`]);
  const [first] = (await once(live, 'message')) as [Buffer];
  live.close();
  expect([answers.map(told), first.toString()]).toEqual([
    paths.map(() => [409, 'cloud.shop_empty']),
    '{"t":"head","seq":0}',
  ]);
});

test('a shop that is taken back while it comes here leaves nothing, also where nobody knows that it has begun', async () => {
  const {master, guest} = await given();
  const sent = guest();
  sent.shop = 'half-of-it--';
  const body = {setupCode: master.setupCode, shop: sent.shop, ...sent.facts};
  sent.token = ((await ask(`${master.url}/v1/shops`, {body})).json as {readonly token: string}).token;
  for (const {facts, text} of chunksOf([['businesses', business]])) {
    await sent.ask(`/genesis/${facts.sha}`, {method: 'PUT', body: packed(text), headers: gzipped});
  }
  const begun = await guest().found(master.setupCode, [['businesses', business]]);
  await begun.code();
  const answers: unknown[] = [];
  for (const desk of [sent, begun]) {
    const gone = await desk.ask('', {method: 'DELETE'});
    answers.push(gone.status, told(await desk.ask('', {method: 'DELETE'})), await keptOf(master, desk.shop));
  }
  const again = await ask(`${master.url}/v1/shops`, {body});
  expect([answers, again.status]).toEqual([[204, [401, 'sync.revoked'], 0, 204, [401, 'sync.revoked'], 0], 200]);
});

test('a shop that others were let into, or in which something was decided, is not taken back', async () => {
  const {a, guest} = await given();
  const alone = (await a.ask('', {method: 'DELETE'})).status;
  const {master, a: b} = await given();
  await guest().join(await b.code());
  const shared = told(await b.ask('', {method: 'DELETE'}));
  const c = await guest().found(master.setupCode, [['orders', givenOrder('1')]]);
  await c.do(callOf(holdOrder, {orderId: givenOrder('1').id, reason: 'stock'}));
  await c.push();
  expect([alone, shared, told(await c.ask('', {method: 'DELETE'})), (await c.ask('/digest')).status]).toEqual([
    204,
    [409, 'cloud.shop_shared'],
    [409, 'cloud.shop_shared'],
    200,
  ]);
});

/** How many rows of all tables there are tell of a shop. */
async function keptOf({database: {pool}}: TestMaster, shop: string): Promise<number> {
  const tables = await pool.query<{readonly table_name: string}>(
    "select table_name from information_schema.columns where column_name = 'shop_id'",
  );
  let count = 0;
  for (const [table, column] of [...tables.rows.map((row) => [row.table_name, 'shop_id']), ['shops', 'id']]) {
    const kept = await pool.query(`select 1 from ${table} where ${column} = $1`, [shop]);
    count += kept.rowCount ?? 0;
  }
  return count;
}
