import {afterEach, beforeEach, expect, test} from 'vitest';
import type {IntakeFile} from '#core/intake/messages.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {
  closeDesks,
  givenDesk,
  imported,
  kettle,
  ordersIn,
  storefrontOn,
  teapot,
  teapotOrder,
} from './testing/given-desk.ts';
import {textFile} from './testing/intake-desk.ts';
import {ebayGermany, etsyItems, etsyOrders, rates, taobao, woocommerce} from './testing/sample-texts.ts';
import {numbered, shopifyText} from './testing/shopify-text.ts';

beforeEach(emptyDesk);
afterEach(closeDesks);

function accounting({name, status, format, rows, used, rejected, asks}: IntakeFile): readonly unknown[] {
  return [name, status, format, [rows, used, rejected], ...asks];
}

test('six kinds of file are taken in at once, each into its storefront, and the rates with them', async () => {
  const [etsy, woo, ebay, tao] = [
    storefrontOn('etsy', 'Hats'),
    storefrontOn('woocommerce', 'Tea'),
    storefrontOn('ebay', 'Lamps'),
    storefrontOn('other', 'Cups'),
  ];
  const desk = await givenDesk(teapot, etsy, woo, ebay, tao);

  const read = await desk.bring(
    textFile('a.csv', shopifyText(numbered(2))),
    textFile('b.csv', etsyOrders),
    textFile('c.csv', etsyItems),
    textFile('d.csv', woocommerce),
    textFile('e.csv', ebayGermany),
    textFile('f.csv', taobao),
    textFile('g.csv', rates),
  );
  for (const {key, storefrontId, asks} of read.files) {
    if (asks.includes('storefront'))
      await desk.ask('intake.choose', {file: key, storefrontId: (storefrontId ?? tao.id) as never});
  }
  await desk.until(({phase, files}) => phase === 'ready' && files.every(({asks}) => asks.length === 0));
  const kept = await desk.accept();

  expect(kept.files.map(accounting)).toEqual([
    ['a.csv', 'kept', 'shopify', [2, 2, 0]],
    ['b.csv', 'kept', 'etsy-orders', [3, 3, 0]],
    ['c.csv', 'kept', 'etsy-items', [3, 3, 0]],
    ['d.csv', 'kept', 'woocommerce-orders', [2, 2, 0]],
    ['e.csv', 'kept', 'ebay-de', [5, 5, 0]],
    ['f.csv', 'kept', 'taobao-orders', [3, 3, 0]],
    ['g.csv', 'kept', 'ecb-rates', [3, 3, 0]],
  ]);
  const found = await desk.found();
  expect([kept.counts, found['orders']?.length, found['rateDays']?.length, found['files']?.length]).toEqual([
    {new: 13, changed: 0, unchanged: 0, conflicting: 0},
    13,
    3,
    7,
  ]);
  expect(desk.bugs).toEqual([]);
});

test('the same file again is known at once and changes nothing', async () => {
  const desk = await givenDesk();
  const first = await imported(desk, shopifyText(numbered(3)));
  const before = await desk.found();

  const read = await desk.bring(textFile('copy of orders.csv', shopifyText(numbered(3))));
  const again = await desk.accept();

  expect(read.files.map(({asks, knownFile}) => ({asks, importId: knownFile?.importId}))).toEqual([
    {asks: [], importId: first.importId},
  ]);
  expect(again.counts).toEqual({new: 0, changed: 0, unchanged: 3, conflicting: 0});
  expect(await desk.found()).toEqual(before);
});

test('two storefronts each have an order #1001, and they stay two orders', async () => {
  const desk = await givenDesk(teapot, kettle);
  await imported(desk, shopifyText(numbered(1)));
  const other = await imported(desk, shopifyText([{number: '#1001', street: 'Kesselweg 2'}]), {of: kettle});

  const orders = await ordersIn(desk);
  expect([other.counts.new, orders.map(({channelOrderId}) => channelOrderId)]).toEqual([1, ['#1001', '#1001']]);
  expect(new Set(orders.map(({storefrontId}) => storefrontId))).toEqual(new Set([teapot.id, kettle.id]));
});

test('what was chosen for a header is not asked again', async () => {
  const desk = await givenDesk(teapot, kettle);
  await imported(desk, shopifyText(numbered(1)), {name: 'march.csv', of: kettle});
  const next = await desk.bring(textFile('april.csv', shopifyText(numbered(2, 2001))));

  expect(next.files.map(({status, asks, storefrontId}) => ({status, asks, storefrontId}))).toEqual([
    {status: 'ready', asks: [], storefrontId: kettle.id},
  ]);
});

test('the same file twice in one go is taken in once', async () => {
  const desk = await givenDesk();
  const text = shopifyText(numbered(2));
  const read = await desk.bring(textFile('a.csv', text), textFile('b.csv', text));

  expect(read.files.map(({status, fault}) => [status, fault?.code])).toEqual([
    ['asks', undefined],
    ['refused', 'intake.file_twice'],
  ]);
});

test('reading stops at once when it is paused and goes on from there', async () => {
  const desk = await givenDesk();
  await desk.ask('intake.add', {files: [textFile('long.csv', shopifyText(numbered(8_000)))]});
  await desk.ask('intake.pause', null);
  const paused = await desk.until(({phase}) => phase === 'paused');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const [still] = desk.state.files;
  await desk.ask('intake.resume', null);
  const ready = await desk.until(({phase}) => phase === 'ready');

  expect([paused.phase, still?.status, ready.files[0]?.orders]).toEqual(['paused', 'reading', 8_000]);
});

test('an import that is cancelled while it is read leaves nothing', async () => {
  const desk = await givenDesk();
  const before = await desk.found();
  await desk.ask('intake.add', {files: [textFile('long.csv', shopifyText(numbered(8_000)))]});
  await desk.ask('intake.cancel', null);
  const cancelled = await desk.until(({phase}) => phase === 'cancelled');

  expect([cancelled.files, await desk.found()]).toEqual([[], before]);
});

test('an import that is cancelled while it is kept is taken back as a whole', async () => {
  const desk = await givenDesk();
  await imported(desk, shopifyText(numbered(5)));
  await desk.ask('intake.clear', null);
  const before = await desk.found();
  const changed = numbered(5).map((order) => ({...order, fulfilled: true}));
  await desk.bring(textFile('more.csv', shopifyText([...changed, ...numbered(3_000, 5001)])));
  await desk.ask('intake.accept', null);
  await desk.until(({progress}) => progress?.unit === 'orders' && progress.done > 0);
  await desk.ask('intake.cancel', null);
  const cancelled = await desk.until(({phase}) => phase === 'cancelled' || phase === 'kept');

  expect([cancelled.phase, await desk.found(), desk.bugs]).toEqual(['cancelled', before, []]);
});

test('a long import is found as soon as it is kept, leads to its rows, is known when it comes again, and is undone', async () => {
  const desk = await givenDesk();
  const before = await desk.found();
  const kept = await imported(desk, shopifyText(numbered(700)));
  const after = await desk.found();
  const found = await desk.search('#1699');
  const ids = [1001, 1300, 1700].map((number) => teapotOrder(`#${number}`));
  const sources = await Promise.all(ids.map((orderId) => desk.ask('intake.source', {orderId})));
  await desk.ask('intake.clear', null);
  await desk.bring(textFile('copy.csv', shopifyText(numbered(700))));
  const again = await desk.accept();
  const unchanged = await desk.found();
  const undone = await desk.ask('intake.undo', {importId: kept.importId ?? ''});
  const left = await desk.found();

  expect({
    loose: (await desk.shop.store.looseRows('orders')).added.length,
    found: [found.total, found.rows.map(({number}) => number)],
    rows: sources.map(([source]) => [source?.rows.map(({row}) => row), source?.rows[0]?.cells[0]]),
    again: again.counts,
    undone,
  }).toEqual({
    loose: 0,
    found: [1, ['#1699']],
    rows: [
      [[2], '#1001'],
      [[301], '#1300'],
      [[701], '#1700'],
    ],
    again: {new: 0, changed: 0, unchanged: 700, conflicting: 0},
    undone: {undone: 700, left: 0},
  });
  expect([unchanged, {...left, files: [], intakeMemory: []}]).toEqual([after, before]);
  expect((await desk.search('#1699')).total).toBe(0);

  await desk.ask('intake.clear', null);
  await desk.bring(textFile('again.csv', shopifyText(numbered(700))));
  await desk.accept();
  const back = await desk.found();
  const counts = (found: typeof after): unknown => ['orders', 'products', 'buyers'].map((name) => found[name]?.length);
  expect([counts(back), (await desk.search('#1699')).total]).toEqual([counts(after), 1]);
  expect(desk.bugs).toEqual([]);
});

test('a whole import is undone as one, and coming in again it is new', async () => {
  const desk = await givenDesk();
  const before = await desk.found();
  const kept = await imported(desk, shopifyText(numbered(100)));
  const undone = await desk.ask('intake.undo', {importId: kept.importId ?? ''});
  const after = await desk.found();
  await desk.ask('intake.clear', null);
  const again = await desk.bring(textFile('orders.csv', shopifyText(numbered(100))));

  expect(undone).toEqual({undone: 100, left: 0});
  expect({...after, files: [], intakeMemory: []}).toEqual(before);
  expect([again.counts.new, again.files[0]?.knownFile]).toEqual([100, undefined]);
});

test('a row that gives nothing is counted, named and shown as it stands in the file', async () => {
  const desk = await givenDesk();
  const text = shopifyText(numbered(2)).replace(',1,Green tea,10.00', ',many,Green tea,10.00');
  const read = await desk.bring(textFile('orders.csv', text));
  const {total, items} = await desk.ask('intake.items', {kind: 'rejected', from: 0, count: 10});

  expect({
    counted: read.files.map(({rows, used, rejected}) => [rows, used, rejected]),
    shown: items.map(({rows, fault, cells}) => [rows, fault?.code, cells?.[12]]),
    total,
  }).toEqual({counted: [[2, 1, 1]], shown: [[[2], 'intake.bad_quantity', 'many']], total: 1});
});

test('the page undoes an import as one deed of many calls, and does it again', async () => {
  const desk = await givenDesk();
  const kept = await imported(desk, shopifyText(numbered(100)));
  const before = await desk.found();
  const back = await desk.ask('data.mutate', {calls: (kept.undo ?? []).toReversed()});
  const [undone, {phase}] = [await ordersIn(desk), desk.state];
  const again = back.flatMap((outcome) => (outcome.ok && outcome.undo ? [outcome.undo] : []));
  await desk.ask('data.mutate', {calls: again.toReversed()});

  expect([undone, phase]).toEqual([[], 'idle']);
  expect(await desk.found()).toEqual(before);
});

test('a title that is cut between the halves of a sign keeps nobody from taking the order in', async () => {
  const desk = await givenDesk();
  const text = shopifyText(numbered(1)).replace('Green tea', `a${'\u{1F375}'.repeat(300)}`);
  const kept = await imported(desk, text);
  const [order] = await ordersIn(desk);

  expect([kept.phase, kept.fault, order?.lines[0]?.title.length]).toEqual(['kept', undefined, 499]);
});
