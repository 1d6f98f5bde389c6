import {expect, test} from 'vitest';
import {beginning, entryOf} from '../journal/entry.ts';
import {id} from '../lib/id.ts';
import {list, text} from '../lib/shape.ts';
import type {Storefront, StorefrontId} from '../storefronts/schema.ts';
import {monday, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {Applier} from './applier.ts';
import {type Call, callOf, defineMutator, done} from './define.ts';
import {type Group, type LogPlace, digestOf, partOf, withHash} from './group.ts';
import {Replica} from './replica.ts';
import type {WriteTx} from './store.ts';

const shopId = (letter: string): StorefrontId => letter.repeat(12) as StorefrontId;
const shop = (letter: string, name: string): Storefront => ({...storefront, id: shopId(letter), name});

const origin = {replica: 'a-----------', inc: 'first-------'};
const place: LogPlace = {epoch: 1, seq: 4, hash: digestOf('before')};

/** A store that tells what is written into it. */
class WatchedStore extends MemoryStore {
  readonly written: string[] = [];

  override write<T>(body: (tx: WriteTx) => Promise<T>): Promise<T> {
    return super.write((tx) =>
      body({
        ...tx,
        put: async (table, row) => {
          this.written.push(`${table}/${row.id[0]}`);
          await tx.put(table, row);
        },
        forget: async (table, row) => {
          this.written.push(`no ${table}/${row[0]}`);
          await tx.forget(table, row);
        },
        guess: async (row) => {
          this.written.push(`guess ${row.n}`);
          await tx.guess(row);
        },
        letGo: async (upTo) => {
          this.written.push(`let go ${upTo}`);
          await tx.letGo(upTo);
        },
        setMeta: async (key, value) => {
          this.written.push(key);
          await tx.setMeta(key, value);
        },
      }),
    );
  }
}

/** A desk with storefronts A and B, on which these calls wait; `ran` tells which are run, once they have been done. */
async function given(...calls: readonly Call[]) {
  const ran: string[] = [];
  const store = new WatchedStore();
  const watched = mutatorsTelling((what) => ran.push(what));
  await store.write(async (tx) => {
    for (const letter of ['A', 'B']) await tx.put('storefronts', shop(letter, letter));
    await tx.setMeta('place', place);
    await tx.setMeta('decided', beginning);
    await tx.setMeta('lines', [{...origin, from: 0}]);
  });
  await new Replica(store, watched).mutate(calls, {at: monday}, () => undefined);
  ran.length = 0;
  store.written.length = 0;
  const names = async (): Promise<readonly string[]> =>
    store.read(async (tx) => (await tx.range('storefronts', {limit: 9})).map((row) => `${row.id[0]} ${row.name}`));
  const told = async (...rows: readonly Storefront[]) => {
    const now = (await store.read((tx) => tx.meta('place'))) ?? place;
    return new Applier(store, watched).apply(
      groupOf(now, {parts: [partOf('shop', {put: {storefronts: rows}, del: {}})]}),
    );
  };
  return {store, ran, told, names};
}

function mutatorsTelling(tell: (what: string) => void) {
  return [
    /** Names every storefront it is told of, without a look at it. */
    defineMutator('test.named', {ids: list(id('storefront'), {max: 9}), name: text({max: 9})}, async (tx, asked) => {
      tell(`named ${asked.name}`);
      for (const one of asked.ids) await tx.storefronts.put({...storefront, id: one, name: asked.name});
      return done;
    }),
    /** Where the first of them is called Tea, gives the others the name of the second, and its own sign. */
    defineMutator('test.copied', {ids: list(id('storefront'), {max: 9}), sign: text({max: 9})}, async (tx, asked) => {
      tell(`copied ${asked.sign}`);
      const [when = shopId('A'), from = shopId('A'), ...to] = asked.ids;
      if ((await tx.storefronts.get(when))?.name !== 'Tea') return done;
      const found = await tx.storefronts.get(from);
      for (const one of to)
        await tx.storefronts.put({...storefront, id: one, name: `${found?.name ?? 'none'}${asked.sign}`});
      return done;
    }),
  ] as const;
}

const [named, copied] = mutatorsTelling(() => undefined);
const name = (letters: string, to: string): Call => callOf(named, {ids: [...letters].map(shopId), name: to});
const copy = (letters: string, sign: string): Call => callOf(copied, {ids: [...letters].map(shopId), sign});

function groupOf({seq, hash}: LogPlace, changes: Partial<Group>): Group {
  return withHash(hash, {
    first: seq + 1,
    last: seq + 1,
    decidedAt: monday,
    by: {...origin, replica: 'b-----------'},
    n: [1, 1],
    told: 'h'.repeat(43),
    not: [],
    parts: [],
    ...changes,
  });
}

test('only those whom a decision concerns are done again, and nothing is written that comes out the same', async () => {
  const {store, ran, told, names} = await given(copy('ABC', '!'), name('D', 'Ink'), copy('BAE', '?'));
  await told(shop('B', 'Tea'));
  expect({ran, written: store.written, names: await names()}).toEqual({
    ran: ['copied ?'],
    written: ['guess 3', 'storefronts/B', 'storefronts/E', 'place'],
    names: ['A A', 'B Tea', 'D Ink', 'E A?'],
  });
});

test('a decision that says what is here already makes nobody do anything again', async () => {
  const {store, ran, told} = await given(copy('ABC', '!'), name('B', 'Ink'));
  await told(shop('A', 'A'), shop('B', 'B'));
  expect({ran, written: store.written}).toEqual({ran: [], written: ['place']});
});

test('one that is done again and comes out the same is not written again', async () => {
  const {store, ran, told} = await given(copy('ABC', '!'));
  await told(shop('A', 'Paper'), shop('B', 'B'));
  expect({ran, written: store.written}).toEqual({ran: ['copied !'], written: ['storefronts/A', 'place']});
});

test('one that now writes what another behind it has written does not stand above it', async () => {
  const {ran, told, names} = await given(copy('ABCE', '!'), name('CD', 'Ink'));
  await told(shop('A', 'Tea'));
  expect({ran, names: await names()}).toEqual({
    ran: ['copied !', 'copied !', 'named Ink'],
    names: ['A Tea', 'B B', 'C Ink', 'D Ink', 'E B!'],
  });
});

test('one that now looks at what another behind it has written sees what stood there before', async () => {
  const {ran, told, names} = await given(copy('ACE', '!'), name('CD', 'Ink'));
  await told(shop('A', 'Tea'));
  expect({ran, names: await names()}).toEqual({
    ran: ['copied !', 'copied !', 'named Ink'],
    names: ['A Tea', 'B B', 'C Ink', 'D Ink', 'E none!'],
  });
});

test('one that now writes what another behind it has looked at is seen by that one', async () => {
  const {ran, told, names} = await given(copy('ABBC', '!'), copy('BBD', '?'));
  await told(shop('A', 'Tea'));
  expect({ran, names: await names()}).toEqual({
    ran: ['copied !', 'copied !', 'copied ?'],
    names: ['A Tea', 'B B!', 'C B!'],
  });
});

test('one that now meets what stands before it, or meets nobody, is done again alone', async () => {
  const {ran, told, names} = await given(name('CD', 'Ink'), copy('ACE', '!'), name('F', 'Cup'));
  await told(shop('A', 'Tea'));
  expect({ran, names: await names()}).toEqual({
    ran: ['copied !'],
    names: ['A Tea', 'B B', 'C Ink', 'D Ink', 'E Ink!', 'F Cup'],
  });
});

test('with everything asked for, all that waits is done again, and comes out the same', async () => {
  const {store, ran} = await given(copy('ABC', '!'), name('D', 'Ink'));
  const group = groupOf(place, {parts: [partOf('shop', {put: {storefronts: [shop('B', 'Tea')]}, del: {}})]});
  const mutators = mutatorsTelling((what) => ran.push(what));
  await new Applier(store, mutators, {everything: true}).apply(group);
  expect({ran, written: store.written}).toEqual({
    ran: ['copied !', 'named Ink'],
    written: ['storefronts/B', 'place'],
  });
});

test('changes from before the shop had a master, and from before there was a journal, are done again like others', async () => {
  const {store, ran} = await given();
  const mutation = (n: number, call: Call) => ({n, ...call, version: 1, at: monday});
  const older = mutation(1, name('C', 'Ink'));
  await store.write(async (tx) => {
    await tx.append(older);
    await tx.append(entryOf({...beginning, n: 1}, mutation(2, name('D', 'Cup'))));
  });
  const group = groupOf(place, {parts: [partOf('shop', {put: {storefronts: [shop('B', 'Tea')]}, del: {}})]});
  const mutators = mutatorsTelling((what) => ran.push(what));
  await new Applier(store, mutators, {everything: true}).apply(group);
  const rows = await store.read((tx) => tx.outbox(0, 9));
  expect({
    ran,
    written: store.written,
    first: rows[0],
    second: rows[1] && 'bytes' in rows[1] && rows[1].before,
  }).toEqual({
    ran: ['named Ink', 'named Cup'],
    written: ['guess 2', 'storefronts/B', 'storefronts/C', 'storefronts/D', 'place'],
    first: older,
    second: [{table: 'storefronts', id: shopId('D'), row: undefined}],
  });
});

test('a log that goes on under a number that waits here no longer tells of another desk', async () => {
  const {store} = await given();
  await store.write((tx) =>
    tx.setMeta('lines', [
      {...origin, from: 0},
      {...origin, inc: 'second------', from: 1},
    ]),
  );
  const applied = await new Applier(store, []).apply(groupOf(place, {by: origin, n: [1, 2], last: 6}));
  expect(applied).toMatchObject({ok: false, fault: {code: 'sync.forked'}});
});

test('what was decided here before is neither written nor let go of again', async () => {
  const {store, told} = await given(name('C', 'Ink'));
  const [row] = await store.read((tx) => tx.outbox(0, 9));
  const own = groupOf(place, {
    by: origin,
    told: row?.hash ?? '',
    parts: [partOf('shop', {put: {storefronts: [shop('C', 'Ink')]}, del: {}})],
  });
  await new Applier(store, []).apply(own);
  await told();
  expect(store.written).toEqual(['place', 'decided', 'let go 1', 'place']);
});
