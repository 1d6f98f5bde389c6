import {existsSync, readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {memorySource} from './bytes-in-memory.ts';
import {openTable} from './open-table.ts';

const shared = new URL('../../../../shared/data/', import.meta.url);

const files: readonly (readonly [path: string, encoding: string, separator: string, rowsByCells: object])[] = [
  ['orders/amazon/new-orders-report.txt', 'utf-8', '\t', {29: 5}],
  ['orders/ebay/orders-report-uk.csv', 'utf-8', ',', {1: 1, 2: 1, 10: 8}],
  ['orders/headers/taobao-orders.header.csv', 'gb18030', ',', {38: 1}],
  ['orders/shopify/orders_export-a.csv', 'utf-8', ',', {16: 22}],
  ['orders/tiktok/tiktok-orders-th.csv', 'utf-8', ',', {20: 5}],
  ['sales/online-retail-2010-12-01_2011-02-28.csv.gz', 'utf-8', ',', {8: 105_336}],
];

test.for(files)('%s is read whole, every row with its cells', async ([path, encoding, separator, rowsByCells], ctx) => {
  const place = new URL(path, shared);
  if (!existsSync(place)) return ctx.skip('no shared data');
  const packed = readFileSync(place);
  const bytes = new Uint8Array(path.endsWith('.gz') ? gunzipSync(packed) : packed);

  const table = await openTable(memorySource('orders', bytes));

  const counts: Record<number, number> = {};
  if (table.ok) {
    for await (const batch of table.value.rows()) {
      for (const {cells} of batch) counts[cells.length] = (counts[cells.length] ?? 0) + 1;
    }
  }
  expect([table.ok && [table.value.encoding, table.value.separator], counts]).toEqual([
    [encoding, separator],
    rowsByCells,
  ]);
});
