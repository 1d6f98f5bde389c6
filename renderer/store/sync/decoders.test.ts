import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Result} from '#core/lib/result.ts';
import {readJoinCode, writeJoinCode} from './join-code.ts';
import {httpLine} from './http-line.ts';
import {MasterDoor} from './master-door.ts';
import {MasterHttp, type Network} from './master-http.ts';

const runs = {numRuns: 500};
const [hash, name] = ['h'.repeat(43), 'n'.repeat(12)];
const garbage = fc.oneof(fc.string(), fc.json(), fc.string({unit: 'binary'}));

/** A JSON text in which a value is another; or a text with a piece of it changed. */
function near(value: object): fc.Arbitrary<string> {
  const text = JSON.stringify(value);
  const keys = fc.constantFrom(...Object.keys(value), '__proto__', 'more', '');
  const piece = fc.tuple(fc.nat(text.length), fc.nat(9), fc.string({maxLength: 4}));
  return fc.oneof(
    fc.dictionary(keys, fc.jsonValue(), {maxKeys: 2}).map((changed) => JSON.stringify({...value, ...changed})),
    piece.map(([at, length, other]) => text.slice(0, at) + other + text.slice(at + length)),
  );
}

/** A way on which everything is answered with this. */
function answering(body: string, status: number, type: string): Network {
  return {
    fetch: async () => new Response(status === 204 ? null : body, {status, headers: {'content-type': type}}),
    openSocket: () => {
      throw new Error('nobody listens');
    },
  };
}

const access = {url: 'https://tea.example', token: hash};
const place = {epoch: 1, seq: 1, hash};
const whole = [
  {v: 1, key: hash, sig: 's'.repeat(86)},
  {token: hash},
  {shop: name, token: hash, wrapped: 'w'.repeat(60), key: hash, sig: 's'.repeat(86)},
  place,
  {...place, chunks: [{sha: hash, table: 'orders', tier: 'hot', rows: 1, bytes: 1}]},
  {...place, tables: {orders: {rows: 1, digest: hash}}},
  {codeId: name, expiresAt: 1},
  [{replica: name, name: 'Desk', joinedAt: 1, lastSeenAt: 1, lastN: 1}],
  {v: 1, epoch: 1, seq: 1, n: 1},
  {fault: {code: 'sync.revoked', values: {}}},
] as const;
const told = fc.oneof(garbage, ...whole.map(near), ...whole.map((one) => fc.constant(JSON.stringify(one))));
const desk = {replica: name, inc: name, publicKey: hash, name: 'Desk'};

test('whatever is answered to a desk is an answer of a master or a fault, and never a bug', async () => {
  const status = fc.constantFrom(200, 200, 200, 204, 401, 403, 404, 409, 426, 500, 502);
  const type = fc.constantFrom('application/json', 'application/x-ndjson; charset=utf-8', 'text/html', '');
  await fc.assert(
    fc.asyncProperty(told, status, type, async (body, code, kind) => {
      const network = answering(body, code, kind);
      const door = new MasterDoor(network, access);
      const line = httpLine(new MasterHttp(network, access), name);
      const heard: readonly Result<unknown>[] = await Promise.all([
        door.key(),
        door.foundShop(name, {...desk, setupCode: 'x'}),
        door.join({codeId: name, proof: hash, ...desk}, hash),
        door.begin(name, []),
        door.manifest(name),
        door.digest(name),
        door.desks(name),
        door.addCode(name, {verifier: hash, wrapped: 'w'.repeat(60), minutes: 5}),
        line.push('x'),
        line.pull(place, async () => true),
      ]);
      // A key is believed where it has signed what was asked just now, so nobody who makes answers up has one.
      const believed = heard.filter(({ok}) => ok);
      const isOurs = code === 200 && kind.startsWith('application/');
      expect([heard[0]?.ok, heard[2]?.ok, isOurs || believed.length === 0]).toEqual([false, false, true]);
    }),
    runs,
  );
});

test('a join code that is read says what it says again, and leads to a safe place', () => {
  const code = {url: 'https://tea.example', fingerprint: 'f'.repeat(22), codeId: name, secret: new Uint8Array(16)};
  const inside = near({u: code.url, f: code.fingerprint, c: name, s: 'A'.repeat(22)});
  const coded = inside.map((text) => `TW1.${Buffer.from(text).toString('base64url')}`);
  const typed = writeJoinCode(code);
  const pieces = fc.tuple(fc.nat(typed.length), fc.nat(9), fc.string({maxLength: 4}));
  const damaged = pieces.map(([at, length, other]) => typed.slice(0, at) + other + typed.slice(at + length));
  fc.assert(
    fc.property(fc.oneof(garbage, coded, damaged), (text) => {
      const read = readJoinCode(text);
      if (!read.ok) return;
      expect([readJoinCode(writeJoinCode(read.value)), /^https?:\/\//.test(read.value.url)]).toEqual([read, true]);
    }),
    runs,
  );
});

test('what a socket tells is a place in the log, or is not heard', () => {
  fc.assert(
    fc.property(fc.oneof(told, near({t: 'head', seq: 7}), fc.constant('{"t":"head","seq":7}')), (data) => {
      const socket = {close: () => undefined} as WebSocket;
      const network: Network = {fetch: () => Promise.reject(new TypeError('no way')), openSocket: () => socket};
      const heard: number[] = [];
      httpLine(new MasterHttp(network, access), name).listen(
        (seq) => heard.push(seq),
        () => undefined,
      );
      for (const one of [data, new ArrayBuffer(2)]) socket.onmessage?.(new MessageEvent('message', {data: one}));
      expect(heard.filter((seq) => !Number.isSafeInteger(seq) || seq < 0)).toEqual([]);
    }),
    {numRuns: 2_000},
  );
});
