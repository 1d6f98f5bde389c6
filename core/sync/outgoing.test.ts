import {expect, test} from 'vitest';
import {beginning} from '../journal/entry.ts';
import {holdOrder, resumeOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import {type DeskAtMaster, MasterInMemory, firstOrders} from '../testing/desk-at-master.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {callOf} from './define.ts';
import {JustAppended} from './just-appended.ts';
import {adoptLines} from './lines.ts';
import {nextPush} from './outgoing.ts';
import {sumOf} from './protocol.ts';
import {journalledOf} from './replica.ts';

const mutators = [holdOrder, resumeOrder];
const hold = (at: number) => callOf(holdOrder, {orderId: firstOrders[at]?.id as OrderId, reason: 'stock'});

/** A desk on which three orders were held, and none of it decided. */
async function given(): Promise<DeskAtMaster> {
  const desk = await (await MasterInMemory.begin(mutators)).desk('a');
  await desk.do(hold(0), hold(1), hold(2));
  return desk;
}

type Asked = Parameters<typeof nextPush>[1];

/** The numbers that a push tells, under which name, and behind which. */
async function told({store}: DeskAtMaster, asked: Asked): Promise<unknown> {
  const push = await nextPush(store, asked);
  return push && [push.origin.inc, push.from.n, push.mutations.map((text) => (JSON.parse(text) as {n: number}).n)];
}

test('a push is what waits behind a number and is saved, as many as are asked for', async () => {
  const desk = await given();
  const pushes = [
    {after: 0, savedN: 3},
    {after: 0, savedN: 2},
    {after: 1, savedN: 3},
    {after: 0, savedN: 3, most: 2},
    {after: 2, savedN: 3, most: 1},
    {after: 3, savedN: 3},
    {after: 0, savedN: 0},
  ];
  expect(await Promise.all(pushes.map((asked) => told(desk, asked)))).toEqual([
    ['first-------', 0, [1, 2, 3]],
    ['first-------', 0, [1, 2]],
    ['first-------', 1, [2, 3]],
    ['first-------', 0, [1, 2]],
    ['first-------', 2, [3]],
    undefined,
    undefined,
  ]);
});

test('what this process has appended is told without a look at the store, and what another window has appended behind it too', async () => {
  const desk = await given();
  const rows = await desk.store.read((tx) => tx.outbox(0, 9));
  const appended = new JustAppended();
  appended.add(rows.slice(0, 2) as never);
  const [read, looks]: [MemoryStore['read'], number[]] = [desk.store.read.bind(desk.store), []];
  desk.store.read = (body) =>
    read((tx) =>
      body({
        ...tx,
        outbox: (after, limit) => {
          looks.push(after);
          return tx.outbox(after, limit);
        },
      }),
    );
  const pushes = [
    {after: 0, savedN: 3, appended},
    {after: 1, savedN: 3, appended},
    {after: 0, savedN: 1, appended},
    {after: 0, savedN: 3, most: 2, appended},
    {after: 2, savedN: 3, appended},
  ];
  expect([await Promise.all(pushes.map((asked) => told(desk, asked))), looks]).toEqual([
    [
      ['first-------', 0, [1, 2]],
      ['first-------', 1, [2]],
      ['first-------', 0, [1]],
      ['first-------', 0, [1, 2]],
      ['first-------', 2, [3]],
    ],
    [1],
  ]);
});

test('what is decided is not told again, whatever was answered before', async () => {
  const desk = await given();
  await desk.sync();
  await desk.do(callOf(resumeOrder, {orderId: firstOrders[0]?.id as OrderId}));
  const {store} = desk;
  const decided = await store.read((tx) => tx.meta('decided'));
  expect([await told(desk, {after: 0, savedN: 9}), (await nextPush(store, {after: 1, savedN: 9}))?.from]).toEqual([
    ['first-------', 3, [4]],
    decided,
  ]);
});

test('a push tells of one line only, and the hash of what stands before it', async () => {
  const desk = await given();
  const {store} = desk;
  const line = {replica: 'a-----------', inc: 'first-------', from: 0};
  await adoptLines(store, [line, {...line, inc: 'second------', from: 2}]);
  const rows = await store.read((tx) => tx.outbox(0, 9));
  const second = rows[1];
  const pushes = [await nextPush(store, {after: 0, savedN: 3}), await nextPush(store, {after: 2, savedN: 3})];
  expect([
    pushes.map((push) => [push?.epoch, push?.origin, push?.from]),
    await told(desk, {after: 1, savedN: 3}),
  ]).toEqual([
    [
      [1, {replica: 'a-----------', inc: 'first-------'}, beginning],
      [1, {replica: 'a-----------', inc: 'second------'}, {n: 2, hash: second?.hash}],
    ],
    ['first-------', 1, [2]],
  ]);
});

test('a push tells the beginning of the hash behind it, so that one which was garbled on its way is not taken', async () => {
  const {store} = await given();
  const hashes = (await store.read((tx) => tx.outbox(0, 9))).map(({hash = ''}) => hash);
  const pushes = [await nextPush(store, {after: 0, savedN: 3}), await nextPush(store, {after: 0, savedN: 2})];
  expect(pushes.map((push) => push?.sum)).toEqual([hashes[2], hashes[1]].map((hash = '') => sumOf(hash)));
});

test('rows of an outbox from before there was a journal are told as if they had been journalled', async () => {
  const desk = await given();
  const {store} = desk;
  const rows = await store.read((tx) => tx.outbox(0, 9));
  const older = new MemoryStore();
  await older.write(async (tx) => {
    for (const row of rows) await tx.append(journalledOf(row));
    for (const key of ['place', 'lines', 'decided'] as const) {
      const value = await store.read((from) => from.meta(key));
      if (value) await tx.setMeta(key, value as never);
    }
  });
  const asked = {after: 0, savedN: 3};
  // They have no hashes, so what was garbled on its way would be taken.
  expect(await nextPush(older, asked)).toEqual({...(await nextPush(store, asked)), sum: undefined});
});

test('what was journalled is told letter by letter, or not at all', async () => {
  const {store} = await given();
  const told = async (bytes: Uint8Array<ArrayBuffer>): Promise<unknown> => {
    await store.write((tx) => tx.guess({n: 3, hash: beginning.hash, bytes}));
    return (await nextPush(store, {after: 2, savedN: 3}))?.mutations;
  };
  const marked = new TextEncoder().encode('\ufeff{"n":3}');
  expect(await told(marked)).toEqual(['\ufeff{"n":3}']);
  await expect(told(Uint8Array.of(0x7b, 0xff, 0x7d))).rejects.toThrow(TypeError);
});

test('a shop without a master has nothing to tell it', async () => {
  const complete = await given();
  const metas = await complete.store.read(async (tx) => ({
    place: await tx.meta('place'),
    lines: await tx.meta('lines'),
    decided: await tx.meta('decided'),
  }));
  const rows = await complete.store.read((tx) => tx.outbox(0, 9));
  const lacking = async (missing: string): Promise<unknown> => {
    const store = new MemoryStore();
    await store.write(async (tx) => {
      for (const row of rows) await tx.append(row);
      for (const [key, value] of Object.entries(metas)) {
        if (key !== missing) await tx.setMeta(key as 'place', value as never);
      }
    });
    return (await nextPush(store, {after: 0, savedN: 3}))?.mutations.length;
  };
  expect(await Promise.all(['nothing', 'place', 'lines', 'decided'].map(lacking))).toEqual([
    3,
    undefined,
    undefined,
    undefined,
  ]);
});
