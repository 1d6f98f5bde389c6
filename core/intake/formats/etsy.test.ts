import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {mergeDrafts} from '../merge-drafts.ts';
import {account, inWords, readBytes, readRows, withColumns} from '../../testing/read-orders.ts';

const shared = new URL('../../../../shared/data/orders/etsy/', import.meta.url);

const items = [
  'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Address1,Ship Address2,Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU',
  '03/04/26,Wool hat,ida,2,15.50,,,3.00,0.00,0.00,0.00,31.00,EUR,1,11,03/04/26,03/05/26,Ida Holm,Vej 1,,Odense,,5000,Denmark,#7001,Colour: Red,online,listing,online_cc,,,,HAT-R',
  '03/04/26,Scarf,ida,1,20.00,,,3.00,0.00,4.90,0.00,20.00,EUR,2,12,03/04/26,03/05/26,Ida Holm,Vej 1,,Odense,,5000,Denmark,#7001,,online,listing,online_cc,,,,SCARF',
  '12/30/26,Mitten,jo,1,9.00,,,0.00,0.00,4.90,0.80,9.00,EUR,3,13,12/30/26,,Jo Park,1 Rd,,Boise,ID,83702,United States,#7002,,online,listing,online_cc,,,,MIT',
];
const orders = [
  'Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Street 1,Street 2,Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Adjusted Card Processing Fees,Adjusted Net Order Amount,Buyer,Order Type,Payment Type,InPerson Discount,InPerson Location,SKU',
  '03/04/26,7001,1,Ida Holm,Ida,Holm,3,cc,03/05/26,Vej 1,,Odense,,5000,Denmark,EUR,51.00,,,3.00,0.00,4.90,0.00,52.90,Completed,1.00,51.90,0.00,0.00,0.00,ida,online,online_cc,,,"HAT-R,SCARF"',
  '12/30/26,7002,2,Jo Park,Jo,Park,1,cc,,1 Rd,,Boise,ID,83702,United States,EUR,9.00,,,0.00,0.00,4.90,0.80,14.70,Paid,1.00,13.70,0.00,0.00,0.00,jo,online,online_cc,,,MIT',
  '12/31/26,7003,3,Al Ho,Al,Ho,1,cc,,2 Rd,,Boise,ID,83702,United States,EUR,9.00,,,0.00,0.00,0.00,0.00,9.00,Canceled,0.00,0.00,0.00,0.00,0.00,al,online,online_cc,,,MIT',
];

test('sold order items are put together to orders; shipping and discounts of an order count once wherever they stand', async () => {
  const reading = await readRows(items);

  expect(account(reading)).toEqual({
    format: 'etsy-items',
    rows: 3,
    used: 3,
    rejects: [],
    orders: 2,
    lines: 3,
    totals: {EUR: 5290 + 1470},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['7001 shipped 2026-03-04T00:00 5290 EUR', '2 x HAT-R Wool hat (Colour: Red) = 3100', '1 x SCARF Scarf = 2000'],
    ['7002 paid 2026-12-30T00:00 1470 EUR', '1 x MIT Mitten = 900'],
  ]);
});

test('sold orders have amounts, states and addresses, and no lines', async () => {
  const reading = await readRows(orders);

  expect(account(reading)).toEqual({
    format: 'etsy-orders',
    rows: 3,
    used: 3,
    rejects: [],
    orders: 3,
    lines: 0,
    totals: {EUR: 5290 + 1470 + 900},
  });
  expect(reading.orders.map((order) => inWords(order)[0])).toEqual([
    '7001 shipped 2026-03-04T00:00 5290 EUR',
    '7002 paid 2026-12-30T00:00 1470 EUR',
    '7003 cancelled 2026-12-31T00:00 900 EUR',
  ]);
});

test('both reports speak of the same orders, buyers and amounts', async () => {
  const [told, itemised] = [await readRows(orders), await readRows(items)];

  const both = (reading: typeof told) =>
    reading.orders.slice(0, 2).map(({channelOrderId, buyer, money, shipTo}) => [channelOrderId, buyer, money, shipTo]);
  expect(both(told)).toEqual(both(itemised));
});

test('both reports make one order, whichever comes first', async () => {
  const [told, itemised] = [(await readRows(orders)).orders[0], (await readRows(items)).orders[0]];
  const [forth, back] = [
    mergeDrafts(must(told, 'it was read'), must(itemised, 'it was read')),
    mergeDrafts(must(itemised, 'it was read'), must(told, 'it was read')),
  ];

  expect([inWords(forth), forth.money, forth.shipTo]).toEqual([inWords(back), back.money, back.shipTo]);
  expect(inWords(forth)).toEqual([
    '7001 shipped 2026-03-04T00:00 5290 EUR',
    '2 x HAT-R Wool hat (Colour: Red) = 3100',
    '1 x SCARF Scarf = 2000',
  ]);
});

test('few columns in another order, the currency only in the signs of amounts', async () => {
  const signed = items.map((row) =>
    row.replaceAll(/,(\d+\.\d\d)(?=,)/g, ',€$1').replaceAll(/,(\d+\.\d\d)(?=,)/g, ',€$1'),
  );
  const few = withColumns(signed, [
    'SKU',
    'Order ID',
    'Item Total',
    'Sale Date',
    'Quantity',
    'Item Name',
    'Ship Zipcode',
    'Order Shipping',
  ]);

  const reading = await readRows(few);

  expect(account(reading)).toMatchObject({
    format: 'etsy-items',
    orders: 2,
    lines: 3,
    totals: {EUR: 5100 + 490 + 900 + 490},
  });
  expect(reading.confidence).toBeGreaterThanOrEqual(0.9);
});

test('reports of Etsy as somebody else wrote them tell the same totals', async (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');

  const read = async (name: string) => account(await readBytes(new Uint8Array(readFileSync(new URL(name, shared)))));

  expect([await read('EtsySoldOrderItems.csv'), await read('EtsySoldOrders.csv')]).toEqual([
    {format: 'etsy-items', rows: 3, used: 3, rejects: [], orders: 2, lines: 3, totals: {USD: 2712}},
    {format: 'etsy-orders', rows: 2, used: 2, rejects: [], orders: 2, lines: 0, totals: {USD: 2712}},
  ]);
});
