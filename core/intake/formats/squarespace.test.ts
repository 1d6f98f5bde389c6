import {expect, test} from 'vitest';
import {account, inWords, readRows} from '../../testing/read-orders.ts';

test('a Squarespace export is told from Shopify’s and read like it', async () => {
  const reading = await readRows([
    'Order ID,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem variant,Shipping Name,Shipping Country,Private Notes',
    '1,h@a.example,PAID,7/25/2018 21:06,pending,,USD,20,10,0,0,30,7/25/2018 21:06,1,Colombian Coffee,10,SQ1,200g,Ann,United States,',
    '1,,,,,,,,,,,,,1,Ethiopian Coffee,10,SQ2,200g,,,',
  ]);

  expect([reading.confidence, account(reading), reading.orders.flatMap((order) => inWords(order))]).toEqual([
    1,
    {format: 'squarespace', rows: 2, used: 2, rejects: [], orders: 1, lines: 2, totals: {USD: 3000}},
    [
      '1 paid 2018-07-25T21:06 3000 USD',
      '1 x SQ1 Colombian Coffee (200g) = 1000',
      '1 x SQ2 Ethiopian Coffee (200g) = 1000',
    ],
  ]);
});
