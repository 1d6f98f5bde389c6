import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {account, inWords, readBytes, readRows, withColumns} from '../../testing/read-orders.ts';

const shared = new URL('../../../../shared/data/orders/shopify/', import.meta.url);

const header =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,' +
  'Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Shipping Name,Shipping Address1,' +
  'Shipping City,Shipping Zip,Shipping Province,Shipping Country,Cancelled at,Refunded Amount,Id';
const first =
  '#1001,ann@a.example,paid,2026-03-12 10:15:00 +0100,fulfilled,2026-03-13 08:00:00 +0100,EUR,58.00,4.90,10.04,62.90,2.00,' +
  "2026-03-12 10:14:00 +0100,2,Mug,20.00,MUG-1,0.00,Ann Reed,1 Rue Haute,Lyon,'01234,,FR,,0.00,5001";
const continued = '#1001,ann@a.example,,,,,,,,,,,,1,Plate,20.00,PLATE-1,2.00,,,,,,,,,';
const cancelled =
  '#1002,bo@b.example,voided,,unfulfilled,,USD,16.00,6.00,1.28,23.28,0.00,2026-03-12 11:00:00 +0100,1,Jar,16.00,JAR,0.00,Bo,' +
  '2 Elm St,Austin,78701,TX,US,2026-03-12 12:00:00 +0100,0.00,5002';

test('rows that only go on with lines belong to the order above, whose amounts count once', async () => {
  const reading = await readRows([header, first, continued, cancelled]);

  expect([account(reading), ...reading.orders.map((order) => inWords(order))]).toEqual([
    {format: 'shopify', rows: 3, used: 3, rejects: [], orders: 2, lines: 3, totals: {EUR: 6290, USD: 2328}},
    ['#1001 shipped 2026-03-12T09:14 6290 EUR', '2 x MUG-1 Mug = 4000', '1 x PLATE-1 Plate = 2000'],
    ['#1002 cancelled 2026-03-12T10:00 2328 USD', '1 x JAR Jar = 1600'],
  ]);
});

test('the address is the one to ship to, its postal code without the apostrophe of spreadsheets', async () => {
  const reading = await readRows([header, first]);
  const {shipTo, buyer, money, shippedAt} = reading.orders[0] ?? {};

  expect({shipTo, buyer, money, shippedAt}).toEqual({
    shipTo: {name: 'Ann Reed', street: '1 Rue Haute', postalCode: '01234', city: 'Lyon', country: 'FR'},
    buyer: {email: 'ann@a.example'},
    money: {shippingMinor: 490, discountMinor: 200, taxMinor: 1004, totalMinor: 6290, refundedMinor: 0},
    shippedAt: Date.UTC(2026, 2, 13, 7),
  });
});

test('without a total the subtotal and shipping are added up, and taxes where prices are without them', async () => {
  const names = header.split(',').filter((name) => name !== 'Total');
  const reading = await readRows(withColumns([header, first, continued, cancelled], names));

  expect([reading.totals, reading.confidence]).toEqual([{EUR: 6290, USD: 2328}, 1]);
});

test('an order number that comes again later in the file adds its lines to the order', async () => {
  const reading = await readRows([header, first, cancelled, first]);

  expect(account(reading)).toEqual({
    format: 'shopify',
    rows: 3,
    used: 3,
    rejects: [],
    orders: 2,
    lines: 3,
    totals: {EUR: 6290, USD: 2328},
  });
});

test('exports of other shops are read whole', async (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');

  const names = ['orders_export-a.csv', 'orders_export-c.csv'];
  const readings = await Promise.all(
    names.map((name) => readBytes(new Uint8Array(readFileSync(new URL(name, shared))))),
  );

  expect(readings.map((reading) => [reading.confidence, account(reading)])).toEqual([
    [
      1,
      {
        format: 'shopify',
        rows: 21,
        used: 21,
        rejects: [],
        orders: 18,
        lines: 21,
        totals: {GBP: 507000, EUR: 262000, USD: 92000},
      },
    ],
    [1, {format: 'shopify', rows: 3, used: 3, rejects: [], orders: 2, lines: 3, totals: {EUR: 13911, USD: 5856}}],
  ]);
});
