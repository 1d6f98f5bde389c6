import {readFileSync} from 'node:fs';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {rowsOfPart} from '#core/intake/packed-source.ts';
import {openTellings} from '#core/intake/order-telling.ts';
import {sourceOfOrder} from '#core/intake/queries.ts';
import {undoStep} from '#core/intake/undo-step.ts';
import {idFromName} from '#core/lib/id.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {callOf} from '#core/sync/define.ts';
import {readerOf} from '#core/sync/overlay.ts';
import type {Shop} from './shop.ts';
import {FrozenShop, listed, now} from './testing/frozen-shop.ts';

// What version 3 left on a desk: 130 orders that one import brought rest as a page.
const sample = readFileSync(new URL('samples/store-3.json.gz', import.meta.url));
let frozen: FrozenShop;

beforeEach(() => {
  frozen = new FrozenShop();
});
afterEach(() => frozen.close());

const found = (shop: Shop, search: string) =>
  listed(shop, {sort: {column: 'number', descending: false}, search}, {window: {from: 0, to: 200}});

test('orders that came together are found by number and buyer, and each leads to its own row', async () => {
  const opened = await frozen.open(sample);
  const all = await found(opened, 'many-');
  const buyer = await found(opened, 'buyer 129');
  const orderId = buyer.rows[0]?.['id'] as OrderId;
  const source = await opened.store.read((tx) => sourceOfOrder.run(readerOf(tx), {orderId}));
  const [telling] = await openTellings(opened.vault, [source?.place]);
  expect({
    all: [all.total, all.rows.filter(({status}) => status === 'paid').length],
    buyer: buyer.rows.map(({number, status}) => [number, status]),
    rows: telling?.parts.map(rowsOfPart),
    bugs: frozen.bugs,
  }).toEqual({
    all: [130, 129],
    buyer: [['MANY-129', 'paid']],
    rows: [[{row: 131, cells: ['MANY-129', 'TEA-1', '1', '6.25']}]],
    bugs: [],
  });
});

test('they can be taken back, but for the one that somebody has held since', async () => {
  const opened = await frozen.open(sample);
  const importId = idFromName('import', 'many');
  const [outcome] = await opened.engine.mutate([callOf(undoStep, {importId, step: 0})], {at: now});
  const {rows} = await found(opened, 'many-');
  const left = rows.filter(({status}) => status !== 'withdrawn');
  expect([outcome?.ok, rows.length, left.map(({number, status}) => [number, status]), frozen.bugs]).toEqual([
    true,
    130,
    [['MANY-7', 'held']],
    [],
  ]);
});
