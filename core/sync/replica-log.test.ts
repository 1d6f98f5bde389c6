import {expect, test} from 'vitest';
import {beginning, entryOf, hashBehind} from '../journal/entry.ts';
import {hashBytes} from '../lib/hash.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import {id} from '../lib/id.ts';
import {fail} from '../lib/result.ts';
import {text} from '../lib/shape.ts';
import {business, givenOrder, monday, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import type {Instant} from '../time/instant.ts';
import {type Call, callOf, defineMutator, done, doneWith} from './define.ts';
import {JustAppended} from './just-appended.ts';
import {type Commit, Replica, entryBehind, headOf, journalledOf} from './replica.ts';

/** Names a storefront, and can be taken back. */
const renamed = defineMutator('test.renamed', {name: text({min: 1, max: 60})}, async (tx, {name}) => {
  const before = await tx.storefronts.get(storefront.id);
  await tx.storefronts.put({...storefront, name});
  return before ? doneWith({name: 'test.renamed', args: {name: before.name}}) : done;
});
const broken = defineMutator('test.broken', {orderId: id('order')}, async (tx, {orderId}) => {
  if (await tx.storefronts.get(storefront.id)) throw new Error('a bug');
  await tx.orders.update(orderId, {status: 'cancelled'});
  return done;
});
const walked = defineMutator('test.walked', {}, async (tx) => {
  await tx.storefronts.range({limit: 3});
  await tx.businesses.delete(business.id);
  return done;
});
/** Writes a row before it is refused. */
const regretted = defineMutator('test.regretted', {}, async (tx) => {
  await tx.businesses.put(business);
  const storefrontId = storefront.id;
  return (await tx.storefronts.get(storefrontId)) ? done : fail('storefronts.not_found', {storefrontId});
});

const mutators = [holdOrder, releaseOrder, renamed, broken, walked, regretted];
const orderId = givenOrder('1').id as OrderId;
const release = callOf(releaseOrder, {orderId});
const rename = (name: string): Call => callOf(renamed, {name});

async function given(isJoined = false): Promise<{readonly store: MemoryStore; readonly replica: Replica}> {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    await tx.put('orders', givenOrder('1'));
    await tx.put('businesses', business);
    if (isJoined) await tx.setMeta('place', {epoch: 1, seq: 0, hash: beginning.hash});
  });
  return {store, replica: new Replica(store, mutators)};
}

test('a change is told with its number and how it can be taken back, a refused one with its fault', async () => {
  const {replica} = await given();
  const commits: Commit[] = [];
  const outcomes = await replica.mutate(
    [rename('Tea'), rename('Ink'), {name: 'test.renamed', args: {name: ''}}, release],
    {at: monday, batch: 'all'},
    (commit) => commits.push(commit),
  );
  const [commit] = commits;
  expect({
    outcomes,
    told: commit?.outcomes,
    entries: commit?.entries.map(({n}) => n),
    changes: commit?.changes.length,
  }).toEqual({
    outcomes: [
      {ok: true, n: 1},
      {ok: true, n: 2, undo: rename('Tea')},
      {ok: false, fault: {code: 'core.bad_shape', values: {path: 'name', problem: 'too_small'}}},
      {ok: true, n: 3, undo: {name: 'orders.recall', args: {orderId}}},
    ],
    told: outcomes,
    entries: [1, 2, 3],
    changes: 3,
  });
});

test('what is journalled of a change is what was asked, when, and as part of which bulk act', async () => {
  const {store, replica} = await given();
  await replica.mutate([rename('Tea')], {at: monday, batch: 'all'}, () => undefined);
  await replica.mutate([rename('Ink')], {at: (monday + 1) as Instant}, () => undefined);
  const rows = await store.read((tx) => tx.outbox(0, 9));
  const mutations = [
    {n: 1, name: 'test.renamed', version: 1, args: {name: 'Tea'}, at: monday, batch: 'all'},
    {n: 2, name: 'test.renamed', version: 1, args: {name: 'Ink'}, at: monday + 1},
  ];
  const first = entryOf(beginning, mutations[0]);
  expect([rows.map(journalledOf), rows, await store.read(headOf)]).toEqual([
    mutations,
    [first, entryOf(first, mutations[1])],
    {n: 2, hash: rows[1]?.hash},
  ]);
});

test('a change that is done again and refused now, or that meets a bug, keeps its number and changes nothing', async () => {
  const {store, replica} = await given();
  await replica.mutate([rename('Tea')], {at: monday}, () => undefined);
  const again = [
    {n: 2, ...release, version: 1, at: monday},
    {n: 3, ...release, version: 1, at: monday, batch: 'all'},
    {n: 4, name: 'test.broken', args: {orderId}, version: 1, at: monday},
    {n: 5, name: 'test.renamed', args: {name: ''}, version: 1, at: monday},
  ];
  const outcomes = await replica.replay(again, () => undefined);
  const left = await store.read(async (tx) => [
    (await tx.outbox(1, 9)).map(journalledOf),
    await tx.get('orders', orderId),
  ]);
  expect([outcomes.map((one) => (one.ok ? one.n : one.fault.code)), left]).toEqual([
    [2, 'orders.step_not_allowed', 'sync.broken', 'core.bad_shape'],
    [again, {...givenOrder('1'), status: 'released'}],
  ]);
});

test('a shop with a master remembers of each change what it looked at and what it found', async () => {
  const {store, replica} = await given(true);
  const outcomes = await replica.mutate(
    [rename('Tea'), callOf(walked, {}), {name: 'test.renamed', args: {name: ''}}],
    {at: monday},
    () => undefined,
  );
  const alone = await given();
  await alone.replica.mutate([rename('Tea')], {at: monday}, () => undefined);
  const guesses = (await store.read((tx) => tx.outbox(0, 9))).map((row) =>
    'bytes' in row ? [row.before, row.reads] : row,
  );
  const bare = (await alone.store.read((tx) => tx.outbox(0, 9))).map((row) => Object.keys(row).toSorted());
  expect({ok: outcomes.map(({ok}) => ok), guesses, bare}).toEqual({
    ok: [true, true, false],
    guesses: [
      [[{table: 'storefronts', id: storefront.id, row: undefined}], [`storefronts/${storefront.id}`]],
      // The row it deleted was looked for when it had to be told what it was.
      [[{table: 'businesses', id: business.id, row: business}], ['storefronts', `businesses/${business.id}`]],
    ],
    bare: [['bytes', 'hash', 'n']],
  });
});

test('what is done in a shop with a master stays at hand for whoever tells it, and nothing of it where there is none', async () => {
  const [joined, alone] = [await given(true), await given()];
  const held: (readonly unknown[])[] = [];
  for (const {store} of [joined, alone]) {
    const appended = new JustAppended();
    const replica = new Replica(store, mutators, {appended});
    for (const call of [rename('Tea'), release]) await replica.mutate([call], {at: monday}, () => undefined);
    held.push(appended.behind(0, 9).map(({entry, touched}) => [entry.n, touched.reads]));
  }
  expect(held).toEqual([
    [
      [1, [`storefronts/${storefront.id}`]],
      [2, [`orders/${orderId}`]],
    ],
    [],
  ]);
});

test('a replayed change that is refused now remembers what it looked at, and that it found nothing to write', async () => {
  const {store, replica} = await given(true);
  await replica.mutate([release], {at: monday}, () => undefined);
  const again = [release, callOf(regretted, {})].map((call, at) => ({n: 2 + at, ...call, version: 1, at: monday}));
  await replica.replay(again, () => undefined);
  const rows = await store.read((tx) => tx.outbox(1, 9));
  expect(rows.map((row) => 'bytes' in row && [row.before, row.reads])).toEqual([
    [[], [`orders/${orderId}`]],
    [[], [`storefronts/${storefront.id}`]],
  ]);
});

test('a log ends where its last row says, and before the first one where older stores kept its number', async () => {
  const store = new MemoryStore();
  const heads = [await store.read(headOf)];
  await store.write((tx) => tx.setMeta('lastN', 7));
  heads.push(await store.read(headOf));
  const older = {n: 8, name: 'orders.release', version: 1, args: {}, at: monday};
  await store.write((tx) => tx.append(older));
  heads.push(await store.read(headOf));
  const hash = entryOf(heads[2] ?? beginning, {...older, n: 9}).hash;
  await store.write((tx) => tx.append({...older, n: 9, hash}));
  heads.push(await store.read(headOf));
  expect(heads).toEqual([
    {n: 0, hash: beginning.hash},
    {n: 7, hash: beginning.hash},
    {n: 8, hash: beginning.hash},
    {n: 9, hash},
  ]);
});

test('an older row of the outbox is journalled as the mutation it is, without what else stands in it', () => {
  const mutation = {n: 1, name: 'orders.release', version: 1, args: {}, at: monday};
  const rows = [mutation, {...mutation, batch: 'all'}, {...mutation, hash: 'x'.repeat(43)}];
  const entry = entryOf(beginning, mutation);
  expect({
    told: rows.map(journalledOf),
    behind: rows.map((row) => entryBehind(beginning, row)),
    bytes: entryBehind({n: 4, hash: entry.hash}, entry),
  }).toEqual({
    told: [mutation, {...mutation, batch: 'all'}, mutation],
    behind: [entry, entryOf(beginning, {...mutation, batch: 'all'}), entry],
    bytes: {...entryOf({n: 4, hash: entry.hash}, mutation)},
  });
});

test('two windows of one shop give out one row of numbers between them, each behind what the other did', async () => {
  const {store, replica} = await given();
  const other = new Replica(store, mutators);
  for (const [at, window] of [replica, other, other, replica].entries()) {
    await window.mutate([rename(`Name ${at}`)], {at: monday}, () => undefined);
  }
  const rows = await store.read((tx) => tx.outbox(0, 9));
  const chain = rows.map((row, at) => entryBehind((rows[at - 1] as typeof beginning) ?? beginning, row).hash);
  expect([rows.map(({n}) => n), rows.map(({hash}) => hash)]).toEqual([[1, 2, 3, 4], chain]);
});

test('only a change that is alone, whose place is known and whose arguments fit is hashed beforehand', async () => {
  const {store} = await given();
  const hashed: number[] = [];
  const noted = defineMutator('test.noted', {text: text({max: 100_000})}, async () => done);
  const long = callOf(noted, {text: 'x'.repeat(90_000)});
  const replica = new Replica(store, [...mutators, noted], {
    sha256: async (bytes) => {
      hashed.push(bytes.length);
      return hashBytes(bytes);
    },
  });
  const run = (...calls: readonly Call[]) => replica.mutate(calls, {at: monday}, () => undefined);
  await run(long);
  const atFirst = hashed.length;
  await run(long, long);
  await run(callOf(noted, {text: 'x'.repeat(100_001)}));
  const before = hashed.length;
  await run(long);
  const rows = await store.read((tx) => tx.outbox(0, 9));
  expect([atFirst, before, hashed.length, rows.map((row) => journalledOf(row).n)]).toEqual([0, 0, 1, [1, 2, 3, 4]]);
});

test('a change that was hashed behind a place where another stands now is hashed again', async () => {
  const {store} = await given(true);
  const noted = defineMutator('test.noted', {text: text({max: 100_000})}, async () => done);
  const replica = new Replica(store, [...mutators, noted], {sha256: async (bytes) => hashBytes(bytes)});
  const run = (call: Call) => replica.mutate([call], {at: monday}, () => undefined);
  await run(rename('Tea'));
  const another = entryOf(beginning, {n: 1, ...rename('Ink'), version: 1, at: monday});
  await store.write((tx) => tx.guess(another));
  await run(callOf(noted, {text: 'x'.repeat(90_000)}));
  const [, row] = await store.read((tx) => tx.outbox(0, 9));
  expect(row && row.hash).toBe(row && entryBehind(another, row).hash);
});

test('what stands in the journal is told on word for word, in whatever layout it was written', () => {
  const bytes = new TextEncoder().encode('{ "n": 1 }');
  const row = {n: 1, hash: hashBehind(beginning, bytes), bytes};
  expect(entryBehind(beginning, row)).toEqual(row);
});

test('only what was done is told as committed, in as few parts as there have to be', async () => {
  const {replica} = await given();
  const told: number[] = [];
  const run = (count: number) =>
    replica.mutate(
      Array.from({length: count}, () => rename('Tea')),
      {at: monday},
      ({entries}) => told.push(entries.length),
    );
  const outcomes = [await run(0), await run(1), await run(250), await run(251)];
  expect([outcomes.map(({length}) => length), told]).toEqual([
    [0, 1, 250, 251],
    [1, 250, 250, 1],
  ]);
});
