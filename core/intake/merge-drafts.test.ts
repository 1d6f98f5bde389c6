import {expect, test} from 'vitest';
import {inWords, readRows} from '../testing/read-orders.ts';
import type {OrderDraft} from './draft.ts';
import {mergeDrafts} from './merge-drafts.ts';

async function only(rows: readonly string[]): Promise<OrderDraft> {
  const [order] = (await readRows(rows)).orders;
  return order ?? {channelOrderId: '', source: []};
}

const items = [
  'Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Ship Name,Ship City,Ship Country,Order ID,Variations,Listings Type,SKU',
  '08/14/25,Greeting Card,coolbuyer,2,$5.00,,$4.50,$0.62,$10.00,USD,4001,9001,Jane Doe,Austin,United States,3001,Matte,listing,FOX-01',
];
const orders = [
  'Sale Date,Order ID,Buyer User ID,Buyer,Full Name,Number of Items,Payment Method,Street 1,Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Discount Amount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,SKU',
  '08/14/25,3001,777,coolbuyer,Jane Doe,2,credit_card,1 Main St,Austin,TX,78701,United States,USD,$10.00,,$4.50,$0.62,$15.12,Paid,$1.20,$16.30,FOX-01',
];
const unshipped = [
  'order-id\torder-item-id\tpurchase-date\treporting-date\tpromise-date\tdays-past-promise\tsku\tproduct-name\tquantity-purchased\tquantity-to-ship\trecipient-name\tship-address-1\tship-city\tship-country',
  '1\t7\t2026-04-10T09:15:00+00:00\t\t\t\tA\tMug\t1\t1\tAnn Reed\t1 Main St\tBerlin\tDE',
];
const all = [
  'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tsku\tasin\titem-status\tproduct-name\tquantity\tcurrency\titem-price\titem-tax\tship-city\tship-country',
  '1\t\t2026-04-10T09:15:00+00:00\t\tShipped\tA\tB1\tShipped\tMug\t1\tEUR\t20.00\t3.19\tBerlin\tDE',
];

test('the lines of one report and the total and address of another make one order, whichever comes first', async () => {
  const [a, b] = [await only(items), await only(orders)];
  const merged = mergeDrafts(a, b);

  expect([merged, inWords(merged), merged.shipTo?.street, merged.source.length]).toEqual([
    mergeDrafts(b, a),
    ['3001 paid 2025-08-14T00:00 1512 USD', '2 x FOX-01 Greeting Card (Matte) = 1000'],
    '1 Main St',
    2,
  ]);
});

test('an address without money and money without an address complete each other', async () => {
  const [a, b] = [await only(unshipped), await only(all)];
  const merged = mergeDrafts(a, b);

  expect([merged, inWords(merged), merged.shipTo]).toEqual([
    mergeDrafts(b, a),
    ['1 shipped 2026-04-10T09:15 2000 EUR', '1 x A Mug = 2000'],
    {name: 'Ann Reed', street: '1 Main St', city: 'Berlin', country: 'DE'},
  ]);
});
