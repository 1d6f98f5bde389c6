import {expect, test} from 'vitest';
import {type Position, beginning} from '../journal/entry.ts';
import {id} from '../lib/id.ts';
import {fail} from '../lib/result.ts';
import {oneOf, text} from '../lib/shape.ts';
import type {Order, OrderId} from '../orders/schema.ts';
import type {Storefront, StorefrontId} from '../storefronts/schema.ts';
import {business, givenOrder, monday, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {Applier} from './applier.ts';
import {type Call, callOf, defineMutator, done} from './define.ts';
import {type Effects, type Group, type LogPlace, digestOf, partOf, withHash} from './group.ts';
import {Replica} from './replica.ts';
import type {OutboxRow} from './store.ts';

const named = defineMutator('test.named', {id: id('storefront'), name: text({min: 1, max: 40})}, async (tx, asked) => {
  await tx.storefronts.put({...storefront, ...asked});
  return done;
});
/** Appends to the name that it finds; refused where there is none. */
const lengthened = defineMutator('test.lengthened', {id: id('storefront'), by: text({max: 9})}, async (tx, asked) => {
  const found = await tx.storefronts.get(asked.id);
  if (!found) return fail('storefronts.not_found', {storefrontId: asked.id});
  await tx.storefronts.update(asked.id, {name: `${found.name}${asked.by}`});
  return done;
});
const dropped = defineMutator('test.dropped', {id: id('storefront')}, async (tx, asked) => {
  await tx.storefronts.delete(asked.id);
  return done;
});
const taken = defineMutator('test.taken', {channelOrderId: text({max: 9})}, async (tx, {channelOrderId}) => {
  await tx.orders.put(givenOrder(channelOrderId));
  return done;
});
/** Writes down how many storefronts there are. */
const counted = defineMutator('test.counted', {id: id('storefront')}, async (tx, asked) => {
  const all = await tx.storefronts.range({limit: 99});
  await tx.storefronts.put({...storefront, ...asked, name: `${all.length} of them`});
  return done;
});
/** Names one storefront and then finds that there is not the other: refused, or where it is told to, broken. */
const regretted = defineMutator(
  'test.regretted',
  {id: id('storefront'), on: id('storefront'), how: oneOf(['refuse', 'break'])},
  async (tx, {id: named, on, how}) => {
    await tx.storefronts.put({...storefront, id: named, name: 'regretted'});
    if (await tx.storefronts.get(on)) return done;
    if (how === 'break') throw new Error('a bug');
    return fail('storefronts.not_found', {storefrontId: on});
  },
);
const mutators = [named, lengthened, dropped, taken, counted, regretted];

const shopId = (letter: string): StorefrontId => letter.repeat(12) as StorefrontId;
const shop = (letter: string, name: string): Storefront => ({...storefront, id: shopId(letter), name});
const name = (letter: string, to: string): Call => callOf(named, {id: shopId(letter), name: to});
const lengthen = (letter: string, by: string): Call => callOf(lengthened, {id: shopId(letter), by});

const origin = {replica: 'a-----------', inc: 'first-------'};
const other = {replica: 'b-----------', inc: 'first-------'};
const place: LogPlace = {epoch: 1, seq: 4, hash: digestOf('before')};
const pack = (_: unknown, rows: readonly Order[]) => ({rows, columns: {}, texts: ''});

/** A desk at number 4 of the log with storefronts A and B, on which these calls wait. */
async function given(...calls: readonly Call[]) {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    await tx.put('businesses', business);
    for (const letter of ['A', 'B']) await tx.put('storefronts', shop(letter, letter));
    await tx.put('orders', givenOrder('1'));
    await tx.setMeta('place', place);
    await tx.setMeta('decided', beginning);
    await tx.setMeta('lines', [{...origin, from: 0}]);
  });
  const replica = new Replica(store, mutators);
  await replica.mutate(calls, {at: monday}, () => undefined);
  const rows = await store.read((tx) => tx.outbox(0, 99));
  return {store, rows, applier: new Applier(store, mutators, {pack: pack as never})};
}

/** What stands in the places of the log behind number 4, by another desk unless it says otherwise. */
function groupOf(effects: Effects, changes: Partial<Group> = {}): Group {
  return withHash(place.hash, {
    first: 5,
    last: 5,
    decidedAt: monday,
    by: other,
    n: [1, 1],
    told: 'h'.repeat(43),
    not: [],
    parts: [partOf('shop', effects)],
    ...changes,
  });
}

/** The same, deciding the first of what waits here. */
function ownGroup(rows: readonly OutboxRow[], effects: Effects, n: readonly [number, number] = [1, 1]): Group {
  const told = rows.find((row) => row.n === n[1])?.hash ?? '';
  return groupOf(effects, {by: origin, n, told, last: 5 + n[1] - n[0]});
}

async function left(store: MemoryStore): Promise<object> {
  return store.read(async (tx) => ({
    shops: (await tx.range('storefronts', {limit: 99})).map((row) => row.name),
    seq: (await tx.meta('place'))?.seq,
    decided: (await tx.meta('decided'))?.n,
    waiting: (await tx.outbox(0, 99)).map(({n}) => n),
  }));
}

const nothing: Effects = {put: {}, del: {}};

test('what another desk did is written, told as changed where it is, and moves this desk on in the log', async () => {
  const {store, applier} = await given();
  const group = groupOf({put: {storefronts: [shop('A', 'A'), shop('B', 'Ink'), shop('C', 'Tea')]}, del: {}});
  const applied = await applier.apply(group);
  const behind = {epoch: 1, seq: 5, hash: group.hash};
  expect([applied, await left(store), await store.read((tx) => tx.meta('place'))]).toEqual([
    {
      ok: true,
      value: {
        place: behind,
        decidedN: 0,
        changes: [
          {table: 'storefronts', id: shopId('B'), row: shop('B', 'Ink')},
          {table: 'storefronts', id: shopId('C'), row: shop('C', 'Tea')},
        ],
      },
    },
    {shops: ['A', 'Ink', 'Tea'], seq: 5, decided: 0, waiting: []},
    behind,
  ]);
});

test('what is deleted in the log is deleted here, and what was deleted already is no change', async () => {
  const {store, applier} = await given();
  const applied = await applier.apply(groupOf({put: {}, del: {storefronts: [shopId('A'), shopId('C')]}}));
  expect([applied.ok && applied.value?.changes, await left(store)]).toEqual([
    [{table: 'storefronts', id: shopId('A'), row: undefined}],
    {shops: ['B'], seq: 5, decided: 0, waiting: []},
  ]);
});

test('a group that is there already changes nothing, and one that does not follow is refused', async () => {
  const {store, applier} = await given();
  const [first, again] = [groupOf({put: {storefronts: [shop('A', 'Ink')]}, del: {}}), groupOf(nothing)];
  await applier.apply(first);
  const answers = [
    await applier.apply(first),
    await applier.apply({...again, first: 4, last: 4}),
    await applier.apply({...again, first: 7, last: 8}),
    await applier.apply(withHash(place.hash, {...again, first: 6, last: 6})),
  ];
  expect([answers, await left(store)]).toEqual([
    [
      {ok: true, value: undefined},
      {ok: true, value: undefined},
      fail('sync.log_parted', {seq: 7}),
      fail('sync.log_parted', {seq: 6}),
    ],
    {shops: ['Ink', 'B'], seq: 5, decided: 0, waiting: []},
  ]);
});

test('what a newer version said is not read, and nothing of its group is taken', async () => {
  const bodies = [
    'no JSON',
    'null',
    '7',
    '{}',
    '{"put":{}}',
    '{"put":null,"del":{}}',
    '{"put":{},"del":null}',
    '{"put":{},"del":7}',
    '{"put":7,"del":{}}',
    '{"put":{"vessels":[{"id":"x"}]},"del":{}}',
    '{"put":{},"del":{"vessels":["x"]}}',
    JSON.stringify({put: {storefronts: [shop('C', 'Tea'), {...shop('D', 'Ink'), more: 1}]}, del: {}}),
  ];
  const {store, applier} = await given();
  const seen = partOf('shop', {put: {storefronts: [shop('C', 'Tea')]}, del: {}});
  const unread = [
    ...bodies.map((body) => ({scope: 'x', digest: digestOf(body), body})),
    {scope: 'x', digest: digestOf('')},
  ];
  const answers = [];
  for (const part of unread) answers.push(await applier.apply(groupOf(nothing, {parts: [seen, part]})));
  expect([answers, await left(store)]).toEqual([
    unread.map(() => fail('sync.not_readable', {seq: 5})),
    {shops: ['A', 'B'], seq: 4, decided: 0, waiting: []},
  ]);
});

test('what is decided of this desk waits no longer, and what came out as it was guessed is no change', async () => {
  const {store, rows, applier} = await given(name('A', 'Tea'), name('C', 'Ink'), lengthen('B', '!'));
  const group = ownGroup(rows, {put: {storefronts: [shop('A', 'Tea'), shop('C', 'Ink')]}, del: {}}, [1, 2]);
  const applied = await applier.apply(group);
  const decided = await store.read((tx) => tx.meta('decided'));
  expect([applied, await left(store), decided]).toEqual([
    {ok: true, value: {place: {epoch: 1, seq: 6, hash: group.hash}, decidedN: 2, changes: []}},
    {shops: ['Tea', 'B!', 'Ink'], seq: 6, decided: 2, waiting: [3]},
    {n: 2, hash: rows[1]?.hash},
  ]);
});

test('what the master refused is taken back: rows it changed, made or deleted here', async () => {
  const {store, rows, applier} = await given(
    name('A', 'Tea'),
    name('C', 'Ink'),
    callOf(dropped, {id: shopId('B')}),
    callOf(taken, {channelOrderId: '2'}),
  );
  const before = await left(store);
  const applied = await applier.apply(ownGroup(rows, nothing, [1, 4]));
  const order = await store.read((tx) => tx.get('orders', givenOrder('2').id as OrderId));
  expect([before, await left(store), order, applied.ok && applied.value?.changes.map(({row}) => row)]).toEqual([
    {shops: ['Tea', 'Ink'], seq: 4, decided: 0, waiting: [1, 2, 3, 4]},
    {shops: ['A', 'B'], seq: 8, decided: 4, waiting: [4]},
    undefined,
    [shop('A', 'A'), undefined, shop('B', 'B'), undefined],
  ]);
});

test('what waits is done again above what was decided, and remembers what it found then', async () => {
  const {store, applier} = await given(lengthen('A', '!'), lengthen('A', '?'), lengthen('B', '!'));
  const applied = await applier.apply(groupOf({put: {storefronts: [shop('A', 'Tea')]}, del: {}}));
  const rows = await store.read((tx) => tx.outbox(0, 99));
  const found = (row: Storefront, name: string) => [
    {table: 'storefronts', id: row.id, row, became: {id: row.id, set: {name}}},
  ];
  expect([
    await left(store),
    rows.map((row) => ('bytes' in row ? row.before : row)),
    applied.ok && applied.value?.changes,
  ]).toEqual([
    {shops: ['Tea!?', 'B!'], seq: 5, decided: 0, waiting: [1, 2, 3]},
    [found(shop('A', 'Tea'), 'Tea!'), found(shop('A', 'Tea!'), 'Tea!?'), found(shop('B', 'B'), 'B!')],
    [{table: 'storefronts', id: shopId('A'), row: shop('A', 'Tea!?')}],
  ]);
});

test('what cannot be done above what was decided still waits, and has written nothing until it can', async () => {
  const {store, applier} = await given(lengthen('A', '!'), lengthen('A', '?'));
  await applier.apply(groupOf({put: {}, del: {storefronts: [shopId('A')]}}));
  const without = [await left(store), await store.read((tx) => tx.outbox(0, 99))];
  const back = groupOf({put: {storefronts: [shop('A', 'Tea')]}, del: {}}, {first: 6, last: 6});
  const now = (await store.read((tx) => tx.meta('place'))) ?? place;
  const again = await applier.apply(withHash(now.hash, back));
  expect([
    without[0],
    (without[1] as readonly OutboxRow[]).map((row) => ('bytes' in row ? [row.before, row.reads] : row)),
    again.ok,
    await left(store),
  ]).toEqual([
    {shops: ['B'], seq: 5, decided: 0, waiting: [1, 2]},
    [
      [[], [`storefronts/${shopId('A')}`]],
      [[], [`storefronts/${shopId('A')}`]],
    ],
    true,
    {shops: ['Tea!?', 'B'], seq: 6, decided: 0, waiting: [1, 2]},
  ]);
});

test('what is refused or broken when it is done again leaves nothing of what it wrote', async () => {
  const regret = (letter: string, how: 'refuse' | 'break') =>
    callOf(regretted, {id: shopId(letter), on: shopId('A'), how});
  const {store, applier} = await given(regret('C', 'refuse'), regret('D', 'break'));
  const before = await left(store);
  await applier.apply(groupOf({put: {}, del: {storefronts: [shopId('A')]}}));
  const rows = await store.read((tx) => tx.outbox(0, 99));
  expect([before, await left(store), rows.map((row) => ('bytes' in row ? row.before : row))]).toEqual([
    {shops: ['A', 'B', 'regretted', 'regretted'], seq: 4, decided: 0, waiting: [1, 2]},
    {shops: ['B'], seq: 5, decided: 0, waiting: [1, 2]},
    [[], []],
  ]);
});

test('whoever has walked a table is done again when a row comes into it', async () => {
  const {store, applier} = await given(callOf(counted, {id: shopId('D')}), callOf(taken, {channelOrderId: '2'}));
  const before = await left(store);
  await applier.apply(groupOf({put: {storefronts: [shop('C', 'Tea')]}, del: {}}));
  expect([before, await left(store)]).toEqual([
    {shops: ['A', 'B', '2 of them'], seq: 4, decided: 0, waiting: [1, 2]},
    {shops: ['A', 'B', 'Tea', '3 of them'], seq: 5, decided: 0, waiting: [1, 2]},
  ]);
});

test('a log that tells of other work under the numbers of this desk is told as a fork', async () => {
  const {store, rows, applier} = await given(name('A', 'Tea'), name('B', 'Ink'));
  const [own, more] = [ownGroup(rows, nothing), ownGroup(rows, nothing, [1, 3])];
  const answers = [
    await applier.apply(withHash(place.hash, {...own, told: 'x'.repeat(43)})),
    await applier.apply(withHash(place.hash, {...own, told: rows[1]?.hash ?? ''})),
    await applier.apply(more),
  ];
  expect([answers, await left(store)]).toEqual([
    answers.map(() => fail('sync.forked', {seq: 5})),
    {shops: ['Tea', 'Ink'], seq: 4, decided: 0, waiting: [1, 2]},
  ]);
});

test('numbers that another incarnation of this desk went on from are decided up to where its own line ends', async () => {
  const {store, rows, applier} = await given(name('A', 'Tea'), name('B', 'Ink'));
  await store.write((tx) =>
    tx.setMeta('lines', [
      {...origin, from: 0},
      {...origin, inc: 'second------', from: 1},
    ]),
  );
  const copied = groupOf({put: {storefronts: [shop('A', 'Tea')]}, del: {}}, {by: origin, n: [1, 2], last: 6});
  const applied = await applier.apply(copied);
  const decided: Position | undefined = await store.read((tx) => tx.meta('decided'));
  expect([applied.ok && applied.value?.decidedN, decided, await left(store)]).toEqual([
    1,
    {n: 1, hash: rows[0]?.hash},
    {shops: ['Tea', 'Ink'], seq: 6, decided: 1, waiting: [2]},
  ]);
});

test('what was decided of this desk before is not looked for again', async () => {
  const {store, rows, applier} = await given(name('A', 'Tea'), name('B', 'Ink'));
  await applier.apply(ownGroup(rows, {put: {storefronts: [shop('A', 'Tea')]}, del: {}}));
  const now = (await store.read((tx) => tx.meta('place'))) ?? place;
  const applied = await applier.apply(withHash(now.hash, {...ownGroup(rows, nothing), first: 6, last: 6}));
  expect([applied.ok && applied.value?.decidedN, await left(store)]).toEqual([
    1,
    {shops: ['Tea', 'Ink'], seq: 6, decided: 1, waiting: [2]},
  ]);
});

test('many new orders of one group rest as a page', async () => {
  const {store, applier} = await given();
  const orders = Array.from({length: 200}, (_, at) => givenOrder(String(at)));
  await applier.apply(groupOf({put: {orders}, del: {}}));
  const heads = await store.pageHeads('orders', 0, 9);
  const {changed, added} = await store.looseRows('orders');
  expect([heads.map(({ids}) => ids.map((all) => all.split('\n').length)), changed.length, added.length]).toEqual([
    [[199]],
    0,
    1,
  ]);
});

test('a patch of a row that is not here tells of damage, and one that makes no row of a newer version', async () => {
  const {store, applier} = await given();
  const patched = (letter: string, set: object) =>
    applier.apply(groupOf({put: {}, del: {}, patch: {storefronts: [{id: shopId(letter), set: {...set}}]}}));
  const answers = [await patched('C', {name: 'Tea'}), await patched('A', {name: 7}), await patched('A', {name: 'Tea'})];
  expect([answers.slice(0, 2), answers[2]?.ok, await left(store)]).toEqual([
    [fail('sync.damaged', {seq: 5}), fail('sync.not_readable', {seq: 5})],
    true,
    {shops: ['Tea', 'B'], seq: 5, decided: 0, waiting: []},
  ]);
});

test('a patch is of the row as it was confirmed, whatever was guessed above it', async () => {
  const {store, applier} = await given(name('A', 'Ink'), lengthen('B', '!'));
  const effects = {storefronts: ['A', 'B'].map((letter) => ({id: shopId(letter), set: {currency: 'USD'}}))};
  await applier.apply(groupOf({put: {}, del: {}, patch: effects}));
  const rows = await store.read((tx) => tx.range('storefronts', {limit: 9}));
  expect(rows.map((row) => [row.name, row.currency])).toEqual([
    ['Ink', 'EUR'],
    ['B!', 'USD'],
  ]);
});
