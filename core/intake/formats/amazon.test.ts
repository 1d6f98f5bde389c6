import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {account, inWords, readBytes, readRows} from '../../testing/read-orders.ts';

const shared = new URL('../../../../shared/data/orders/amazon/', import.meta.url);

function tabs(...cells: readonly string[]): string {
  return cells.join('\t');
}

const newHeader =
  'order-id order-item-id purchase-date payments-date buyer-email buyer-name buyer-phone-number sku product-name quantity-purchased currency item-price item-tax shipping-price shipping-tax ship-service-level recipient-name ship-address-1 ship-city ship-state ship-postal-code ship-country sales-channel'.replaceAll(
    ' ',
    '\t',
  );

function newRow(order: string, amounts: readonly string[], place = 'Amazon.com'): string {
  return tabs(
    order,
    '1',
    '2026-01-01T10:50:49-08:00',
    '2026-01-01T11:00:00-08:00',
    'a@b.example',
    'Ann',
    '',
    'S-1',
    'Mug',
    '2',
    ...amounts,
    'Standard',
    'Ann',
    '1 Main St',
    'Town',
    'FL',
    '55443',
    'US',
    place,
  );
}

test('the price of a row is for all its pieces, and the buyer of a marketplace in the USA pays taxes on top', async () => {
  const reading = await readRows([
    newHeader,
    newRow('111-1', ['USD', '20.00', '1.40', '5.00', '0.35']),
    newRow('111-1', ['USD', '10.00', '0.70', '0.00', '0.00']),
  ]);

  expect([
    reading.confidence,
    account(reading),
    inWords(reading.orders[0] ?? {channelOrderId: '', source: []}),
  ]).toEqual([
    1,
    {format: 'amazon-new', rows: 2, used: 2, rejects: [], orders: 1, lines: 2, totals: {USD: 3745}},
    ['111-1 paid 2026-01-01T18:50 3745 USD', '2 x S-1 Mug = 2000', '2 x S-1 Mug = 1000'],
  ]);
});

test('tax is inside the prices of a European marketplace, unless the amounts of the file show that it is not', async () => {
  const inside = await readRows([newHeader, newRow('1', ['EUR', '119.00', '19.00', '0.00', '0.00'], 'Amazon.de')]);
  const onTop = await readRows([newHeader, newRow('1', ['EUR', '100.00', '19.00', '0.00', '0.00'], 'Amazon.de')]);

  expect([inside.totals, onTop.totals]).toEqual([{EUR: 11900}, {EUR: 11900}]);
});

test('promotions count off, whatever their sign', async () => {
  const header = tabs(
    'amazon-order-id',
    'merchant-order-id',
    'purchase-date',
    'last-updated-date',
    'order-status',
    'fulfillment-channel',
    'sales-channel',
    'sku',
    'asin',
    'item-status',
    'product-name',
    'quantity',
    'currency',
    'item-price',
    'item-tax',
    'shipping-price',
    'shipping-tax',
    'item-promotion-discount',
    'ship-promotion-discount',
  );
  const at = '2026-04-10T09:15:00+00:00';
  const reading = await readRows([
    header,
    tabs(
      '1',
      '',
      at,
      at,
      'Shipped',
      'Amazon',
      'Amazon.com',
      'A',
      'B1',
      'Shipped',
      'Mug',
      '1',
      'USD',
      '20.00',
      '1.00',
      '5.00',
      '0.00',
      '2.00',
      '5.00',
    ),
    tabs(
      '2',
      '',
      at,
      at,
      'Shipped - Delivered to Buyer',
      'Merchant',
      'Amazon.com',
      'A',
      'B1',
      'Shipped',
      'Mug',
      '1',
      'USD',
      '20.00',
      '1.00',
      '0.00',
      '0.00',
      '-2.00',
      '0.00',
    ),
    tabs(
      '3',
      '',
      at,
      at,
      'Cancelled',
      'Amazon',
      'Amazon.com',
      'A',
      'B1',
      'Cancelled',
      'Mug',
      '0',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ),
    tabs(
      '4',
      '',
      at,
      at,
      'Pending',
      'Amazon',
      'Amazon.com',
      'A',
      'B1',
      'Unshipped',
      'Mug',
      '1',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ),
  ]);

  expect([account(reading), reading.asks, reading.orders.map((order) => inWords(order))]).toEqual([
    {format: 'amazon-all', rows: 4, used: 4, rejects: [], orders: 4, lines: 4, totals: {USD: 3800}},
    [],
    [
      ['1 shipped 2026-04-10T09:15 1900 USD', '1 x A Mug = 2000'],
      ['2 shipped 2026-04-10T09:15 1900 USD', '1 x A Mug = 2000'],
      ['3 cancelled 2026-04-10T09:15 -', '0 x A Mug = -'],
      ['4 new 2026-04-10T09:15 -', '1 x A Mug = -'],
    ],
  ]);
});

test('unshipped orders tell where to send what until when, and no money', async () => {
  const header = tabs(
    'order-id',
    'order-item-id',
    'purchase-date',
    'payments-date',
    'reporting-date',
    'promise-date',
    'days-past-promise',
    'buyer-email',
    'buyer-name',
    'sku',
    'product-name',
    'quantity-purchased',
    'quantity-shipped',
    'quantity-to-ship',
    'recipient-name',
    'ship-address-1',
    'ship-city',
    'ship-postal-code',
    'ship-country',
  );
  const at = '2026-04-10T09:15:00+00:00';
  const reading = await readRows([
    header,
    tabs(
      '1',
      '7',
      at,
      at,
      at,
      '2026-04-12T21:59:59+00:00',
      '-2',
      'a@b.example',
      'Ann',
      'A',
      'Mug',
      '1',
      '0',
      '1',
      'Ann Reed',
      '1 Main St',
      'Berlin',
      '01234',
      'DE',
    ),
  ]);
  const {source: _source, ...order} = reading.orders[0] ?? {source: []};

  expect([reading.format, reading.confidence, order]).toEqual([
    'amazon-unshipped',
    1,
    {
      channelOrderId: '1',
      status: 'paid',
      orderedAt: Date.UTC(2026, 3, 10, 9, 15),
      shipBy: Date.UTC(2026, 3, 12, 21, 59, 59),
      lines: [{row: 2, sku: 'A', title: 'Mug', quantity: 1}],
      buyer: {name: 'Ann', email: 'a@b.example'},
      shipTo: {name: 'Ann Reed', street: '1 Main St', postalCode: '01234', city: 'Berlin', country: 'DE'},
    },
  ]);
});

test('reports of other sellers are read whole', async (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');

  const names = ['all-orders-report.txt', 'new-orders-report.txt'];
  const readings = await Promise.all(
    names.map((name) => readBytes(new Uint8Array(readFileSync(new URL(name, shared))))),
  );

  expect(readings.map((reading) => [reading.confidence, account(reading)])).toEqual([
    [1, {format: 'amazon-all', rows: 1, used: 1, rejects: [], orders: 1, lines: 1, totals: {EUR: 9698}}],
    [1, {format: 'amazon-new', rows: 4, used: 4, rejects: [], orders: 3, lines: 4, totals: {USD: 1312}}],
  ]);
});
