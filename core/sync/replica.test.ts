import {expect, test} from 'vitest';
import {type Entry, beginning, entryOf, valueOf} from '../journal/entry.ts';
import {hashBytes} from '../lib/hash.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import {id} from '../lib/id.ts';
import {fail} from '../lib/result.ts';
import {text} from '../lib/shape.ts';
import {business, givenOrder, monday, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {type Call, type Ending, callOf, defineMutator, done} from './define.ts';
import {Replica, headOf, journalledOf} from './replica.ts';

/** Writes, and then thinks better of it. */
const regret = defineMutator('test.regret', {storefrontId: id('storefront')}, async (tx, {storefrontId}): Ending => {
  await tx.storefronts.put({...storefront, id: storefrontId});
  return fail('storefronts.not_found', {storefrontId});
});

const breakDown = defineMutator('test.breakDown', {}, async (tx): Ending => {
  await tx.businesses.put({...business, name: ''});
  return done;
});

const note = defineMutator('test.note', {text: text({max: 200_000})}, async (): Ending => done);

const mutators = [holdOrder, releaseOrder, regret, breakDown, note];

async function given(count: number): Promise<{readonly store: MemoryStore; readonly replica: Replica}> {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    for (let n = 0; n < count; n += 1) await tx.put('orders', givenOrder(String(n)));
  });
  return {store, replica: new Replica(store, mutators)};
}

const release = (n: number) => callOf(releaseOrder, {orderId: givenOrder(String(n)).id});

test('a refused change leaves nothing behind, and those around it are kept', async () => {
  const {store, replica} = await given(2);
  const calls = [release(0), callOf(regret, {storefrontId: storefront.id}), release(1)];
  const outcomes = await replica.mutate(calls, {at: monday}, () => undefined);
  const left = await store.read(async (tx) => ({
    storefront: await tx.get('storefronts', storefront.id),
    outbox: (await tx.outbox(0, 10)).map(journalledOf).map(({n, name}) => [n, name]),
  }));
  expect({ok: outcomes.map(({ok}) => ok), ...left}).toEqual({
    ok: [true, false, true],
    storefront: undefined,
    outbox: [
      [1, 'orders.release'],
      [2, 'orders.release'],
    ],
  });
});

test('a long bulk act is kept in parts, each told once it is kept, and numbered without a gap', async () => {
  const {store, replica} = await given(600);
  const told: number[] = [];
  const calls = Array.from({length: 600}, (_, n) => release(n));
  await replica.mutate(calls, {at: monday, batch: 'b1'}, ({changes}) => told.push(changes.length));
  const outbox = await store.read((tx) => tx.outbox(0, 1000));
  expect({
    told,
    numbered: outbox.every(({n}, at) => n === at + 1),
    batches: [...new Set(outbox.map((row) => journalledOf(row).batch))],
    lastN: (await store.read(headOf)).n,
  }).toEqual({told: [250, 250, 100], numbered: true, batches: ['b1'], lastN: 600});
});

test('a bug takes its own transaction with it and no other', async () => {
  const {store, replica} = await given(300);
  const calls = [...Array.from({length: 260}, (_, n) => release(n)), callOf(breakDown, {})];
  await expect(replica.mutate(calls, {at: monday}, () => undefined)).rejects.toThrow('as its table declares it');
  const left = await store.read(async (tx) => ({
    lastN: (await headOf(tx)).n,
    outbox: (await tx.outbox(0, 1000)).length,
    kept: (await tx.get('orders', givenOrder('249').id))?.status,
    lost: (await tx.get('orders', givenOrder('250').id))?.status,
  }));
  expect(left).toEqual({lastN: 250, outbox: 250, kept: 'released', lost: 'paid'});
});

test('a change that nobody declared is a bug', async () => {
  const {replica} = await given(0);
  const call = {name: 'orders.vanish', args: {}};
  await expect(replica.mutate([call], {at: monday}, () => undefined)).rejects.toThrow('orders.vanish');
});

test('a long change is hashed by the host beforehand, and told right when another comes in between', async () => {
  const {store} = await given(2);
  const hashed: number[] = [];
  const between: (() => Promise<unknown>)[] = [];
  const replica: Replica = new Replica(store, mutators, {
    sha256: async (bytes) => {
      hashed.push(bytes.length);
      await between.shift()?.();
      return hashBytes(bytes);
    },
  });
  const entries: Entry[] = [];
  const run = (call: Call) => replica.mutate([call], {at: monday}, (commit) => entries.push(...commit.entries));
  const long = callOf(note, {text: 'x'.repeat(100_000)});
  await run(release(0));
  await run(long);
  between.push(() => run(release(1)));
  await run(long);

  const chain = entries.map((entry, at) => entryOf(entries[at - 1] ?? beginning, valueOf(entry)));
  expect({hashed: hashed.length, names: entries.map((entry) => (valueOf(entry) as Call).name), chain}).toEqual({
    hashed: 2,
    names: ['orders.release', 'test.note', 'orders.release', 'test.note'],
    chain: entries,
  });
});

test('a change that an older application does not know waits when it is done again, and those behind it are done', async () => {
  const {store, replica} = await given(1);
  await replica.mutate([callOf(note, {text: 'of tomorrow'}), release(0)], {at: monday}, () => undefined);
  const journal = (await store.read((tx) => tx.outbox(0, 10))).map(journalledOf);
  const {store: anew} = await given(1);
  const older = new Replica(anew, [holdOrder, releaseOrder]);
  const outcomes = await older.replay(journal, () => undefined);
  expect({
    outcomes,
    outbox: (await anew.read((tx) => tx.outbox(0, 10))).map(journalledOf),
    status: (await anew.read((tx) => tx.get('orders', givenOrder('0').id)))?.status,
  }).toEqual({
    outcomes: [
      {ok: false, fault: {code: 'sync.mutator_unknown', values: {name: 'test.note'}}},
      {ok: true, n: 2, undo: expect.anything() as unknown},
    ],
    outbox: journal,
    status: 'released',
  });
});
