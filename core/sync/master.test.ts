import {expect, test} from 'vitest';
import {beginning, entryOf} from '../journal/entry.ts';
import {must} from '../lib/assert.ts';
import {flag, integer, text} from '../lib/shape.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import {createStorefront, removeStorefront} from '../storefronts/mutators.ts';
import type {Storefront, StorefrontId} from '../storefronts/schema.ts';
import {business, givenOrder, monday, storefront} from '../testing/given.ts';
import {MemoryMaster} from '../testing/memory-master.ts';
import type {Instant} from '../time/instant.ts';
import {type Call, type Mutator, callOf, defineMutator, done} from './define.ts';
import {type LogPlace, partOf} from './group.ts';
import {Master} from './master.ts';
import {type Push, protocolVersion, sumOf} from './protocol.ts';

const orders = ['1', '2', '3'].map((number) => givenOrder(number));
const orderId = (at: number): OrderId => orders[at]?.id as OrderId;
const hold = (at: number): Call => callOf(holdOrder, {orderId: orderId(at), reason: 'stock'});
const release = (at: number): Call => callOf(releaseOrder, {orderId: orderId(at)});

const mutators = [holdOrder, releaseOrder, createStorefront, removeStorefront] as readonly Mutator[];
const origin = {replica: 'a-----------', inc: 'first-------'};
const now = (monday + 60_000) as Instant;

/** A log of these calls as one line tells it, and the place behind each. */
function lineOf(calls: readonly Call[]): {readonly texts: readonly string[]; readonly places: readonly Push['from'][]} {
  const places: Push['from'][] = [beginning];
  const texts = calls.map(({name, args}, at) => {
    const mutation = {n: at + 1, name, version: 1, args, at: monday};
    const {n, hash} = entryOf(places[at] ?? beginning, mutation);
    places.push({n, hash});
    return JSON.stringify(mutation);
  });
  return {texts, places};
}

const {texts, places} = lineOf([hold(0), release(0), release(1), hold(2)]);

/** What stands behind place `from` and up to `to`. */
function pushOf(from: number, to: number, changes: Partial<Push> = {}): Push {
  return {epoch: 1, origin, from: places[from] ?? beginning, mutations: texts.slice(from, to), ...changes};
}

async function given(): Promise<{readonly master: Master; readonly store: MemoryMaster; readonly place: LogPlace}> {
  const store = new MemoryMaster();
  const rows = [
    ['businesses', business],
    ['storefronts', storefront],
    ...orders.map((row) => ['orders', row] as const),
  ];
  return {store, place: await store.begin('shop', rows as never), master: new Master(store, mutators)};
}

test('of a push that was garbled on its way nothing is taken, and told again it is decided', async () => {
  const {master, store} = await given();
  const push = pushOf(0, 2, {sum: sumOf(must(places[2], 'a place').hash)});
  const garbled = {...push, mutations: [texts[0] ?? '', (texts[1] ?? '').replace('"args":{', '"args":{"more":1,')]};
  const answers = [await master.push('shop', garbled, now), await master.push('shop', push, now)];
  expect([answers.map((answer) => [answer?.no, answer?.n]), (await store.head('shop'))?.seq]).toEqual([
    [
      ['garbage', 0],
      [undefined, 2],
    ],
    2,
  ]);
});

test('what is decided is answered again and not decided again, and what goes on from there is', async () => {
  const {master, store} = await given();
  const push = (from: number, to: number) => master.push('shop', pushOf(from, to), now);
  const answers = [
    await push(0, 2),
    await push(0, 2),
    await push(1, 2),
    await push(2, 2),
    await push(1, 3),
    await push(0, 0),
    await push(0, 4),
  ];
  const groups = await store.groups('shop', 0, 1_000_000);
  const answer = (n: number) => ({v: protocolVersion, epoch: 1, seq: n, n});
  expect({answers, groups: groups.map(({first, last, n, not}) => [first, last, n, not])}).toEqual({
    answers: [2, 2, 2, 2, 3, 3, 4].map(answer),
    groups: [
      [1, 2, [1, 2], [[2, 'refused']]],
      [3, 3, [3, 3], []],
      [4, 4, [4, 4], []],
    ],
  });
});

test('a push that does not go on from what is decided is refused with the reason, and nothing of it is taken', async () => {
  const {master, store} = await given();
  await master.push('shop', pushOf(0, 2), now);
  const other = lineOf([hold(0), hold(1), release(1)]);
  const asked = (text: string | undefined, changes: object): string =>
    JSON.stringify({...(JSON.parse(text ?? '') as object), ...changes});
  const refused: readonly (readonly [Push, string])[] = [
    [pushOf(2, 3, {epoch: 2}), 'epoch'],
    [pushOf(2, 3, {mutations: ['no mutation']}), 'garbage'],
    [pushOf(2, 3, {mutations: [asked(texts[2], {n: 4})]}), 'garbage'],
    [pushOf(2, 4, {mutations: [texts[2] ?? '', texts[2] ?? '']}), 'garbage'],
    [pushOf(3, 4), 'gap'],
    [pushOf(2, 3, {from: {n: 2, hash: beginning.hash}}), 'fork'],
    [pushOf(0, 3, {from: {n: 0, hash: places[1]?.hash ?? ''}}), 'fork'],
    [pushOf(1, 3, {from: {n: 1, hash: places[2]?.hash ?? ''}}), 'fork'],
    [pushOf(0, 3, {mutations: other.texts}), 'fork'],
    [pushOf(0, 1, {mutations: [asked(texts[0], {at: monday + 1})]}), 'fork'],
    [pushOf(1, 1, {from: {n: 1, hash: beginning.hash}}), 'fork'],
  ];
  const answers = [];
  for (const [push] of refused) answers.push(await master.push('shop', push, now));
  expect([answers, (await store.head('shop'))?.seq]).toEqual([
    refused.map(([, no]) => ({v: protocolVersion, epoch: 1, seq: 2, n: 2, no})),
    2,
  ]);
});

test('a line that begins behind a number goes on from there, and nobody knows what stood before', async () => {
  const {master, store} = await given();
  const second = {...origin, inc: 'second------'};
  const answers = [
    await master.push('shop', pushOf(2, 3, {origin: second}), now),
    await master.push('shop', pushOf(2, 4, {origin: second}), now),
    await master.push('shop', pushOf(1, 4, {origin: second}), now),
    await master.push('shop', pushOf(0, 1), now),
  ];
  const groups = await store.groups('shop', 0, 1_000_000);
  expect([answers.map((one) => [one?.seq, one?.n, one?.no]), groups.map(({by, n}) => [by.inc, n])]).toEqual([
    [
      [1, 3, undefined],
      [2, 4, undefined],
      [2, 4, 'fork'],
      [3, 1, undefined],
    ],
    [
      ['second------', [3, 3]],
      ['second------', [4, 4]],
      ['first-------', [1, 1]],
    ],
  ]);
});

test('a decision is kept whole: its group, its mutations in their places, its line and every row it changes', async () => {
  const {store} = await given();
  const kept: unknown[] = [];
  const master = new Master(
    {
      head: (shopId) => store.head(shopId),
      hashOfLog: (shopId, seq) => store.hashOfLog(shopId, seq),
      groups: (shopId, after, most) => store.groups(shopId, after, most),
      decide: (shopId, body) =>
        store.decide(shopId, (tx) =>
          body({
            ...tx,
            keep: async (decided) => {
              kept.push(decided);
              await tx.keep(decided);
            },
          }),
        ),
    },
    mutators,
  );
  // Neither in the order of their ids nor in the opposite one.
  const shops: readonly Storefront[] = ['B', 'C', 'A'].map((letter) => ({
    ...storefront,
    id: letter.repeat(12) as StorefrontId,
    name: letter,
  }));
  const sorted = ['A', 'B', 'C'].flatMap((letter) => shops.filter(({name}) => name === letter));
  const line = lineOf([
    ...shops.map((one) => callOf(createStorefront, one as never)),
    ...shops.map(({id}) => callOf(removeStorefront, {storefrontId: id as StorefrontId})),
    release(0),
  ]);
  const [first, second] = [line.texts.slice(0, 3), line.texts.slice(3, 6)];
  await master.push('shop', {epoch: 1, origin, from: beginning, mutations: first}, monday);
  await master.push('shop', {epoch: 1, origin, from: line.places[3] ?? beginning, mutations: second}, now);
  const groups = await store.groups('shop', 0, 1_000_000);
  const told = {by: origin, not: [], hash: ''};
  const rows = (are: readonly (Storefront | undefined)[]) =>
    shops.map(({id}, at) => ({table: 'storefronts', id, row: are[at]}));
  expect([groups.map((group) => ({...group, hash: ''})), kept]).toEqual([
    [
      {
        ...told,
        first: 1,
        last: 3,
        decidedAt: monday,
        n: [1, 3],
        told: line.places[3]?.hash,
        parts: [partOf('shop', {put: {storefronts: sorted}, del: {}})],
      },
      {
        ...told,
        first: 4,
        last: 6,
        decidedAt: now,
        n: [4, 6],
        told: line.places[6]?.hash,
        parts: [partOf('shop', {put: {}, del: {storefronts: sorted.map(({id}) => id)}})],
      },
    ],
    [
      {
        origin,
        line: {from: beginning, last: line.places[3]},
        decisions: [1, 2, 3].map((n) => ({...line.places[n], seq: n, text: line.texts[n - 1]})),
        group: groups[0],
        rows: rows(shops),
      },
      {
        origin,
        line: {from: beginning, last: line.places[6]},
        decisions: [4, 5, 6].map((n) => ({...line.places[n], seq: n, text: line.texts[n - 1]})),
        group: groups[1],
        rows: rows([]),
      },
    ],
  ]);
});

test('rows of a push come from the database together, in as many ways as its longest change has steps', async () => {
  const {store} = await given();
  const asked: number[] = [];
  const master = new Master(
    {
      head: (shopId) => store.head(shopId),
      hashOfLog: (shopId, seq) => store.hashOfLog(shopId, seq),
      groups: (shopId, after, most) => store.groups(shopId, after, most),
      decide: (shopId, body) =>
        store.decide(shopId, (tx) =>
          body({
            ...tx,
            getAll: (rows) => {
              asked.push(rows.length);
              return tx.getAll(rows);
            },
          }),
        ),
    },
    mutators,
  );
  await master.push('shop', pushOf(0, 4), now);
  expect(asked).toEqual([3]);
});

test('a desk is told what it has not seen, as much as there is room for, and where that ends', async () => {
  const {master: decider, store, place} = await given();
  await decider.push('shop', pushOf(0, 1), now);
  await decider.push('shop', pushOf(1, 3), now);
  // Of another process, which knows what is in the database.
  const master = new Master(store, mutators);
  const [first, second] = await store.groups('shop', 0, 1_000_000);
  const behind = (group: typeof first): LogPlace => ({epoch: 1, seq: group?.last ?? 0, hash: group?.hash ?? ''});
  const [one, all] = [behind(first), behind(second)];
  const elsewhere = [{t: 'again', why: 'elsewhere', epoch: 1}];
  expect([
    await master.pull('shop', place, 1_000_000),
    await master.pull('shop', place, 1),
    await master.pull('shop', one, 1_000_000),
    await master.pull('shop', all, 1_000_000),
    await master.pull('shop', {...one, epoch: 2}, 1_000_000),
    await master.pull('shop', {...one, hash: place.hash}, 1_000_000),
    await master.pull('shop', {...one, seq: 2}, 1_000_000),
    await master.pull('another', place, 1_000_000),
    await master.push('another', pushOf(0, 1), now),
  ]).toEqual([
    [
      {t: 'g', group: first},
      {t: 'g', group: second},
      {t: 'head', place: all},
    ],
    [
      {t: 'g', group: first},
      {t: 'head', place: one},
    ],
    [
      {t: 'g', group: second},
      {t: 'head', place: all},
    ],
    [{t: 'head', place: all}],
    elsewhere,
    elsewhere,
    elsewhere,
    undefined,
    undefined,
  ]);
});

test('of a row that was there the log tells what is other now, and the whole row where that is shorter', async () => {
  const {store} = await given();
  const {name: _, ...rest} = storefront;
  const changed = defineMutator('test.changed', {isWhole: flag()}, async (tx, {isWhole}) => {
    await tx.storefronts.get(storefront.id);
    const other = {...rest, businessId: 'X'.repeat(12), channel: 'ebay', currency: 'USD'} as unknown as Storefront;
    await tx.storefronts.put({...(isWhole ? other : storefront), name: isWhole ? 'Third' : 'Other'});
    return done;
  });
  const master = new Master(store, [changed]);
  const line = lineOf([callOf(changed, {isWhole: false}), callOf(changed, {isWhole: true})]);
  const tell = (from: number): Promise<unknown> =>
    master.push(
      'shop',
      {epoch: 1, origin, from: line.places[from] ?? beginning, mutations: line.texts.slice(from, from + 1)},
      now,
    );
  await tell(0);
  await tell(1);
  const groups = await store.groups('shop', 0, 1_000_000);
  const told = groups.map(
    ({parts}) => JSON.parse(parts[0]?.body ?? '{}') as {readonly rows: object; readonly patch: object},
  );
  expect(told.map(({rows, patch}) => [Object.keys(rows), patch])).toEqual([
    [[], {storefronts: [{id: storefront.id, set: {name: 'Other'}}]}],
    [['storefronts'], {}],
  ]);
});

test('a change is decided as of when it was done, once, unless one before it has changed what it looks at', async () => {
  const {store} = await given();
  const ran: string[] = [];
  const stamped = defineMutator('test.stamped', {at: integer({min: 0}), sign: text({max: 9})}, async (tx, asked) => {
    ran.push(asked.sign);
    const order = must(await tx.orders.get(orderId(asked.at)), 'an order');
    await tx.orders.update(order.id, {orderedAt: tx.at, shipCountry: 'FR'});
    return done;
  });
  const master = new Master(store, [stamped]);
  const line = lineOf([0, 1, 0].map((at, turn) => callOf(stamped, {at, sign: 'abc'[turn] ?? ''})));
  await master.push('shop', {epoch: 1, origin, from: beginning, mutations: line.texts}, now);
  const rows = await store.rowsOf('shop')?.read((tx) => tx.getMany('orders', [orderId(0), orderId(1)]));
  expect({ran, at: rows?.map((row) => row?.orderedAt)}).toEqual({ran: ['a', 'b', 'c', 'c'], at: [monday, monday]});
});

test('what has just been decided all desks hear without a look at the database, whatever is refused meanwhile', async () => {
  const {store, place} = await given();
  const asked: string[] = [];
  const noting = <A extends readonly unknown[], R>(name: string, read: (...args: A) => R) => {
    return (...args: A): R => {
      asked.push(name);
      return read(...args);
    };
  };
  const master = new Master(
    {
      head: noting('head', (shopId) => store.head(shopId)),
      hashOfLog: noting('hashOfLog', (shopId, seq) => store.hashOfLog(shopId, seq)),
      groups: noting('groups', (shopId, after, most) => store.groups(shopId, after, most)),
      decide: (shopId, body) => store.decide(shopId, body),
    },
    mutators,
  );
  await master.push('shop', pushOf(0, 1), now);
  await master.push('shop', pushOf(2, 3), now);
  await master.push('shop', pushOf(1, 2), now);
  const heard = await master.pull('shop', place, 1_000_000);
  expect({heard: heard?.map((frame) => frame.t === 'g' && frame.group.n), asked}).toEqual({
    heard: [[1, 1], [2, 2], false],
    asked: [],
  });
});
