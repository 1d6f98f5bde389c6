import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {idFromName} from '../lib/id.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {holdOrder, recallOrder, releaseOrder, resumeOrder} from '../orders/mutators.ts';
import {holdReasons, orderStatuses} from '../orders/schema.ts';
import {registry} from '../registry.ts';
import {type Call, callOf} from '../sync/define.ts';
import {type Outcome, Replica} from '../sync/replica.ts';
import type {Store} from '../sync/store.ts';
import {business, givenOrder, monday, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import type {ZoneId} from '../time/zone.ts';
import {changeBusiness, createBusiness, createStorefront, removeStorefront} from './mutators.ts';

const orders = orderStatuses.map((status, at) => {
  return givenOrder(`10${at}`, status === 'held' ? {status, heldFrom: 'released', holdReason: 'buyer'} : {status});
});

interface Desk {
  readonly store: Store;
  readonly act: (...calls: readonly Call[]) => Promise<readonly Outcome[]>;
}

async function givenDesk(): Promise<Desk> {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    await tx.put('businesses', business);
    await tx.put('storefronts', storefront);
    for (const order of orders) await tx.put('orders', order);
  });
  const replica = new Replica(store, registry.mutators);
  return {store, act: (...calls) => replica.mutate(calls, {at: monday}, () => undefined)};
}

/** All rows of the shop as text, each with its fields in one order. */
function written(store: Store): Promise<string> {
  return store.read(async (tx) => {
    const rows = [
      ...(await tx.range('businesses', {limit: 100})),
      ...(await tx.range('storefronts', {limit: 100})),
      ...(await Promise.all(orders.map(({id}) => tx.get('orders', id)))),
    ];
    return JSON.stringify(rows.map((row) => Object.entries(row ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  });
}

function codes(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.fault.code));
}

const another = {...storefront, id: idFromName('storefront', 'another'), name: 'Teapot on eBay'};
const elsewhere = {...business, id: idFromName('business', 'elsewhere')};

test('what is there already is not made a second time, and stays as it is', async () => {
  const {store, act} = await givenDesk();
  const before = await written(store);
  const outcomes = await act(
    callOf(createStorefront, {...storefront, name: 'Renamed by accident'}),
    callOf(createBusiness, {...business, name: 'Renamed by accident'}),
  );
  expect(codes(outcomes)).toEqual(['storefronts.already_there', 'businesses.already_there']);
  expect(await written(store)).toBe(before);
});

test('a storefront needs its business and a name that is free there', async () => {
  const {act} = await givenDesk();
  const outcomes = await act(
    callOf(createStorefront, another),
    callOf(createStorefront, {...another, id: idFromName('storefront', 'third')}),
    callOf(createStorefront, {...another, id: idFromName('storefront', 'lost'), businessId: elsewhere.id}),
    callOf(createBusiness, elsewhere),
    callOf(createStorefront, {...another, id: idFromName('storefront', 'lost'), businessId: elsewhere.id}),
    callOf(createStorefront, {...another, id: idFromName('storefront', 'case'), name: 'teapot on ebay'}),
  );
  expect(codes(outcomes)).toEqual(['done', 'storefronts.name_taken', 'businesses.not_found', 'done', 'done', 'done']);
});

test('a storefront that was removed leaves its name and its orders', async () => {
  const {store, act} = await givenDesk();
  const outcomes = await act(
    callOf(removeStorefront, {storefrontId: storefront.id}),
    callOf(removeStorefront, {storefrontId: storefront.id}),
    callOf(createStorefront, {...another, name: storefront.name}),
  );
  const left = await store.read((tx) => Promise.all(orders.map(({id}) => tx.get('orders', id))));
  expect([codes(outcomes), left]).toEqual([['done', 'storefronts.not_found', 'done'], orders]);
});

test('a removal that is taken back too late is refused where its name has gone to another', async () => {
  const {act} = await givenDesk();
  const [removed] = await act(callOf(removeStorefront, {storefrontId: storefront.id}));
  const undo = removed?.ok ? removed.undo : undefined;
  await act(callOf(createStorefront, {...another, name: storefront.name}));
  expect(undo && codes(await act(undo))).toEqual(['storefronts.name_taken']);
});

test('a business that is not there cannot be changed', async () => {
  const {act} = await givenDesk();
  expect(codes(await act(callOf(changeBusiness, elsewhere)))).toEqual(['businesses.not_found']);
});

const anOrder = fc.constantFrom(...orders.map(({id}) => id));
const aName = fc.constantFrom('Teapot on Etsy', 'Teapot on eBay', 'Teapot');
const newcomers = ['0', '1', '2'].map((at) => idFromName('storefront', 'new', at));
const sender = {key: 'shop', bytes: 'B'.repeat(40)};

/** Any change that can be taken back. Ids of new storefronts are new: they come from dice. */
const change: fc.Arbitrary<Call> = fc.oneof(
  anOrder.map((orderId) => callOf(releaseOrder, {orderId})),
  anOrder.map((orderId) => callOf(recallOrder, {orderId})),
  anOrder.map((orderId) => callOf(resumeOrder, {orderId})),
  fc.tuple(anOrder, fc.constantFrom(...holdReasons)).map(([orderId, reason]) => callOf(holdOrder, {orderId, reason})),
  fc.constantFrom(storefront.id, ...newcomers).map((storefrontId) => callOf(removeStorefront, {storefrontId})),
  aName.map((name) => callOf(createStorefront, {...another, name})),
  fc
    .record({
      name: aName,
      zone: fc.constantFrom('Asia/Tokyo', 'UTC') as fc.Arbitrary<ZoneId>,
      dayStartsAtHour: fc.nat({max: 23}),
      reportingCurrency: fc.constantFrom('EUR', 'JPY') as fc.Arbitrary<CurrencyCode>,
    })
    .map((facts) => callOf(changeBusiness, {id: business.id, ...facts})),
  aName.map((name) => callOf(changeBusiness, {...business, name, sender})),
);

/** New storefronts get ids of their own, one after the other, as dice would give them. */
function withNewIds(calls: readonly Call[]): readonly Call[] {
  return calls.map((call, at) => {
    if (call.name !== createStorefront.name) return call;
    return {...call, args: {...(call.args as object), id: idFromName('storefront', 'new', String(at))}};
  });
}

test('what is taken back, one change or a whole day of them, leaves every row as it was', async () => {
  let takenBack = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 12}), async (calls) => {
      const {store, act} = await givenDesk();
      const undos: Call[] = [];
      const before = [await written(store)];
      for (const call of withNewIds(calls)) {
        const [outcome] = await act(call);
        if (!outcome?.ok || !outcome.undo) continue;
        const after = await written(store);
        await act(outcome.undo);
        expect(await written(store)).toBe(before.at(-1));
        const [redone] = await act(call);
        expect([await written(store), redone?.ok]).toEqual([after, true]);
        undos.push(outcome.undo);
        before.push(after);
      }
      for (const undo of undos.toReversed()) {
        before.pop();
        const [outcome] = await act(undo);
        expect([await written(store), outcome?.ok]).toEqual([before.at(-1), true]);
        takenBack += 1;
      }
    }),
  );
  expect(takenBack).toBeGreaterThan(100);
});
