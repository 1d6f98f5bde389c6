import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {id} from '../lib/id.ts';
import {must} from '../lib/assert.ts';
import {fail} from '../lib/result.ts';
import {text} from '../lib/shape.ts';
import {parcelLabelled, parcelPacked} from '../shipping/packing/mutators.ts';
import type {StorefrontId} from '../storefronts/schema.ts';
import {givenOrder, monday, storefront} from '../testing/given.ts';
import {linesOf, parcelIdOf} from '../testing/given-parcel.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {type Call, type Ending, callOf, defineMutator, done} from './define.ts';
import {Replica} from './replica.ts';
import type {OutboxRow, Store, WriteTx} from './store.ts';

const one = {storefrontId: id('storefront'), name: text({min: 1, max: 40})};

const add = defineMutator('test.add', one, async (tx, {storefrontId, name}): Ending => {
  await tx.storefronts.put({...storefront, id: storefrontId, name});
  return done;
});

/** Breaks where there is none, as a bug would. */
const rename = defineMutator('test.rename', one, async (tx, {storefrontId, name}): Ending => {
  const before = must(await tx.storefronts.get(storefrontId), 'a storefront to rename');
  await tx.storefronts.update(storefrontId, {name: `${before.name.slice(0, 20)} ${name}`});
  return done;
});

const addAlone = defineMutator('test.addAlone', one, async (tx, {storefrontId, name}): Ending => {
  const same = await tx.storefronts.byKey('name', storefront.businessId, name);
  await tx.storefronts.put({...storefront, id: storefrontId, name: `${name} ${String(same.length)}`});
  return same.length > 1 ? fail('storefronts.not_found', {storefrontId}) : done;
});

const dropFirst = defineMutator('test.dropFirst', {}, async (tx): Ending => {
  const [first] = await tx.storefronts.range({limit: 1});
  if (first) await tx.storefronts.delete(first.id);
  return done;
});

const mutators = [add, rename, addAlone, dropFirst, parcelPacked, parcelLabelled];
const ids = ['A', 'B', 'C'].map((letter) => letter.repeat(12) as StorefrontId);

async function given({isJoined}: {readonly isJoined: boolean}): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    await tx.put('storefronts', {...storefront, id: must(ids[0], 'an id'), name: 'Tea'});
    await tx.put('storefronts', {...storefront, id: must(ids[1], 'an id'), name: 'Cup'});
    if (isJoined) await tx.setMeta('place', {epoch: 'e'.repeat(12), seq: 0, hash: '0'.repeat(64)} as never);
  });
  return store;
}

async function left(store: Store): Promise<unknown> {
  return store.read(async (tx) => {
    const outbox: readonly OutboxRow[] = await tx.outbox(0, 100);
    return {rows: await tx.range('storefronts', {limit: 100}), outbox};
  });
}

test('what is urgent leaves the same rows, the same log and the same guesses as it would one after the other', async () => {
  const which = {storefrontId: fc.constantFrom(...ids), name: fc.constantFrom('Tea', 'Cup', 'Pot')};
  const call: fc.Arbitrary<Call> = fc.oneof(
    fc.record(which).map((args) => callOf(add, args)),
    fc.record(which).map((args) => callOf(rename, args)),
    fc.record(which).map((args) => callOf(addAlone, args)),
    fc.constant(callOf(dropFirst, {})),
  );
  const acts = fc.array(fc.array(call, {minLength: 1, maxLength: 5}), {maxLength: 4});
  await fc.assert(
    fc.asyncProperty(acts, fc.boolean(), async (done, isJoined) => {
      const ended: unknown[] = [];
      for (const isUrgent of [false, true]) {
        const store = await given({isJoined});
        const replica = new Replica(store, mutators);
        const outcomes: unknown[] = [];
        for (const calls of done) {
          const changed = new Map<string, unknown>();
          const said = await replica
            .mutate(calls, {at: monday, isUrgent}, ({changes}) => {
              for (const {table, id: of, row} of changes) changed.set(`${table}/${of}`, row);
            })
            .catch(String);
          outcomes.push([said, changed]);
        }
        ended.push({outcomes, ...((await left(store)) as object)});
      }
      expect(ended[1]).toEqual(ended[0]);
    }),
    {numRuns: 100},
  );
});

/** Counts how often a transaction waits: what is asked for at once is answered at once. */
function countingWaits(store: Store): {readonly store: Store; readonly waits: () => number} {
  let waits = 0;
  let answering: Promise<void> | undefined;
  const answer = (): Promise<void> => {
    answering ??= new Promise((resolve) => {
      setTimeout(() => {
        waits += 1;
        answering = undefined;
        resolve();
      });
    });
    return answering;
  };
  const slow = (tx: WriteTx): WriteTx =>
    new Proxy(tx, {
      get:
        (target, key) =>
        async (...args: readonly unknown[]) => {
          const done = (Reflect.get(target, key) as (...given: readonly unknown[]) => Promise<unknown>)(...args);
          await answer();
          return done;
        },
    });
  const counted: Partial<Store> = {write: (body) => store.write((tx) => body(slow(tx)))};
  return {store: counted as Store, waits: () => waits};
}

test('a parcel that is packed and labelled waits three times for the store, and not once for each row', async () => {
  const order = givenOrder('1001', {status: 'released'});
  const parcelId = parcelIdOf('one');
  const calls = [
    callOf(parcelPacked, {parcelId, place: 1, lines: linesOf(order), packedBy: 'ANNA'}),
    callOf(parcelLabelled, {parcelId, tracking: {carrier: 'DHL', scheme: 'dhl_paket', number: '00340434161094042557'}}),
  ];
  const counts: number[] = [];
  for (const isUrgent of [false, true]) {
    const memory = new MemoryStore();
    await memory.write((tx) => tx.put('orders', order));
    const {store, waits} = countingWaits(memory);
    await new Replica(store, mutators).mutate(calls, {at: monday, isUrgent}, () => undefined);
    counts.push(waits());
  }
  expect(counts).toEqual([16, 3]);
});
