import {expect, it, vi} from 'vitest';
import {beginImport, importOrders} from '../intake/mutators.ts';
import type {ImportId} from '../intake/schema.ts';
import {holdOrder, releaseOrder, resumeOrder} from '../orders/mutators.ts';
import {orderInFull} from '../orders/queries.ts';
import {journalledOf} from '../sync/replica.ts';
import {callOf} from '../sync/define.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {business, givenOrder, monday, storefront} from '../testing/given.ts';
import {Window, givenOrderOf, givenStore} from '../testing/shop-in-memory.ts';
import type {ListAnswer} from './list-view.ts';
import {must} from '../lib/assert.ts';
import {registry} from '../registry.ts';
import {packerOf} from './new-page.ts';

const anna = givenOrderOf('Anna Müller', '1001');
const bea = givenOrderOf('Bea Ström', '1002', {status: 'shipped', totalMinor: 900});
const chie = givenOrderOf('田中 千絵', '1003', {status: 'shipped', currency: 'JPY' as CurrencyCode, shipCountry: 'JP'});
const dora = givenOrderOf('Dora Weiß', '1004', {status: 'new', shippingMinor: 0, totalMinor: 1000});

function givenShop(): ReturnType<typeof givenStore> {
  return givenStore({packed: [anna, bea, chie], loose: [dora]});
}

function numbers(answer: ListAnswer | undefined): unknown[] {
  return answer?.rows.map((row) => row['number']) ?? [];
}

it('lists packed and open orders together, by any column, either way', async () => {
  const window = new Window(await givenShop());
  const listed = async (column: string, descending: boolean): Promise<unknown[]> => {
    const {told} = await window.list({query: {sort: {column, descending}}});
    return numbers(told.at(-1));
  };
  expect({
    number: await listed('number', false),
    numberDown: await listed('number', true),
    total: await listed('total', false),
    buyer: await listed('buyer', false),
    status: await listed('status', true),
  }).toEqual({
    number: ['1001', '1002', '1003', '1004'],
    numberDown: ['1004', '1003', '1002', '1001'],
    total: expect.arrayContaining(['1002', '1004', '1001', '1003']) as unknown,
    buyer: ['1001', '1002', '1004', '1003'],
    status: expect.arrayContaining(['1002', '1003', '1001', '1004']) as unknown,
  });
});

it('finds orders by number, name without accents, any script, and piece of a word', async () => {
  const window = new Window(await givenShop());
  const found = async (search: string): Promise<unknown[]> => {
    const {told} = await window.list({query: {search, sort: {column: 'number', descending: false}}});
    return numbers(told.at(-1));
  };
  expect({
    '003': await found('003'),
    muller: await found('muller'),
    MÜL: await found('MÜL'),
    千絵: await found('千絵'),
    weiss: await found('weiss'),
    'tea 1002': await found('tea 1002'),
    'tea-1 anna': await found('tea-1 anna'),
    nobody: await found('nobody'),
    blank: await found('  '),
  }).toEqual({
    '003': ['1003'],
    muller: ['1001'],
    MÜL: ['1001'],
    千絵: ['1003'],
    weiss: ['1004'],
    'tea 1002': ['1002'],
    'tea-1 anna': ['1001'],
    nobody: [],
    blank: ['1001', '1002', '1003', '1004'],
  });
});

it('counts every state and every named condition, and follows a hold', async () => {
  const window = new Window(await givenShop());
  const {told} = await window.list({
    groups: ['status'],
    tallies: {japan: [{column: 'country', oneOf: ['JP']}], dear: [{column: 'total', from: 1000}]},
  });
  const counts = (): unknown => ({groups: told.at(-1)?.groups, tallies: told.at(-1)?.tallies});
  const before = counts();
  await window.do(callOf(holdOrder, {orderId: anna.id, reason: 'stock'}));
  expect({before, after: counts()}).toEqual({
    before: {groups: {status: {paid: 1, shipped: 2, new: 1}}, tallies: {japan: 1, dear: 3}},
    after: {groups: {status: {paid: 0, shipped: 2, new: 1, held: 1}}, tallies: {japan: 1, dear: 3}},
  });
});

it('moves an order out of a filtered list when its state leaves it, and back when the hold ends', async () => {
  const window = new Window(await givenShop());
  const query = {where: [{column: 'status', oneOf: ['paid']}], sort: {column: 'number', descending: false}};
  const {told} = await window.list({query});
  await window.do(callOf(holdOrder, {orderId: anna.id, reason: 'buyer'}));
  await window.do(callOf(resumeOrder, {orderId: anna.id}));
  expect(told.map(numbers)).toEqual([['1001'], [], ['1001']]);
});

it('shows a window of a long list and says where each row stands', async () => {
  const many = Array.from({length: 700}, (_, at) => givenOrderOf('N', String(1000 + at)));
  const window = new Window(await givenStore({loose: many}));
  const {list, told} = await window.list({window: {from: 300, to: 302}});
  list.look({from: 698, to: 720});
  expect({
    told: told.map((answer) => ({total: answer.total, from: answer.from, numbers: numbers(answer)})),
    at: await list.indexOf(givenOrder('1650').id),
    nowhere: await list.indexOf(storefront.id),
    ids: await list.ids({from: 1, to: 3}),
  }).toEqual({
    told: [
      {total: 700, from: 300, numbers: ['1300', '1301']},
      {total: 700, from: 698, numbers: ['1698', '1699']},
    ],
    at: 650,
    nowhere: -1,
    ids: [givenOrder('1001').id, givenOrder('1002').id],
  });
});

it('decides the orders of a bulk act one by one, numbers without a gap, and leaves nothing of a refused one', async () => {
  const store = await givenShop();
  const window = new Window(store);
  const calls = [anna, bea, dora].map((order) => callOf(releaseOrder, {orderId: order.id}));
  const outcomes = await window.do(...calls, callOf(holdOrder, {orderId: anna.id, reason: 'fraud'}));
  const outbox = (await store.read((tx) => tx.outbox(0, 10))).map(journalledOf);
  expect(outcomes.map((outcome) => (outcome.ok ? outcome.n : outcome.fault.values))).toEqual([
    1,
    {status: 'shipped', step: 'release'},
    {status: 'new', step: 'release'},
    2,
  ]);
  expect(outbox).toEqual([
    {n: 1, name: 'orders.release', version: 1, args: {orderId: anna.id}, at: monday},
    {n: 2, name: 'orders.hold', version: 1, args: {orderId: anna.id, reason: 'fraud'}, at: monday},
  ]);
  expect(await store.read((tx) => tx.get('orders', bea.id))).toEqual(bea);
});

it('refuses arguments that do not have the shape, and keeps nothing of them', async () => {
  const store = await givenShop();
  const outcomes = await new Window(store).do({name: 'orders.hold', args: {orderId: anna.id, reason: 'mood'}});
  expect(outcomes).toEqual([
    {ok: false, fault: {code: 'core.bad_shape', values: {path: 'reason', problem: 'invalid_value'}}},
  ]);
  expect(await store.read((tx) => tx.outbox(0, 10))).toEqual([]);
});

it('takes back a hold through the call that it was given for it', async () => {
  const store = await givenShop();
  const window = new Window(store);
  const [held] = await window.do(callOf(holdOrder, {orderId: anna.id, reason: 'address'}));
  const undo = held?.ok ? held.undo : undefined;
  expect(undo).toEqual(callOf(resumeOrder, {orderId: anna.id}));
  if (undo) await window.do(undo);
  expect(await store.read((tx) => tx.get('orders', anna.id))).toEqual(anna);
});

it('tells an open panel again when its order changes, and only then', async () => {
  const window = new Window(await givenShop());
  const told: unknown[] = [];
  window.engine.watchQuery(orderInFull.name, {orderId: anna.id}, (answer) => told.push(answer));
  const first = {order: anna, storefront, business};
  const released = {...first, order: {...anna, status: 'released'}};
  const held = {...first, order: {...anna, status: 'held', heldFrom: 'released', holdReason: 'stock'}};

  await window.do(callOf(releaseOrder, {orderId: dora.id}), callOf(holdOrder, {orderId: chie.id, reason: 'stock'}));
  await expect.poll(() => told).toEqual([first]);
  await window.do(callOf(releaseOrder, {orderId: anna.id}));
  await expect.poll(() => told).toEqual([first, released]);
  await window.do(callOf(holdOrder, {orderId: anna.id, reason: 'stock'}));
  await expect.poll(() => told).toEqual([first, released, held]);
});

it('follows what another window of the same shop changes, also while it is still loading', async () => {
  const store = await givenShop();
  const here = new Window(store);
  const there = new Window(store);
  here.beside(there);
  const {told} = await here.list({
    query: {where: [{column: 'status', oneOf: ['held']}], sort: {column: 'number', descending: false}},
  });
  await there.do(callOf(holdOrder, {orderId: anna.id, reason: 'stock'}));
  await here.do();
  await here.do(callOf(resumeOrder, {orderId: anna.id}));
  const {told: late} = await there.list({groups: ['status']});
  expect(told.map(numbers)).toEqual([[], ['1001'], []]);
  expect(late.at(-1)?.groups).toEqual({status: {paid: 1, shipped: 2, new: 1, held: 0}});
  expect([...here.bugs, ...there.bugs]).toEqual([]);
});

it('lists, finds and changes orders of pages that come later as any others, in every window', async () => {
  const store = await givenShop();
  const [here, elsewhere] = [new Window(store), new Window(store)];
  here.beside(elsewhere);
  const lists = await Promise.all(
    [here, elsewhere].map((window) =>
      window.list({query: {search: 'tea', sort: {column: 'number', descending: false}}}),
    ),
  );
  await here.do();
  const [emil, fay] = [givenOrderOf('Emil Krüger', '1005'), givenOrderOf('Fay Wong', '1006')];
  const pack = packerOf(registry.views);
  await store.write((tx) => tx.putPage('orders', must(pack('orders', [emil, fay]), 'a view')));
  await here.engine.pagesCame('orders');
  await elsewhere.do();
  for (const {later} of [here, elsewhere]) for (const work of later.splice(0)) work();
  await expect.poll(() => lists.map(({told}) => numbers(told.at(-1)).length)).toEqual([6, 6]);

  await elsewhere.do(callOf(holdOrder, {orderId: fay.id, reason: 'stock'}));
  await here.engine.pagesCame('orders');
  const found = await Promise.all(
    [here, elsewhere].map(async (window) => {
      const {told} = await window.list({
        query: {search: 'wong', sort: {column: 'number', descending: false}},
        groups: ['status'],
      });
      return [numbers(told.at(-1)), told.at(-1)?.groups['status']?.['held'], window.bugs];
    }),
  );
  expect(found).toEqual([
    [['1006'], 1, []],
    [['1006'], 1, []],
  ]);
});

it('lists and finds the many orders that one act makes, as they were changed since, in every window', async () => {
  const store = await givenShop();
  const [here, elsewhere] = [new Window(store), new Window(store)];
  here.beside(elsewhere);
  await Promise.all([here, elsewhere].map((window) => window.list()));
  const made = Array.from({length: 150}, (_, at) => givenOrderOf(`Gil No${String(at)}`, `G${String(1_000 + at)}`));
  const importId = 'i'.repeat(12) as ImportId;
  const orders = made.map((order) => ({orderId: order.id, order}));
  await here.do(
    callOf(beginImport, {importId, files: [], counts: {new: 150, changed: 0, unchanged: 0, conflicting: 0}}),
    callOf(importOrders, {importId, step: 0, orders, products: [], buyers: []}),
    callOf(holdOrder, {orderId: must(made[7], 'an order').id, reason: 'stock'}),
  );
  await elsewhere.do();

  const told = [here, elsewhere].map(async (window) => {
    const find = {query: {search: 'no7', sort: {column: 'number', descending: false}}, groups: ['status']};
    const [all, found] = [await window.list(), await window.list(find)];
    const rows = found.told.at(-1)?.rows.map(({buyer, status}) => [buyer, status]);
    return [all.told.at(-1)?.total, rows?.slice(0, 2), found.told.at(-1)?.groups['status']?.['held'], window.bugs];
  });
  const rows = [
    ['Gil No7', 'held'],
    ['Gil No70', made[70]?.status],
  ];
  expect(await Promise.all(told)).toEqual([
    [154, rows, 1, []],
    [154, rows, 1, []],
  ]);
});

it('takes an order of a page that came later once, where it has heard of its change first', async () => {
  const store = await givenShop();
  const window = new Window(store);
  await window.list();
  const [emil, fay] = [givenOrderOf('Emil Krüger', '1005'), givenOrderOf('Fay Wong', '1006')];
  const pack = packerOf(registry.views);
  await store.write((tx) => tx.putPage('orders', must(pack('orders', [emil, fay]), 'a view')));
  await window.engine.applied([{table: 'orders', id: fay.id, row: fay}]);
  await window.engine.pagesCame('orders');
  const {told} = await window.list();
  expect([numbers(told.at(-1)), window.bugs]).toEqual([['1001', '1002', '1003', '1004', '1005', '1006'], []]);
});

it('leaves out orders that are gone from their pages, and lists them again when they are back', async () => {
  const store = await givenShop();
  await store.write((tx) => tx.forget('orders', bea.id));
  const [here, elsewhere] = [new Window(store), new Window(store)];
  here.beside(elsewhere);
  const lists = await Promise.all(
    [here, elsewhere].map((window) =>
      window.list({
        query: {search: 'tea', sort: {column: 'number', descending: false}},
        groups: ['status'],
        tallies: {all: []},
      }),
    ),
  );
  const seen = (): unknown =>
    lists.map(({told}) => {
      const last = told.at(-1);
      return [numbers(last), last?.total, last?.groups['status']?.['shipped'], last?.tallies['all']];
    });
  const before = seen();
  const apply = async (row: typeof bea | undefined, id: string): Promise<void> => {
    await store.write((tx) => (row ? tx.put('orders', row) : tx.forget('orders', id)));
    await here.engine.applied([{table: 'orders', id, row}]);
    await elsewhere.do();
  };
  await apply(undefined, chie.id);
  await apply(undefined, dora.id);
  const without = seen();
  await apply(bea, bea.id);
  expect({before, without, back: seen(), bugs: [...here.bugs, ...elsewhere.bugs]}).toEqual({
    before: Array(2).fill([['1001', '1003', '1004'], 3, 1, 3]),
    without: Array(2).fill([['1001'], 1, 0, 1]),
    back: Array(2).fill([['1001', '1002'], 2, 1, 2]),
    bugs: [],
  });
});

it('reads again what looked at a row that is gone', async () => {
  const store = await givenShop();
  const window = new Window(store);
  const told: unknown[] = [];
  window.engine.watchQuery(orderInFull.name, {orderId: anna.id}, (answer) => told.push(answer));
  await vi.waitUntil(() => told.length === 1);
  await store.write((tx) => tx.forget('orders', anna.id));
  await window.engine.applied([{table: 'orders', id: anna.id, row: undefined}]);
  await vi.waitUntil(() => told.length === 2);
  expect(told.map((answer) => answer === null)).toEqual([false, true]);
});

it('tells a list of changes that come one upon the other together, and of the last one at once', async () => {
  const emil = givenOrderOf('Emil Roth', '1002');
  const window = new Window(await givenStore({loose: [anna, emil]}));
  const {told} = await window.list();
  const statuses = (): unknown[] => told.map(({rows}) => rows.map((row) => row['status']).join(' '));
  const hold = (orderId: typeof anna.id): ReturnType<typeof callOf> => callOf(holdOrder, {orderId, reason: 'stock'});
  await window.engine.mutate([hold(anna.id)], {at: monday, more: true});
  await window.engine.mutate([hold(emil.id)], {at: monday, more: true});
  const untold = statuses();
  for (const work of window.later.splice(0)) work();
  const together = statuses();
  await window.engine.mutate([callOf(resumeOrder, {orderId: anna.id})], {at: monday, more: true});
  await window.do(callOf(resumeOrder, {orderId: emil.id}));

  expect({untold, together: together.slice(1), atLast: statuses().slice(2), putOff: window.later.length}).toEqual({
    untold: ['paid paid'],
    together: ['held held'],
    atLast: ['paid paid'],
    putOff: 1,
  });
});

it('answers what is urgent before lists are told of it, and anything else after', async () => {
  const window = new Window(await givenShop());
  const {told} = await window.list({query: {sort: {column: 'number', descending: false}}});
  const status = (): unknown => told.at(-1)?.rows[0]?.['status'];
  const first = status();
  await window.engine.mutate([callOf(holdOrder, {orderId: anna.id, reason: 'fraud'})], {at: monday, isUrgent: true});
  const afterUrgent = status();
  await vi.waitUntil(() => window.later.length === 1);
  for (const work of window.later.splice(0)) work();
  await vi.waitUntil(() => status() !== first);
  await window.do(callOf(resumeOrder, {orderId: anna.id}));
  expect([afterUrgent, status()]).toEqual([first, first]);
});
