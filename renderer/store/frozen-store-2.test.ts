import {readFileSync} from 'node:fs';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {openTellings} from '#core/intake/order-telling.ts';
import {newsOf} from '#core/intake/told.ts';
import {sourceOfOrder} from '#core/intake/queries.ts';
import {beginImport} from '#core/intake/mutators.ts';
import {idFromName} from '#core/lib/id.ts';
import {orderInFull} from '#core/orders/queries.ts';
import type {OrderId} from '#core/orders/schema.ts';
import type {Query} from '#core/sync/define.ts';
import {callOf} from '#core/sync/define.ts';
import type {Shop} from './shop.ts';
import {FrozenShop, listed, now} from './testing/frozen-shop.ts';

// What versions 1 and 2 left on a desk.
const sampleOf = (version: 1 | 2) => readFileSync(new URL(`samples/store-${version}.json.gz`, import.meta.url));
let frozen: FrozenShop;

beforeEach(() => {
  frozen = new FrozenShop();
});
afterEach(() => frozen.close());

const newest = (search: string) => ({sort: {column: 'orderedAt', descending: true}, search});

async function asked<Args, Answer>({engine}: Shop, query: Query<Args, Answer>, args: Args): Promise<Answer> {
  let told: {readonly answer: Answer} | undefined;
  engine.watchQuery(query.name, args, (answer) => (told = {answer: answer as Answer}));
  return (await vi.waitUntil(() => told)).answer;
}

test('an order that came by a file is found with its buyer, and leads to the row it was read from', async () => {
  const opened = await frozen.open(sampleOf(2));
  const {total, rows} = await listed(opened, newest('sample-1'));
  const orderId = rows[0]?.['id'] as OrderId;
  const full = await asked(opened, orderInFull, {orderId});
  const source = await asked(opened, sourceOfOrder, {orderId});
  const buyer = full && (await opened.vault.open(full.order.buyer));
  const [telling] = await openTellings(opened.vault, [source?.place]);
  expect({total, missing: full?.order.missing, email: buyer?.email, parts: telling?.parts, bugs: frozen.bugs}).toEqual({
    total: 1,
    missing: ['address'],
    email: 'ida@example.com',
    parts: [
      {
        importId: idFromName('import', 'sample'),
        fileId: 'sample',
        rows: [{row: 2, cells: ['SAMPLE-1', 'TEA-1', '2', '12.50']}],
      },
    ],
    bugs: [],
  });
});

test('what a file told an older version is known when it is told again', async () => {
  const opened = await frozen.open(sampleOf(2));
  const {rows} = await listed(opened, newest('sample-1'));
  const source = await asked(opened, sourceOfOrder, {orderId: rows[0]?.['id'] as OrderId});
  const [telling] = await openTellings(opened.vault, [source?.place]);
  const lines = [{row: 2, sku: 'TEA-1', title: 'Sample tea', quantity: 2, totalMinor: 1250}];
  const told = telling?.told.lines ?? [];
  const facts = {channelOrderId: 'SAMPLE-1', lines};
  const another = {...facts, lines: lines.map((line) => ({...line, quantity: 3}))};
  expect([newsOf(facts, 'lines', told), newsOf(another, 'lines', told)]).toEqual([undefined, expect.any(String)]);
});

test('what an import brought beside its orders is there: products, buyers, rates and what was chosen', async () => {
  const {store} = await frozen.open(sampleOf(2));
  const rows = await store.read(async (tx) => ({
    products: await tx.range('products', {limit: 10}),
    buyers: await tx.range('buyers', {limit: 10}),
    steps: await tx.byKey('importSteps', 'importId', [idFromName('import', 'sample')]),
    remembered: await tx.range('intakeMemory', {limit: 10}),
    day: await tx.get('rateDays', '2026-11-22'),
  }));
  expect({
    products: rows.products.map(({title}) => title),
    buyers: rows.buyers.length,
    steps: rows.steps.map(({step, made}) => [step, made.map(({status}) => status)]),
    remembered: rows.remembered.map(({format}) => format),
    typed: rows.day?.typed?.map(({currency, units, scale}) => [currency, units, scale]),
  }).toEqual({
    products: ['Sample tea'],
    buyers: 1,
    steps: [[0, ['shipped']]],
    remembered: ['etsy-orders'],
    typed: [['USD', 11, 1]],
  });
});

test('a store of version 1 takes an import as soon as it is opened, and keeps original files', async () => {
  const opened = await frozen.open(sampleOf(1));
  const counts = {new: 0, changed: 0, unchanged: 0, conflicting: 0};
  const call = callOf(beginImport, {importId: idFromName('import', 'first'), files: [], counts});
  const [outcome] = await opened.engine.mutate([call], {at: now});
  expect([outcome?.ok, await opened.files.list(), frozen.bugs]).toEqual([true, [], []]);
});
