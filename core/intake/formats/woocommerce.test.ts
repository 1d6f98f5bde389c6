import {expect, test} from 'vitest';
import {account, inWords, readRows, withColumns} from '../../testing/read-orders.ts';
import {packedLines} from './woocommerce-packed-lines.ts';

const columns = [
  'order_id,order_number,order_date,paid_date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_subtotal,order_currency,payment_method,payment_method_title,customer_id,customer_user,customer_email,billing_first_name,billing_last_name,billing_email,billing_phone,billing_address_1,billing_postcode,billing_city,billing_country,shipping_first_name,shipping_last_name,shipping_company,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,shipping_country,wt_import_key,shipping_items,fee_items,tax_items,coupon_items,refund_items,order_notes,download_permissions,line_item_1,line_item_2,line_item_3',
  `501,501,2026-10-01 09:00:00,2026-10-01 09:01:00,processing,5.00,0.95,0,0,7.60,0,0,0,47.60,35.00,EUR,stripe,Card,3,3,eva@example.com,Eva,Kern,eva@example.com,'+491510001,Weg 1,10115,Berlin,DE,Eva,Kern,,Weg 1,,10115,Berlin,BE,DE,501,items:x|method_id:flat_rate,,,,,,1,name:Tee; red|product_id:31|sku:TEE-R|quantity:2|total:20.00|sub_total:20.00,name:Mug: big | blue|product_id:32|sku:|quantity:1|total:15.00|sub_total:15.00|_reduced_stock:1,`,
  `502,502,2026-10-02 10:00:00,,cancelled,0.00,0,0,0,0.00,0,0,5.00,10.00,15.00,EUR,bacs,Bank,4,4,max@example.com,Max,Roth,max@example.com,,Weg 2,1010,Wien,AT,Max,Roth,Roth GmbH,Weg 2,Tür 3,1010,Wien,,AT,502,,,,,,,,name:Mug|product_id:32|sku:MUG|quantity:1|total:10.00|sub_total:15.00,,`,
];

test('items in columns of their own become lines; the total is the one with tax; a name may contain the signs between fields', async () => {
  const reading = await readRows(columns);

  expect(account(reading)).toEqual({
    format: 'woocommerce-orders',
    rows: 2,
    used: 2,
    rejects: [],
    orders: 2,
    lines: 3,
    totals: {EUR: 5760},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['501 paid 2026-10-01T09:00 4760 EUR', '2 x TEE-R Tee; red = 2000', '1 x  Mug: big | blue = 1500'],
    ['502 cancelled 2026-10-02T10:00 1000 EUR', '1 x MUG Mug = 1500'],
  ]);
  expect(reading.orders[1]?.shipTo).toEqual({
    name: 'Max Roth',
    company: 'Roth GmbH',
    street: 'Weg 2',
    extra: 'Tür 3',
    postalCode: '1010',
    city: 'Wien',
    country: 'AT',
  });
});

test('columns in another order, most of them left out', async () => {
  const few = [
    'line_item_2',
    'order_total',
    'status',
    'line_item_1',
    'order_date',
    'order_currency',
    'order_id',
    'billing_email',
    'shipping_postcode',
  ];

  expect(account(await readRows(withColumns(columns, few)))).toMatchObject({
    format: 'woocommerce-orders',
    orders: 2,
    lines: 3,
    totals: {EUR: 5760},
  });
});

test('all items in one cell, parted by semicolons, a number sign before the order number, decimal commas', async () => {
  const reading = await readRows([
    'order_id;order_number;date;status;shipping_total;shipping_tax_total;tax_total;cart_discount;order_discount;discount_total;order_total;payment_method;shipping_method;customer_id;billing_first_name;billing_last_name;billing_email;billing_postcode;shipping_first_name;shipping_last_name;shipping_address_1;shipping_postcode;shipping_city;shipping_country;line_items;shipping_items;tax_items;coupons;order_notes;order_currency',
    '4415;#4415;2026-09-15 04:48:06;wc-completed;4,90;0;8,15;0;0;0;63,04;card;Free;861;Lo;Bay;lo@example.com;96792;Lo;Bay;1 Rd;96792;Waianae;US;"name:Plan One $29.99|sku:111112|quantity:1|total:49,99|meta:;name:Case|sku:C-1|quantity:2|total:8,15|meta:Size=M";;;;;USD',
  ]);

  expect(account(reading)).toMatchObject({format: 'woocommerce-orders', rejects: [], totals: {USD: 6304}});
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['4415 shipped 2026-09-15T04:48 6304 USD', '1 x 111112 Plan One $29.99 = 4999', '2 x C-1 Case = 815'],
  ]);
});

test('a cell that packs no items is refused, not guessed at', () => {
  expect([packedLines('Tee x 2'), packedLines('')]).toEqual([undefined, []]);
});

const words = [
  'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),Address 1&2 (Billing),City (Billing),State Code (Billing),Postcode (Billing),Country Code (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code,Discount Amount,Discount Amount Tax,Order Currency',
  '77,Processing,2026-10-03 12:00,,Ana,Sol,,Calle 1,Sevilla,SE,41001,ES,ana@example.com,600,Ana,Sol,Calle 1,Sevilla,SE,41001,ES,Card,0,30.00,Flat,6.05,0,42.35,6.30,HAT,1,Hat,2,10.00,,,,EUR',
  '77,Processing,2026-10-03 12:00,,Ana,Sol,,Calle 1,Sevilla,SE,41001,ES,ana@example.com,600,Ana,Sol,Calle 1,Sevilla,SE,41001,ES,Card,0,30.00,Flat,6.05,0,42.35,6.30,BAG,2,Bag,1,10.00,,,,EUR',
  '78,Refunded,2026-10-04 12:00,,Leo,Mar,,Calle 2,Jerez,CA,11401,ES,leo@example.com,601,Leo,Mar,Calle 2,Jerez,CA,11401,ES,Card,0,10.00,Flat,0.00,12.10,12.10,2.10,BAG,1,Bag,1,10.00,,,,EUR',
];
const wordOrders = [
  ['77 paid 2026-10-03T12:00 4235 EUR', '2 x HAT Hat = 2000', '1 x BAG Bag = 1000'],
  ['78 returned 2026-10-04T12:00 1210 EUR', '1 x BAG Bag = 1000'],
];

test('one row for each item: the amounts of the order are repeated and count once', async () => {
  const reading = await readRows(words);

  expect(account(reading)).toEqual({
    format: 'woocommerce-lines',
    rows: 3,
    used: 3,
    rejects: [],
    orders: 2,
    lines: 3,
    totals: {EUR: 4235 + 1210},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual(wordOrders);
  expect(reading.orders[1]?.money?.refundedMinor).toBe(1210);
});

test('one row for each item with the order on its first row only is the same', async () => {
  const blanked = words.map((row, at) => (at === 2 ? `${','.repeat(29)}BAG,2,Bag,1,10.00,,,,` : row));

  expect((await readRows(blanked)).orders.map((order) => inWords(order))).toEqual(wordOrders);
});

test('one row for each item with keys for columns', async () => {
  const reading = await readRows([
    'order_id,order_number,date,status,shipping_total,shipping_tax_total,tax_total,discount_total,order_total,order_currency,billing_first_name,billing_postcode,shipping_first_name,shipping_postcode,item_id,item_product_id,item_name,item_sku,item_quantity,item_subtotal,item_subtotal_tax,item_total,item_total_tax,item_refunded,item_meta',
    '9,9,2026-10-05 10:00:00,on-hold,0,0,0,0,25.00,GBP,Al,N1,Al,N1,1,5,Cap,CAP,1,10.00,0,10.00,0,0,',
    '9,9,2026-10-05 10:00:00,on-hold,0,0,0,0,25.00,GBP,Al,N1,Al,N1,2,6,Pin,PIN,3,15.00,0,15.00,0,0,',
  ]);

  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['9 new 2026-10-05T10:00 2500 GBP', '1 x CAP Cap = 1000', '3 x PIN Pin = 1500'],
  ]);
  expect(reading.format).toBe('woocommerce-lines');
});

test('in a currency without cents a point can only group thousands', async () => {
  const reading = await readRows([
    'Order Number,Order Status,Order Date,First Name (Billing),Email (Billing),Order Total Amount,SKU,Item Name,Quantity,Item Cost,Order Currency',
    '9,Processing,2026-01-02,An,an@example.com,120.000,AO,Ao,2,60.000,VND',
  ]);

  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['9 paid 2026-01-02T00:00 120000 VND', '2 x AO Ao = 120000'],
  ]);
});

test('the orders of Analytics: products in one cell, net revenue as the only amount', async () => {
  const reading = await readRows(
    [
      'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue,Attribution',
      '2026-10-06 08:30:00,611,"1,045.50 kr",completed,Ole Dal,new,"2× Tee, red, 1× Mug",3,,1045.50,Direct',
    ],
    {choice: {currency: 'NOK' as never}},
  );

  expect(account(reading)).toMatchObject({
    format: 'woocommerce-analytics',
    orders: 1,
    lines: 2,
    totals: {NOK: 104_550},
  });
  expect(reading.orders.map((order) => inWords(order))).toEqual([
    ['611 shipped 2026-10-06T08:30 104550 NOK', '2 x  Tee, red = -', '1 x  Mug = -'],
  ]);
});
