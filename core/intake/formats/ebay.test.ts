import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {account, inWords, readBytes, readRows, withColumns} from '../../testing/read-orders.ts';

const shared = new URL('../../../../shared/data/orders/ebay/', import.meta.url);

const header =
  'Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Ship To Name,Ship To Phone,Ship To Address 1,Ship To Address 2,Ship To City,Ship To State,Ship To Zip,Ship To Country,Item Number,Item Title,Custom Label,Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,eBay Collected Tax,Total Price,eBay Collected Tax Included in Total,Sale Date,Paid On Date,Ship By Date,Shipped On Date,Shipping Service,Tracking Number';
const commas = ','.repeat(28);
const american = [
  commas,
  header,
  commas,
  '201,07-11111-22222,kite_flyer,Ada Lind,,Ada Lind,555-0100,12 Elm Street,Unit 4,Salem,OR,97301,United States,9001,"Lamp, brass",LAMP-1,Yes,1,"$1,045.50",$12.00,$0.00,"$1,057.50",Yes,Oct-09-26,Oct-09-26,Oct-12-26,Oct-10-26,USPS,9400111',
  '202,07-33333-44444,two_things,Bo Reed,,Bo Reed,,9 Oak Road,,Austin,TX,78701,United States,,,,,2,$30.00,$5.00,$2.89,$37.89,Yes,Oct-11-26,Oct-11-26,Oct-14-26,,,',
  '202,07-33333-44444,two_things,,,,,,,,,,,9002,Cup red,CUP-R,No,1,$10.00,$5.00,$0.96,,,Oct-11-26,,,,,',
  '202,07-33333-44444,two_things,,,,,,,,,,,9003,Cup blue,CUP-B,No,2,$10.00,$0.00,$1.93,,,Oct-11-26,,,,,',
  '203,,never_paid,,,,,,,,,,,9004,Old map,MAP-7,No,1,$8.00,$4.00,$0.00,$12.00,,Oct-12-26,,,,,',
  '',
  '3,record(s) downloaded,from Oct-01-26 to Oct-13-26',
  'Seller ID : lamps-and-cups',
];

test('an American report counts the row with the order above its items once, and takes nothing around the table for an order', async () => {
  const reading = await readRows(american);

  expect(account(reading)).toEqual({
    format: 'ebay',
    rows: 5,
    used: 5,
    rejects: [],
    orders: 3,
    lines: 4,
    totals: {USD: 105_750 + 3789 + 1200},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['07-11111-22222 shipped 2026-10-09T00:00 105750 USD', '1 x LAMP-1 Lamp, brass = 104550'],
    ['07-33333-44444 paid 2026-10-11T00:00 3789 USD', '1 x CUP-R Cup red = 1000', '2 x CUP-B Cup blue = 2000'],
    ['203 new 2026-10-12T00:00 1200 USD', '1 x MAP-7 Old map = 800'],
  ]);
  expect(reading.orders[1]?.shipTo).toEqual({
    name: 'Bo Reed',
    street: '9 Oak Road',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
    country: 'US',
  });
  expect(reading.confidence).toBeGreaterThanOrEqual(0.9);
});

test('items without an order number belong to the order of their sales record', async () => {
  const rows = american.map((row) => row.replace(/^202,07-33333-44444,two_things,,/, '202,,two_things,,'));

  expect(account(await readRows(rows))).toMatchObject({orders: 3, lines: 4, totals: {USD: 105_750 + 3789 + 1200}});
});

const british = [
  'Orders report generated 14 October 2026',
  'sep=,',
  'Sales record number,Order number,Buyer username,Post to name,Post to phone,Post to address 1,Post to city,Post to county,Post to postcode,Post to country,Item number,Item title,Custom label,Quantity,Sold for,Postage and packaging,Total price,Sale date,Paid on date,Posted on date',
  '31,11-11111-11111,lily,Lily Moss,07700 900333,1 Mill Lane,York,North Yorkshire,YO1 7HH,United Kingdom,71,Jug,JUG-1,3,£4.50,£3.00,£16.50,12-Oct-26,12-Oct-26,',
  '32,11-22222-22222,omar,Omar Vale,07700 900444,2 High Row,Leeds,West Yorkshire,LS1 1BA,United Kingdom,72,Bowl,BOWL-2,1,£20.00,£0.00,£20.00,12 Oct 2026,12 Oct 2026,13 Oct 2026',
  '2 record(s) downloaded,,,,,,,,,,,,,,,,,,,',
  'Seller ID: jugs-and-bowls,,,,,,,,,,,,,,,,,,,',
];

test('a British report with a preamble, a sep= line and footers is read in pounds', async () => {
  const reading = await readRows(british);

  expect(account(reading)).toEqual({
    format: 'ebay',
    rows: 2,
    used: 2,
    rejects: [],
    orders: 2,
    lines: 2,
    totals: {GBP: 3650},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['11-11111-11111 paid 2026-10-12T00:00 1650 GBP', '3 x JUG-1 Jug = 1350'],
    ['11-22222-22222 shipped 2026-10-12T00:00 2000 GBP', '1 x BOWL-2 Bowl = 2000'],
  ]);
});

test('a report without an amount sign, with few columns in another order, is the same orders', async () => {
  const plain = british.slice(2, 5).map((row) => row.replaceAll('£', ''));
  const few = [
    'Total price',
    'Item title',
    'Post to postcode',
    'Order number',
    'Quantity',
    'Sold for',
    'Buyer username',
    'Sale date',
  ];

  expect(account(await readRows(withColumns(plain, few)))).toMatchObject({
    format: 'ebay',
    orders: 2,
    lines: 2,
    totals: {GBP: 3650},
  });
});

test('totals that differ on the rows of an order without a row of its own are its parts, equal ones are one', async () => {
  const [head = '', first = ''] = british.slice(2, 4);
  const second = (total: string) => first.replace('JUG-1,3,£4.50,£3.00,£16.50', `CUP-1,1,£5.00,£0.00,${total}`);

  expect((await readRows([head, first, second('£5.00')])).totals).toEqual({GBP: 2150});
  expect((await readRows([head, first, second('£16.50')])).totals).toEqual({GBP: 1650});
});

test('a report of payments, whose rows are fees and payouts too, is not taken for orders', async () => {
  const reading = await readRows([
    'Transaction creation date,Type,Order number,Legacy order ID,Buyer username,Buyer name,Post to city,Post to postcode,Post to country,Net amount,Payout currency,Payout date,Payout ID,Item title,Custom label,Quantity,Item subtotal,Postage and packaging',
    '12-Oct-26,Order,11-11111-11111,,lily,Lily Moss,York,YO1 7HH,United Kingdom,14.20,GBP,14-Oct-26,77,Jug,JUG-1,3,13.50,3.00',
    '12-Oct-26,Other fee,11-11111-11111,,--,--,--,--,--,-1.20,GBP,14-Oct-26,77,--,--,--,--,--',
  ]);

  expect([reading.format === 'ebay', reading.confidence < 0.9]).toEqual([false, true]);
});

test('reports of eBay UK as somebody else wrote them', async (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');

  const read = async (name: string) => readBytes(new Uint8Array(readFileSync(new URL(name, shared))));
  const report = await read('orders-report-uk.csv');
  const blank = await read('orders-report-uk-blank-order-number.csv');

  expect([report, blank].map((reading) => account(reading))).toEqual([
    {format: 'ebay', rows: 3, used: 3, rejects: [], orders: 3, lines: 0, totals: {}},
    {format: 'ebay', rows: 2, used: 2, rejects: [], orders: 2, lines: 0, totals: {}},
  ]);
  expect(blank.orders.map(({channelOrderId}) => channelOrderId)).toEqual(['1001', '1002']);
  expect(report.orders[0]?.shipTo).toEqual({
    name: 'Toby Roberts',
    street: '12 Maple Street',
    city: 'York',
    region: 'North Yorkshire',
    postalCode: 'YO1 7HH',
    country: 'GB',
  });
});
