import {expect, test} from 'vitest';
import {must} from '../lib/assert.ts';
import {id} from '../lib/id.ts';
import {text} from '../lib/shape.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import {MasterInMemory, firstOrders} from '../testing/desk-at-master.ts';
import {monday} from '../testing/given.ts';
import {Applier} from './applier.ts';
import {type Call, type Mutator, callOf, defineMutator, done} from './define.ts';
import {partOf, wholeShop} from './group.ts';
import {Replica, journalledOf} from './replica.ts';

/** Has a bug: it thinks that nobody holds an order. */
const markPaid = defineMutator('test.markPaid', {orderId: id('order')}, async (tx, {orderId}) => {
  const order = must(await tx.orders.get(orderId), 'an order');
  must(order.status === 'held' ? undefined : 'not held', 'an order that nobody holds');
  await tx.orders.update(orderId, {status: 'cancelled'});
  return done;
});

const orderId = (at: number): OrderId => firstOrders[at]?.id as OrderId;
const hold = (at: number): Call => callOf(holdOrder, {orderId: orderId(at), reason: 'stock'});
const release = (at: number): Call => callOf(releaseOrder, {orderId: orderId(at)});
const mutators = [holdOrder, releaseOrder, markPaid];

test('seed 47: a change that meets a bug when it is done again waits, is parked, and holds nobody up', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const [a, b] = [await shop.desk('a'), await shop.desk('b')];
  await b.do(callOf(markPaid, {orderId: orderId(0)}), release(1));
  await a.do(hold(0));
  await a.sync();
  await b.pull();
  const meanwhile = await b.seen();
  await b.sync();
  expect({meanwhile, decided: await b.seen()}).toEqual({
    meanwhile: {orders: ['held', 'released', 'paid'], waiting: [1, 2], tray: []},
    decided: {orders: ['held', 'released', 'paid'], waiting: [], tray: [['parked', 'test.markPaid', 1]]},
  });
});

test('seed 94: a store is built anew although one of its changes meets a bug when it is done again', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const [a, b] = [await shop.desk('a'), await shop.desk('b')];
  await b.do(callOf(markPaid, {orderId: orderId(0)}), release(1));
  const journal = (await b.store.read((tx) => tx.outbox(0, 10))).map(journalledOf);
  await a.do(hold(0));
  const outcomes = await a.replica.replay(
    journal.map((one) => ({...one, n: one.n + 1})),
    () => undefined,
  );
  expect([outcomes.map(({ok}) => ok), await a.seen()]).toEqual([
    [false, true],
    {orders: ['held', 'released', 'paid'], waiting: [1, 2, 3], tray: []},
  ]);
});

test('seed 76: a number that another window gave out and the master has decided is never given out again', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const desk = await shop.desk('a');
  const otherWindow = new Replica(desk.store, mutators);
  await desk.do(hold(0));
  await otherWindow.mutate([release(1), release(2)], {at: monday}, () => undefined);
  await desk.sync();
  const outcomes = await desk.replica.mutate([hold(1)], {at: monday}, () => undefined);
  expect(outcomes).toMatchObject([{ok: true, n: 4}]);
});

test('seed 6: a row that a database could not tell decides nothing', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const desk = await shop.desk('a');
  const {store} = shop;
  shop.through({
    head: (shopId) => store.head(shopId),
    hashOfLog: (shopId, seq) => store.hashOfLog(shopId, seq),
    groups: (shopId, after, most) => store.groups(shopId, after, most),
    decide: (shopId, body) =>
      store.decide(shopId, (tx) => body({...tx, getAll: () => Promise.reject(new Error('no answer'))})),
  });
  await desk.do(hold(0));
  await expect(desk.push()).rejects.toThrow('no answer');
  shop.through(store);
  await desk.sync();
  expect(await desk.seen()).toEqual({orders: ['held', 'paid', 'paid'], waiting: [], tray: []});
});

test('seed 7: a group that was garbled on its way is not taken for one of a newer version', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const [a, b] = [await shop.desk('a'), await shop.desk('b')];
  await a.do(hold(0));
  await a.push();
  const group = must((await shop.store.groups('shop', 0, 1_000))[0], 'a group');
  const garbled = {...group, parts: [partOf(wholeShop, {put: {orders: [{id: 'x'} as never]}, del: {}})]};
  expect(await new Applier(b.store, mutators).apply(garbled)).toMatchObject({
    ok: false,
    fault: {code: 'sync.log_parted'},
  });
});

const named = (fields: Readonly<Record<'note' | 'reason', boolean>>): Mutator => {
  const field = text({min: 1, max: 20});
  const shape: Record<string, typeof field> = fields.note ? {note: field} : {reason: field};
  const steps = fields.note ? [] : [(older: unknown) => ({reason: (older as {readonly note: string}).note})];
  const run = async (tx: Parameters<Mutator['run']>[0], args: Record<string, unknown>) => {
    await tx.intakeMemory.put({id: 'A'.repeat(22), mapping: String(args['reason'] ?? args['note'])});
    return done;
  };
  return defineMutator('test.note', shape, run, steps) as Mutator;
};

test('a change of an older application is done again after an update, its arguments stepped up', async () => {
  const shop = await MasterInMemory.begin([named({note: true, reason: false})]);
  const [older, newer] = [await shop.desk('a'), await shop.desk('b')];
  await older.do({name: 'test.note', args: {note: 'fragile'}});
  const journal = (await older.store.read((tx) => tx.outbox(0, 10))).map(journalledOf);
  await new Replica(newer.store, [named({note: false, reason: true})]).replay(journal, () => undefined);
  expect(await newer.store.read((tx) => tx.get('intakeMemory', 'A'.repeat(22)))).toMatchObject({mapping: 'fragile'});
});
