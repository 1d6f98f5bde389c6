import {request} from 'node:http';
import {createGzip} from 'node:zlib';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {encodePush, protocolVersion} from '#core/sync/protocol.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {type Asked, gzipped, packed} from '../testing/ask.ts';
import {TestDesk, chunksOf} from '../testing/test-desk.ts';
import {TestMaster} from '../testing/test-master.ts';

let running: TestMaster | undefined;
let sat: TestDesk | undefined;
beforeAll(async () => {
  running = await TestMaster.start();
  sat = await new TestDesk(running.url, 'a').found(running.setupCode, [
    ['businesses', business],
    ['storefronts', storefront],
    ['orders', givenOrder('1')],
  ]);
  await sat.do(callOf(holdOrder, {orderId: givenOrder('1').id, reason: 'stock'}));
}, 60_000);
afterAll(() => running?.close());

const mutation = '{"n":1,"name":"orders.hold","version":1,"args":{},"at":1}';
const head = {
  v: protocolVersion,
  epoch: 1,
  replica: '',
  inc: 'first-------',
  from: {n: 0, hash: 'A'.repeat(43)},
  count: 1,
};
const sha = 'A'.repeat(43);
const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
const wide = {
  codeId: 'A'.repeat(12),
  proof: sha,
  replica: 'A'.repeat(12),
  inc: 'A'.repeat(12),
  publicKey: sha,
  nonce: sha,
};

const everybodysGarbage: readonly Asked[] = [
  {body: ''},
  {body: '{'},
  {body: 'null'},
  {body: '[]'},
  {body: '{"__proto__":{"shop":1},"constructor":1}'},
  {body: deep},
  {body: Uint8Array.of(0xff, 0xfe, 0x80)},
  {body: '\0'},
  {body: Uint8Array.of(1, 2, 3), headers: gzipped},
  {body: packed('{}').subarray(0, 12), headers: gzipped},
  {body: '{}', headers: {'content-encoding': 'br'}},
  {body: '{}', headers: {'content-type': 'multipart/form-data; boundary=x'}},
];

const doors: readonly (readonly [string, string])[] = [
  ['POST', '/push'],
  ['PUT', `/genesis/${sha}`],
  ['POST', '/genesis'],
  ['POST', '/codes'],
  ['POST', '/log'],
  ['POST', '/snapshot/chunk'],
  ['POST', '/snapshot/chunks'],
];

function garbageFor(desk: TestDesk): readonly (readonly [string, Asked])[] {
  const lines = (facts: object, ...rest: readonly string[]): string =>
    [JSON.stringify({...head, replica: desk.name, ...facts}), ...rest].join('\n');
  const foreign = chunksOf([['orders', givenOrder('7')]])[0]?.facts;
  return [
    ...doors.flatMap(([method, path]) => everybodysGarbage.map((asked) => [path, {method, ...asked}] as const)),
    ['/push', {body: lines({count: 2}, mutation)}],
    ['/push', {body: lines({epoch: 0}, mutation)}],
    ['/push', {body: lines({from: {n: -1, hash: sha}}, mutation)}],
    ['/push', {body: lines({from: {n: 1.5, hash: sha}}, mutation)}],
    ['/push', {body: lines({replica: 'too long to be a name'}, mutation)}],
    ['/push', {body: lines({more: true}, mutation)}],
    ['/push', {body: lines({v: protocolVersion + 1}, mutation)}],
    ['/push', {body: lines({v: 0}, mutation)}],
    ['/log', {}],
    ['/log?epoch=1&seq=0&hash=short', {}],
    [`/log?epoch=1&seq=-1&hash=${sha}`, {}],
    [`/log?epoch=1&seq=1e3&hash=${sha}`, {}],
    [`/log?epoch=1&seq=99999999999999999999&hash=${sha}`, {}],
    [`/log?epoch=1&epoch=2&seq=0&hash=${sha}`, {}],
    ['/log', {body: {epoch: 0, seq: 0, hash: sha}}],
    ['/log', {body: {epoch: 1, seq: 0, hash: sha, more: true}}],
    ['/genesis/short', {method: 'PUT', body: 'x'}],
    ['/genesis', {body: {chunks: [{...foreign, rows: 0}]}}],
    ['/genesis', {body: {chunks: [foreign]}}],
    ['/codes', {body: {verifier: sha, wrapped: 'W'.repeat(80), minutes: 61}}],
    ['/codes', {body: {verifier: sha, wrapped: 'W'.repeat(80), minutes: 0}}],
    ['/codes', {body: {verifier: sha, wrapped: '!'.repeat(80), minutes: 5}}],
    ['/snapshot/short', {}],
    [`/snapshot/${sha}`, {}],
    ['/snapshot/chunk', {body: {sha: 'short'}}],
    ['/snapshot/chunk', {body: {sha}}],
    ['/snapshot/chunks', {body: {shas: [sha]}}],
    ['/snapshot/chunks', {body: {shas: Array.from({length: 9}, () => sha)}}],
    ['/desks/nobody', {method: 'DELETE'}],
    ['/desks/nobodys-desk', {method: 'DELETE'}],
    ['/nothing', {}],
    ['/push', {method: 'GET'}],
    ['/digest', {method: 'PATCH', body: '{}'}],
    ['/%E0%A4%A', {}],
  ];
}

test('whatever is no proper request is refused with a fault, and changes nothing', async () => {
  const [master, desk] = [must(running, 'a master'), must(sat, 'a desk')];
  const before = (await desk.ask('/digest')).text;
  const wrong: unknown[] = [];
  for (const [path, asked] of garbageFor(desk)) {
    const answer = await desk.ask(path, asked);
    const {fault} = (answer.json ?? {}) as {readonly fault?: {readonly code?: string}};
    const isRefused = answer.status >= 400 && answer.status < 500 && /^(cloud|sync)\./.test(fault?.code ?? '');
    if (!isRefused) wrong.push([path, JSON.stringify(asked).slice(0, 99), answer.status]);
  }
  for (const path of ['/v1/shops', '/v1/join']) {
    for (const asked of [
      ...everybodysGarbage.slice(0, 8),
      {body: {...wide, name: ''}},
      {body: {...wide, name: '\0'}},
    ]) {
      const answer = await fetch(`${master.url}${path}`, {method: 'POST', body: bodyOf(asked)});
      if (answer.status !== 400) wrong.push([path, JSON.stringify(asked).slice(0, 99), answer.status]);
    }
  }
  const failed = master.logged.filter((line) => line.includes('"event":"failed"'));
  expect([wrong, failed, (await desk.ask('/digest')).text]).toEqual([[], [], before]);
});

test('a push that is no push in itself is answered with what is wrong, and takes nothing', async () => {
  const desk = must(sat, 'a desk');
  const push = await desk.nextPush();
  const answers = [
    await desk.push({...push, mutations: ['no JSON']}),
    await desk.push({...push, mutations: [mutation.replace('"n":1', '"n":2')]}),
    await desk.push({...push, mutations: [mutation.replace('"n":1,', '')]}),
    await desk.push({...push, from: {n: 0, hash: 'B'.repeat(43)}, epoch: 2}),
    await desk.push({...push, origin: {...push.origin, replica: 'somebodyelse'}}),
  ];
  const no = (why: string): unknown => ({v: protocolVersion, epoch: 1, seq: 0, n: 0, no: why});
  expect(answers).toEqual([no('garbage'), no('garbage'), no('garbage'), no('epoch'), no('auth')]);
});

test('a wire of another number is told to upgrade', async () => {
  const desk = must(sat, 'a desk');
  const push = encodePush(await desk.nextPush());
  const answers = [
    await desk.ask('/push', {body: push.replace(/"v":\d+/, `"v":${protocolVersion + 1}`)}),
    await desk.ask('/push', {body: push.replace(/"v":\d+/, '"v":0')}),
  ];
  expect(answers.map(({status, json}) => [status, json])).toEqual(
    answers.map(() => [426, {fault: {code: 'sync.upgrade', values: {version: protocolVersion}}}]),
  );
});

async function gzippedZeros(megabytes: number): Promise<Buffer> {
  const zeros = Buffer.alloc(1024 * 1024);
  const packing = createGzip({level: 1});
  for (let left = megabytes; left > 0; left -= 1) packing.write(zeros);
  packing.end();
  return Buffer.concat((await packing.toArray()) as Buffer[]);
}

test('what is too large is refused before it is held in memory', async () => {
  const desk = must(sat, 'a desk');
  const bomb = await gzippedZeros(120);
  // Of this thread alone, in which the master runs: what the whole process holds is other tests' too.
  const held = (): number => process.memoryUsage().external;
  const before = held();
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, held())), 1);
  const unpacked = await desk.ask('/push', {body: bomb, headers: gzipped});
  clearInterval(looking);
  const grown = most - before;
  expect([unpacked.status, (unpacked.json as {fault: unknown}).fault, grown < 100 * 1024 * 1024]).toEqual([
    413,
    {code: 'cloud.too_large', values: {bytesMax: 37_814_272}},
    true,
  ]);
  expect([await statusOf(desk, '/push', 100_000_000), await statusOf(desk, '/codes', 20_000)]).toEqual([413, 413]);
});

test('one shop is nothing to the token of another, and nobody is let in without one', async () => {
  const [master, desk] = [must(running, 'a master'), must(sat, 'a desk')];
  const other = await new TestDesk(master.url, 'other').found(master.setupCode, [['businesses', business]]);
  const paths = ['/log', '/digest', '/desks', '/snapshot', `/snapshot/${sha}`];
  const asked = async (token: string | undefined): Promise<readonly number[]> =>
    Promise.all([
      ...paths.map(async (path) => (await desk.ask(path, {token})).status),
      ...doors.map(async ([method, path]) => (await desk.ask(path, {method, token, body: '{}'})).status),
      desk.ask(`/desks/${desk.name}`, {method: 'DELETE', token}).then(({status}) => status),
    ]);
  const all = (status: number): readonly number[] => Array.from({length: 13}, () => status);
  expect([await asked(other.token), await asked('A'.repeat(43)), await asked(undefined), await asked('A')]).toEqual([
    all(403),
    all(401),
    all(401),
    all(401),
  ]);
});

test('a desk that sends too much at once is told to come again, and may once that is through', async () => {
  const [master, desk] = [must(running, 'a master'), must(sat, 'a desk')];
  const sending = Array.from({length: 4}, () => {
    const sent = request(`${master.url}/v1/shops/${desk.shop}/push`, {
      method: 'POST',
      headers: {authorization: `Bearer ${desk.token}`, 'transfer-encoding': 'chunked'},
    });
    sent.write('{');
    return {sent, answered: new Promise((resolve) => sent.on('response', (answer) => resolve(answer.statusCode)))};
  });
  let fifth = await desk.ask('/push', {body: '{'});
  for (let tries = 0; fifth.status !== 503 && tries < 50; tries += 1) fifth = await desk.ask('/push', {body: '{'});
  for (const {sent} of sending) sent.end();
  const statuses = await Promise.all(sending.map(({answered}) => answered));
  let after = await desk.ask('/push', {body: '{'});
  for (let tries = 0; after.status === 503 && tries < 50; tries += 1) after = await desk.ask('/push', {body: '{'});
  expect([fifth.status, fifth.headers.get('retry-after'), statuses, after.status]).toEqual([
    503,
    '2',
    [400, 400, 400, 400],
    400,
  ]);
});

test('a desk may ask from a page of another address, and is heard also where it is refused', async () => {
  const desk = must(sat, 'a desk');
  const asks = await desk.ask('/push', {method: 'OPTIONS', token: undefined, headers: {origin: 'app://tradewind'}});
  const answers = [asks, await desk.ask('/digest'), await desk.ask('/digest', {token: 'A'}), await desk.ask('/none')];
  const header = (name: string): string | null => asks.headers.get(`access-control-allow-${name}`);
  expect([
    answers.map(({status, headers}) => [status, headers.get('access-control-allow-origin')]),
    [header('methods'), header('headers'), header('credentials')],
  ]).toEqual([
    [
      [204, '*'],
      [200, '*'],
      [401, '*'],
      [404, '*'],
    ],
    ['GET, POST, PUT, DELETE', 'authorization, content-type, content-encoding', null],
  ]);
});

function bodyOf({body = ''}: Asked): string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? body : body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
}

/** Sends a body without saying how long it is, as long as it is taken. */
function statusOf(desk: TestDesk, path: string, bytes: number): Promise<number | undefined> {
  const piece = Buffer.alloc(1_000_000, 'a');
  return new Promise((resolve) => {
    const sent = request(`${must(running, 'a master').url}/v1/shops/${desk.shop}${path}`, {
      method: 'POST',
      headers: {authorization: `Bearer ${desk.token}`, 'transfer-encoding': 'chunked'},
    });
    sent.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', () => resolve(undefined));
    let left = bytes;
    const more = (): void => {
      while (left > 0) {
        left -= piece.length;
        if (!sent.write(piece.subarray(0, Math.min(piece.length, left + piece.length)))) {
          sent.once('drain', more);
          return;
        }
      }
      sent.end();
    };
    more();
  });
}
