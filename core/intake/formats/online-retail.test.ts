import {existsSync, readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {account, inWords, readBytes, readRows} from '../../testing/read-orders.ts';

const shared = new URL('../../../../shared/data/sales/', import.meta.url);
const name = 'online-retail-2010-12-01_2011-02-28';

test('a cancellation is an order of its own, below zero, and rows without price, text or customer count', async () => {
  const reading = await readRows([
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    '536365,85123A,HEART HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom',
    '536365,85123A,HEART HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom',
    'C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527.0,United Kingdom',
    '536414,22139,,56,2010-12-01 11:52:00,0.0,,EIRE',
    '536544,21773,ROSE,1,2010-07-01 14:32:00,2.515,,Channel Islands',
  ]);

  expect([account(reading), ...reading.orders.map((order) => inWords(order)), reading.orders[0]?.buyer]).toEqual([
    {format: 'online-retail', rows: 5, used: 5, rejects: [], orders: 4, lines: 5, totals: {GBP: 562}},
    ['536365 shipped 2010-12-01T08:26 3060 GBP', '6 x 85123A HEART HOLDER = 1530', '6 x 85123A HEART HOLDER = 1530'],
    ['C536379 returned 2010-12-01T09:41 -2750 GBP', '-1 x D Discount = -2750'],
    ['536414 shipped 2010-12-01T11:52 0 GBP', '56 x 22139  = 0'],
    ['536544 shipped 2010-07-01T13:32 252 GBP', '1 x 21773 ROSE = 252'],
    {handle: '17850'},
  ]);
});

test('the whole published file is read to the last penny', async (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');

  const published = JSON.parse(readFileSync(new URL(`${name}.aggregates.json`, shared), 'utf8')) as {
    rows: number;
    distinct_invoices: number;
    revenue_net_all_rows: string;
  };
  const bytes = new Uint8Array(gunzipSync(readFileSync(new URL(`${name}.csv.gz`, shared))));
  const reading = await readBytes(bytes);

  expect([reading.confidence, account(reading)]).toEqual([
    1,
    {
      format: 'online-retail',
      rows: published.rows,
      used: published.rows,
      rejects: [],
      orders: published.distinct_invoices,
      lines: published.rows,
      totals: {GBP: Number(published.revenue_net_all_rows.replace('.', ''))},
    },
  ]);
});
