import {readFileSync} from 'node:fs';
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import * as z from 'zod';
import {beginning, entryOf} from '../journal/entry.ts';
import {canonical} from '../lib/canonical.ts';
import {base64url, hashText} from '../lib/hash.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import {MasterInMemory, firstOrders} from '../testing/desk-at-master.ts';
import {monday} from '../testing/given.ts';
import {type Group, type LogPlace, follows, partOf, withHash, wholeShop} from './group.ts';
import {
  FrameReader,
  type Frame,
  type Push,
  decodePush,
  encodeFrame,
  encodePush,
  messages,
  protocolVersion,
} from './protocol.ts';

/** What each version of the wire says. A message that changes is another version, with a line in README.md. */
const wires: Readonly<Record<number, string>> = {
  1: 'VGqX5GFS9XCmKaJkg4-ydZq9bthz7qJ2uySuBfduJnU',
  // Other bodies of groups.
  2: 'ZXdSMSgDYexj0XFtH__KRs7BhpEf49TuytVaNJeRJUI',
  // Longer pushes and groups.
  3: 'O-3L4GJduUTemFoS97eY8zH_yAwZ38GBtcjXiUm8c-w',
};

test('what the wire says is what its version has always said', () => {
  const told = Object.entries(messages).map(([name, shape]) => [name, z.toJSONSchema(shape, {unrepresentable: 'any'})]);
  // Through JSON, as the library's own marks are no part of it.
  const hash = base64url(hashText(canonical(JSON.parse(JSON.stringify(told)))));
  const history = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const isTold = history.includes(`\n| ${protocolVersion} `);
  expect({hash, isTold}).toEqual({hash: wires[protocolVersion], isTold: true});
});

const mutations = ['hold', 'release'].map((name, at) =>
  JSON.stringify({n: at + 1, name, version: 1, args: {}, at: monday}),
);
const push: Push = {
  epoch: 1,
  origin: {replica: 'a-----------', inc: 'first-------'},
  from: beginning,
  mutations,
};
const place: LogPlace = {epoch: 1, seq: 0, hash: beginning.hash};
const group: Group = withHash(place.hash, {
  first: 1,
  last: 2,
  decidedAt: monday,
  by: push.origin,
  n: [1, 2],
  told: 'h'.repeat(43),
  not: [[2, 'refused']],
  parts: [partOf(wholeShop, {put: {orders: firstOrders.slice(0, 1)}, del: {storefronts: ['s-----------']}})],
});
const frames: readonly Frame[] = [
  {t: 'g', group},
  {t: 'head', place},
  {t: 'again', why: 'gone', epoch: 2},
];

function read(text: string): readonly Frame[] {
  const reader = new FrameReader();
  const found: Frame[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    const frame = reader.take(line);
    if (!frame.ok) return found;
    if (frame.value) found.push(frame.value);
  }
  return found;
}

test('what was written is read as it was', () => {
  expect([decodePush(encodePush(push)), read(frames.map(encodeFrame).join(''))]).toEqual([
    {ok: true, value: push},
    frames,
  ]);
});

test('what a desk of an older version pushes is taken, and what one of a newer version pushes is not', () => {
  const told = (v: number): unknown => decodePush(encodePush(push).replace(`{"v":${protocolVersion},`, `{"v":${v},`));
  expect([told(1), told(protocolVersion + 1)]).toEqual([{ok: true, value: push}, 'upgrade']);
});

/** A text with a piece of it gone, doubled, or put where another stood. */
function damaged(text: string): fc.Arbitrary<string> {
  const piece = fc.tuple(
    fc.nat(text.length),
    fc.nat(12),
    fc.oneof(fc.string({maxLength: 4}), fc.constantFrom('', '0', '"', '\n', '}', ',')),
  );
  return piece.map(([at, length, other]) => text.slice(0, at) + other + text.slice(at + length));
}

const garbage = fc.oneof(fc.string(), fc.json(), fc.string({unit: 'binary'}));

test('a push that is read says what it says again, whatever came', () => {
  fc.assert(
    fc.property(fc.oneof(garbage, damaged(encodePush(push))), (text) => {
      const decoded = decodePush(text);
      if (decoded === 'upgrade' || !decoded.ok) return;
      expect(decodePush(encodePush(decoded.value))).toEqual(decoded);
    }),
    {numRuns: 2_000},
  );
});

test('nothing that comes down is taken for a frame unless it is one', () => {
  fc.assert(
    fc.property(fc.oneof(garbage, damaged(frames.map(encodeFrame).join(''))), (text) => {
      for (const frame of read(text)) expect(read(encodeFrame(frame))).toEqual([frame]);
    }),
    {numRuns: 2_000},
  );
});

test('a group that was damaged on its way follows nowhere', () => {
  fc.assert(
    fc.property(damaged(encodeFrame({t: 'g', group})), (text) => {
      const followers = read(text).filter((frame) => frame.t === 'g' && follows(place, frame.group));
      expect(followers).toEqual(followers.map(() => ({t: 'g', group})));
    }),
    {numRuns: 2_000},
  );
});

test('a damaged push of what is decided already changes nothing, or is as whole as any', async () => {
  const [mutators, orderId] = [[holdOrder, releaseOrder], firstOrders[0]?.id];
  const asked = {n: 1, name: holdOrder.name, version: 1, args: {orderId, reason: 'stock'}, at: monday};
  const shop = await MasterInMemory.begin(mutators);
  const desk = await shop.desk('a');
  await desk.do({name: holdOrder.name, args: asked.args});
  await desk.push();
  const head = await shop.store.head('shop');
  const {origin} = push;
  const again = encodePush({...push, mutations: [new TextDecoder().decode(entryOf(beginning, asked).bytes)]});
  await fc.assert(
    fc.asyncProperty(damaged(again), async (text) => {
      const decoded = decodePush(text);
      if (decoded === 'upgrade' || !decoded.ok) return;
      const isOurs = decoded.value.origin.replica === origin.replica && decoded.value.origin.inc === origin.inc;
      const isBehind = decoded.value.mutations.length > 1;
      // Who may push in whose name is found out before; what is told behind the decided ones is new.
      if (!isOurs || isBehind) return;
      await shop.master.push('shop', decoded.value, monday);
      expect(await shop.store.head('shop')).toEqual(head);
    }),
    {numRuns: 500},
  );
});

test('a push says the sum of what it tells, or nothing of it', () => {
  const told = {...push, sum: 'abcdefgh'};
  expect([decodePush(encodePush(told)), decodePush(encodePush(push))]).toStrictEqual([
    {ok: true, value: told},
    {ok: true, value: push},
  ]);
});
