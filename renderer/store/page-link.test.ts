import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {ListAnswer} from '#core/data/list-view.ts';
import type {Watched} from '#core/data/messages.ts';
import {must} from '#core/lib/assert.ts';
import type {Buyer} from '#core/orders/schema.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import {orderInFull} from '#core/orders/queries.ts';
import {callOf} from '#core/sync/define.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {business, storefront} from '#core/testing/given.ts';
import {DataClient} from '../app/data/data-client.ts';
import {useStoring} from '../app/data/storing-store.ts';
import {portLine} from '../app/testing/port-line.ts';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from './testing/in-process.ts';

interface APage {
  readonly data: DataClient;
  readonly worker: DataWorkerInProcess;
  readonly progress: number[];
  readonly told: string[];
}

const pages: APage[] = [];

/** A page and its data worker, with all that the worker told without being asked. */
function aPage(): APage {
  const worker = startDataWorker();
  const [progress, told]: [number[], string[]] = [[], []];
  const data = new DataClient(portLine(worker.port), {
    progress: ({done}) => progress.push(done),
    shopsChanged: () => told.push('shops changed'),
    bug: (what) => told.push(what),
  });
  pages.push({data, worker, progress, told});
  return {data, worker, progress, told};
}

beforeEach(emptyDesk);
afterEach(() => {
  for (const {worker} of pages.splice(0)) worker.close();
});

const byNumber = {column: 'number', descending: false};
const wholeList: Extract<Watched, {kind: 'list'}> = {
  kind: 'list',
  question: {view: 'orders.list', query: {sort: byNumber}, window: {from: 0, to: 3}},
};

async function givenDemo(orderCount = 40): Promise<APage> {
  const page = aPage();
  await page.data.call('shops.makeDemo', {seed: 'kranich', orderCount});
  return page;
}

/** A list with all it has been told, once the first answer is here. */
async function watched(data: DataClient, what = wholeList) {
  const told: ListAnswer[] = [];
  const watch = data.watchList(what, (list) => told.push(list));
  await vi.waitUntil(() => told.length > 0, 10_000);
  return {watch, told};
}

test('a desk is asked what it remembers, and remembers what it is told', async () => {
  const {data} = aPage();
  const before = await data.call('desk.recall', null);
  await data.call('desk.remember', {key: 'shop', value: 'own'});
  expect([before, await data.call('desk.recall', null)]).toEqual([
    {ok: true, value: {}},
    {ok: true, value: {shop: 'own'}},
  ]);
});

test('a shop is begun, told of to other windows, and opened there', async () => {
  const [here, there] = [aPage(), aPage()];
  const missing = await there.data.call('shops.open', {kind: 'own'});
  const begun = await here.data.call('shops.begin', null);
  await vi.waitUntil(() => there.told.length > 0, 10_000);
  const opened = await there.data.call('shops.open', {kind: 'own'});
  expect({missing, isSame: JSON.stringify(opened) === JSON.stringify(begun), told: there.told}).toEqual({
    missing: {ok: false, fault: {code: 'store.unreadable', values: {}}},
    isSame: true,
    told: ['shops changed'],
  });
});

test('a demo tells how far it is, and stops when it is asked to', async () => {
  const {data, progress} = aPage();
  const making = data.call('shops.makeDemo', {seed: 'kranich', orderCount: 2000});
  await vi.waitUntil(() => progress.length > 0, 10_000);
  await data.call('shops.cancelDemo', null);
  expect(await making).toEqual({ok: true, value: 'cancelled'});
  expect([progress[0], (progress.at(-1) ?? 0) < 2000, await data.call('shops.list', null)]).toEqual([
    256,
    true,
    {ok: true, value: []},
  ]);
});

test('changes are decided one by one, and a refusal comes back as a value', async () => {
  const {data, told} = aPage();
  await data.call('shops.begin', null);
  const outcomes = await data.mutateAll([
    callOf(createStorefront, storefront),
    callOf(createBusiness, business),
    callOf(createStorefront, storefront),
  ]);
  expect(outcomes).toEqual([
    {ok: false, fault: {code: 'businesses.not_found', values: {businessId: business.id}}},
    {ok: true, n: 1},
    {ok: true, n: 2, undo: {name: 'storefronts.remove', args: {storefrontId: storefront.id}}},
  ]);
  expect([useStoring.getState(), told]).toEqual([{waiting: 0, failed: false, storedN: 2, safety: undefined}, []]);
});

test('a query is told at once and again after each change, until it is stopped', async () => {
  const {data} = aPage();
  await data.call('shops.begin', null);
  const names: string[][] = [];
  const stop = data.watchRead({kind: 'query', name: businessesInFull.name, args: {}}, (answer) => {
    names.push((answer as {businesses: {name: string}[]}).businesses.map(({name}) => name));
  });
  await vi.waitUntil(() => names.length === 1, 10_000);
  await data.mutate(createBusiness, business);
  await vi.waitUntil(() => names.length === 2, 10_000);
  stop();
  await data.mutate(createBusiness, {...business, name: 'Renamed'});
  await data.call('desk.recall', null);
  expect(names).toEqual([[], ['Teapot & Sons']]);
});

test('a list is looked at elsewhere, asked anew, searched for a row, and left', async () => {
  const {data, told: bugs} = await givenDemo();
  const {watch, told} = await watched(data);
  watch.look({from: 38, to: 50});
  await vi.waitUntil(() => told.length === 2, 10_000);
  const ids = await data.call('list.ids', {watch: watch.watch, window: {from: 0, to: 100}});
  const all = ids.ok ? ids.value : [];
  const indexes = await Promise.all(
    [all[7] ?? '', storefront.id].map((id) => data.call('list.indexOf', {watch: watch.watch, id})),
  );
  const question = {...wholeList.question, query: {sort: {column: 'number', descending: true}}};
  watch.ask({kind: 'list', question});
  await vi.waitUntil(() => told.length === 3, 10_000);
  watch.stop();

  expect({
    windows: told.map(({from, total, rows}) => [from, total, rows.map((row) => row['id'])]),
    indexes,
    bugs,
  }).toEqual({
    windows: [
      [0, 40, all.slice(0, 3)],
      [38, 40, all.slice(38)],
      [0, 40, all.toReversed().slice(0, 3)],
    ],
    indexes: [
      {ok: true, value: 7},
      {ok: true, value: -1},
    ],
    bugs: [],
  });
});

test('personal data travels sealed and is opened for the page that asks', async () => {
  const {data} = await givenDemo();
  const {told} = await watched(data);
  const row = must(told[0]?.rows[0], 'a row');
  const found: Awaited<ReturnType<typeof orderInFull.run>>[] = [];
  data.watchRead({kind: 'query', name: orderInFull.name, args: {orderId: row['id']}}, (answer) => {
    found.push(answer as (typeof found)[number]);
  });
  await vi.waitUntil(() => found.length > 0, 10_000);
  const sealed = must(found[0], 'the order').order.buyer;
  const opened = await data.call('data.open', {sealed});
  const buyer = opened.ok ? (opened.value as Buyer) : undefined;
  const sealedAnew = await data.call('data.seal', {value: buyer});
  expect({
    isClear: JSON.stringify(found).includes(String(row['buyer'])),
    name: buyer?.shipTo.name,
    again: sealedAnew.ok && (await data.call('data.open', {sealed: sealedAnew.value})),
  }).toEqual({isClear: false, name: row['buyer'], again: {ok: true, value: buyer}});
});

test('a page whose shop another window deletes is told so, and whatever it still asks is answered as closed', async () => {
  const [here, there] = [await givenDemo(), aPage()];
  await there.data.call('shops.open', {kind: 'demo'});
  const {watch, told} = await watched(there.data);
  const orderId = told[0]?.rows[0]?.['id'];
  await here.data.call('shops.delete', {kind: 'demo'});
  await vi.waitUntil(() => there.told.length > 0, 10_000);

  watch.look({from: 1, to: 2});
  watch.ask(wholeList);
  watch.stop();
  there.data.watchRead({kind: 'query', name: businessesInFull.name, args: {}}, () => undefined)();
  const held = await there.data.mutateAll([{name: holdOrder.name, args: {orderId, reason: 'stock'}}]);
  const closed = {ok: false, fault: {code: 'store.closed', values: {}}};
  expect({
    held,
    seal: await there.data.call('data.seal', {value: 1}),
    open: await there.data.call('data.open', {sealed: {key: 'shop', bytes: ''}}),
    failed: useStoring.getState().failed,
    shops: await there.data.call('shops.list', null),
    bugs: [...here.worker.bugs, ...there.worker.bugs],
  }).toEqual({held: [closed], seal: closed, open: closed, failed: true, shops: {ok: true, value: []}, bugs: []});
});

test('a question that no feature has is a bug, and the page is told', async () => {
  const {data, told} = await givenDemo(1);
  data.watchRead({kind: 'query', name: 'nobody.knows', args: {}}, () => undefined);
  await vi.waitUntil(() => told.length > 0, 10_000);
  expect(told).toEqual(['Bug: a query named nobody.knows']);
});
