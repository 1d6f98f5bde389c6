import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {account, inWords, readBytes, readRows, withColumns} from '../../testing/read-orders.ts';

const sample = new URL('../../../../shared/data/orders/tiktok/tiktok-orders-th.csv', import.meta.url);

const header =
  'Order ID,Order Status,Order Substatus,Cancelation/Return Type,Normal or Pre-order,SKU ID,Seller SKU,Product Name,Variation,Quantity,SKU Unit Original Price,SKU Subtotal Before Discount,SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Shipping Fee After Discount,Order Amount,Created Time,Paid Time,Tracking ID,Shipping Provider Name,Buyer Username,Recipient,Country';
const description =
  'Platform unique order ID.,Current order status.,Current order substatus.,Type of cancelation.,Normal or pre-order.,Platform SKU ID.,Seller SKU input.,Platform product name.,Platform SKU variation.,SKU sold quantity.,Original price.,Subtotal before.,Platform discount.,Seller discount.,Subtotal after.,Shipping fee.,Order amount.,Order created time.,Order paid time.,Tracking number.,Provider.,Buyer name.,Recipient name.,Country.';
const vietnamese = [
  header,
  description,
  '5790000000000001\t,Đã giao hàng,Đã giao,,Normal,1729000000001\t,AO-1,Áo thun,Đỏ,2,150000,300000,0,20000,280000,15000,415000,05/03/2026 09:10:11\t,05/03/2026 09:11:00\t,VN01,GHTK,anh01,Anh Lê,Việt Nam',
  '5790000000000001\t,Đã giao hàng,Đã giao,,Normal,1729000000002\t,,Nón,Mặc định,1,120000,120000,0,0,120000,0,415000,05/03/2026 09:10:11\t,05/03/2026 09:11:00\t,VN01,GHTK,anh01,Anh Lê,Việt Nam',
  '5790000000000002\t,Đã hủy,Đã hủy,Cancel,Normal,1729000000002\t,NON,Nón,Mặc định,1,120000,120000,0,0,120000,15000,135000,28/02/2026 23:59:59\t,,,,binh02,Bình Trần,Việt Nam',
  '5790000000000003\t,Cần gửi,Đang chờ lấy hàng,,Normal,1729000000002\t,NON,Nón,,1,120000,120000,0,0,120000,15000,135000,01/03/2026 00:00:00\t,01/03/2026 00:00:01\t,,,chi03,Chi Vũ,Việt Nam',
];

test('a Vietnamese report: the row of explanations is no order, an order amount counts once, tabs mean nothing', async () => {
  const reading = await readRows(vietnamese);

  expect(account(reading)).toEqual({
    format: 'tiktok',
    rows: 4,
    used: 4,
    rejects: [],
    orders: 3,
    lines: 4,
    totals: {VND: 415_000 + 135_000 + 135_000},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    [
      '5790000000000001 shipped 2026-03-05T02:10 415000 VND',
      '2 x AO-1 Áo thun (Đỏ) = 280000',
      '1 x 1729000000002 Nón (Mặc định) = 120000',
    ],
    ['5790000000000002 cancelled 2026-02-28T16:59 135000 VND', '1 x NON Nón (Mặc định) = 120000'],
    ['5790000000000003 paid 2026-02-28T17:00 135000 VND', '1 x NON Nón = 120000'],
  ]);
});

// One order of each market: its state and amounts as that market writes them, then what is read.
test.each([
  ['Thailand', 'จัดส่งแล้ว', '1,238.50', '10/05/2026 22:05:43', '', 'shipped 2026-05-10T15:05 123850 THB'],
  ['Indonesia', 'Perlu dikirim', 'Rp189.950', '10/05/2026 22:05:43', '', 'paid 2026-05-10T15:05 18995000 IDR'],
  ['Indonesia', 'Dibatalkan', '81406', '10/05/2026 22:05:43', 'Indonesia', 'cancelled 2026-05-10T15:05 8140600 IDR'],
  ['Malaysia', 'Untuk dihantar', '123.30', '10/05/2026 22:05:43', '', 'paid 2026-05-10T14:05 12330 MYR'],
  ['Malaysia', 'To ship', 'RM 123.30', '10/05/2026 22:05:43', 'Malaysia', 'paid 2026-05-10T14:05 12330 MYR'],
  [
    'the United Kingdom',
    'Delivered',
    'GBP 12.34',
    '10/05/2026 22:05:43',
    'United Kingdom',
    'shipped 2026-05-10T21:05 1234 GBP',
  ],
  ['Germany', 'Abgeschlossen', '12,34 EUR', '10/05/2026 22:05:43', 'Deutschland', 'shipped 2026-05-10T20:05 1234 EUR'],
  ['the USA', 'Canceled', '$25.99', '10/05/2026 10:05:43 PM', 'United States', 'cancelled 2026-10-05T22:05 2599 USD'],
  ['Brazil', 'Enviado', 'BRL 35,91', '12/15/2025 9:30:33 AM', 'Brasil', 'shipped 2025-12-15T09:30 3591 BRL'],
  ['Vietnam', 'Hoàn tất', '120.000₫', '10/05/2026 22:05:43', '', 'shipped 2026-05-10T15:05 120000 VND'],
])('an order of %s that is "%s" and costs %s', async (_market, state, amount, created, country, read) => {
  const reading = await readRows([
    'Order ID\tOrder Status\tOrder Substatus\tSKU ID\tSeller SKU\tProduct Name\tQuantity\tSKU Unit Original Price\tOrder Amount\tCreated Time\tTracking ID\tRecipient\tCountry',
    `577000000000000001\t${state}\t\t17\tTEE\tTee\t1\t${amount}\t${amount}\t${created}\t\tSam\t${country}`,
  ]);

  expect(reading.orders.map((order) => inWords(order)[0])).toEqual([`577000000000000001 ${read}`]);
});

test('few columns in another order, without the order amount: subtotals and shipping are added up', async () => {
  const few = [
    'Quantity',
    'Shipping Fee After Discount',
    'SKU Subtotal After Discount',
    'Created Time',
    'Product Name',
    'Order ID',
    'Order Status',
    'SKU ID',
  ];
  const rows = withColumns([header, ...vietnamese.slice(2)], few);

  expect(account(await readRows(rows))).toMatchObject({
    format: 'tiktok',
    orders: 3,
    lines: 4,
    totals: {VND: 415_000 + 135_000 + 135_000},
  });
});

test('a Thai report as somebody else wrote it: the repeated amount of 238 counts once', async (ctx) => {
  if (!existsSync(sample)) return ctx.skip('no shared data');

  const reading = await readBytes(new Uint8Array(readFileSync(sample)));

  expect(account(reading)).toEqual({
    format: 'tiktok',
    rows: 4,
    used: 4,
    rejects: [],
    orders: 3,
    lines: 4,
    totals: {THB: 23_800 + 6700 + 6700},
  });
  expect(reading.orders.map(({status}) => status)).toEqual(['shipped', 'cancelled', 'paid']);
  expect(reading.confidence).toBeGreaterThanOrEqual(0.9);
});
