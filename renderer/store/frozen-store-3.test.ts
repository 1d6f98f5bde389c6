import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {ListAnswer} from '#core/data/list-view.ts';
import {rowsOfPart} from '#core/intake/packed-source.ts';
import {openTellings} from '#core/intake/order-telling.ts';
import {sourceOfOrder} from '#core/intake/queries.ts';
import {undoStep} from '#core/intake/undo-step.ts';
import {must} from '#core/lib/assert.ts';
import {idFromName} from '#core/lib/id.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {callOf} from '#core/sync/define.ts';
import {readerOf} from '#core/sync/overlay.ts';
import type {Instant} from '#core/time/instant.ts';
import {databaseOf} from './database-name.ts';
import {DexieStore} from './dexie-store.ts';
import {type Shop, openShop} from './shop.ts';
import {type FrozenStore, thaw} from './testing/frozen-store.ts';
import {emptyDesk} from './testing/in-process.ts';

// What version 3 left on a desk: 130 orders that one import brought rest as a page. The file never changes, and neither does
// what is read from it here.
const now = Date.UTC(2026, 10, 23, 2, 38) as Instant;

let bugs: unknown[];
let shop: Shop | undefined;

beforeEach(() => {
  bugs = [];
});
afterEach(() => shop?.close());

async function open(): Promise<Shop> {
  const sample = new URL('samples/store-3.json.gz', import.meta.url);
  await thaw(JSON.parse(gunzipSync(readFileSync(sample)).toString()) as FrozenStore, emptyDesk());
  shop = await openShop('demo', new DexieStore(databaseOf('demo')), {
    safety: undefined,
    report: (bug) => bugs.push(bug),
  });
  return must(shop, 'a whole shop in the sample');
}

async function found({engine}: Shop, search: string): Promise<ListAnswer> {
  let told: ListAnswer | undefined;
  const query = {sort: {column: 'number', descending: false}, search};
  const question = {view: 'orders.list', query, window: {from: 0, to: 200}};
  engine.watchList(question, (answer) => (told = answer));
  return vi.waitUntil(() => told, 10_000);
}

test('orders that came together are found by number and buyer, and each leads to its own row', async () => {
  const opened = await open();
  const all = await found(opened, 'many-');
  const buyer = await found(opened, 'buyer 129');
  const orderId = buyer.rows[0]?.['id'] as OrderId;
  const source = await opened.store.read((tx) => sourceOfOrder.run(readerOf(tx), {orderId}));
  const [telling] = await openTellings(opened.vault, [source?.place]);
  expect({
    all: [all.total, all.rows.filter(({status}) => status === 'paid').length],
    buyer: buyer.rows.map(({number, status}) => [number, status]),
    rows: telling?.parts.map(rowsOfPart),
    bugs,
  }).toEqual({
    all: [130, 129],
    buyer: [['MANY-129', 'paid']],
    rows: [[{row: 131, cells: ['MANY-129', 'TEA-1', '1', '6.25']}]],
    bugs: [],
  });
});

test('they can be taken back, but for the one that somebody has held since', async () => {
  const opened = await open();
  const importId = idFromName('import', 'many');
  const [outcome] = await opened.engine.mutate([callOf(undoStep, {importId, step: 0})], {at: now});
  const {rows} = await found(opened, 'many-');
  const left = rows.filter(({status}) => status !== 'withdrawn');
  expect([outcome?.ok, rows.length, left.map(({number, status}) => [number, status]), bugs]).toEqual([
    true,
    130,
    [['MANY-7', 'held']],
    [],
  ]);
});
