import {expect, test} from 'vitest';
import {check} from '../lib/shape.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {account, inWords, readRows} from '../testing/read-orders.ts';
import type {ZoneId} from '../time/zone.ts';
import {headerDigest} from './header-digest.ts';
import {mappingShape} from './mapping-shape.ts';
import type {Mapping} from './mapping.ts';
import {readFile} from './read-file.ts';
import {memorySource} from './table/bytes-in-memory.ts';

const wholesale = [
  'Auftragsnr.;Bestelldatum;Artikelnummer;Bezeichnung;Menge;Einzelpreis (EUR);Versandkosten;Kunde;Straße;PLZ;Ort;Land;Status',
  'A-1;12.03.2026;M-1;Becher;2;1.234,50;6,90;Ann Reed;Weg 1;01234;Köln;Deutschland;Bezahlt',
  'A-1;12.03.2026;T-1;Teller;1;28,00;6,90;Ann Reed;Weg 1;01234;Köln;Deutschland;Bezahlt',
  'A-2;13.03.2026;M-1;Becher;1;54,50;0,00;Bo Lund;Weg 2;20095;Hamburg;Deutschland;Storniert',
];

const columnsOf = (mapping: Mapping | undefined) =>
  Object.fromEntries((mapping?.columns ?? []).map(({field, column}) => [field, column]));

test('a table of unknown origin is read by the general names of its columns, and a person is asked', async () => {
  const reading = await readRows(wholesale);

  expect([
    account(reading),
    reading.asks,
    reading.confidence < 0.9,
    inWords(reading.orders[0] ?? {channelOrderId: '', source: []}),
  ]).toEqual([
    {format: 'mapping', rows: 3, used: 3, rejects: [], orders: 2, lines: 3, totals: {EUR: 249_700 + 690 + 5450}},
    ['format'],
    true,
    ['A-1 paid 2026-03-12T00:00 250390 EUR', '2 x M-1 Becher = 246900', '1 x T-1 Teller = 2800'],
  ]);
});

test('what is proposed can be kept, and names the column of each field', async () => {
  const {mapping} = await readRows(wholesale);

  expect([check(mappingShape, mapping).ok, columnsOf(mapping)]).toEqual([
    true,
    {
      orderNumber: 'Auftragsnr.',
      orderedAt: 'Bestelldatum',
      sku: 'Artikelnummer',
      title: 'Bezeichnung',
      quantity: 'Menge',
      unitPrice: 'Einzelpreis (EUR)',
      shipping: 'Versandkosten',
      buyerName: 'Kunde',
      shipName: 'Kunde',
      shipStreet: 'Straße',
      shipPostalCode: 'PLZ',
      shipCity: 'Ort',
      shipCountry: 'Land',
      status: 'Status',
    },
  ]);
});

test('a Chinese marketplace’s table is understood too', async () => {
  const reading = await readRows([
    '订单号,下单时间,商品名称,数量,单价,运费,币种,收货人,收货地址,国家',
    '88001,2026-03-12 09:00:00,杯子,2,19.90,5.00,CNY,王小明,北京路1号,中国',
  ]);

  expect([account(reading), reading.orders[0]?.shipTo]).toEqual([
    {format: 'mapping', rows: 1, used: 1, rejects: [], orders: 1, lines: 1, totals: {CNY: 4480}},
    {name: '王小明', street: '北京路1号', country: 'CN'},
  ]);
});

test('amounts that differ on the rows of an order are those of rows, and taxes that fit a rate of the price come on top', async () => {
  const reading = await readRows([
    'Order ID,Order Date,Currency,SKU,Quantity,Unit Price,Line Total,Tax,Discount,Shipping',
    '1,2026-04-14,EUR,LAMP,2,54.50,109.00,20.71,5.00,6.50',
    '1,2026-04-14,EUR,SHADE,1,28.00,28.00,5.32,0.00,0.00',
  ]);

  expect([reading.totals, reading.mapping?.tax, reading.mapping?.perRow]).toEqual([
    {EUR: 10900 + 2800 + 2071 + 532 - 500 + 650},
    'added',
    ['shipping', 'discount', 'tax'],
  ]);
});

test('a total that is quantity times price is that of the row', async () => {
  const reading = await readRows([
    'Order No,Date,Currency,Item,Qty,Price,Total',
    '1,2026-04-14,EUR,Lamp,2,54.50,109.00',
    '1,2026-04-14,EUR,Shade,1,28.00,28.00',
  ]);

  expect(reading.totals).toEqual({EUR: 13700});
});

test('a mapping that was made once reads every file with the same header, in any order of columns', async () => {
  const header = 'Ref,When,What,Pieces,Sum';
  const mapping: Mapping = {
    headerDigest: headerDigest(header.split(',')),
    channel: 'other',
    columns: [
      {field: 'orderNumber', column: 'Ref'},
      {field: 'orderedAt', column: 'When'},
      {field: 'title', column: 'What'},
      {field: 'quantity', column: 'Pieces'},
      {field: 'unitPrice', column: 'Sum'},
    ],
    zone: 'America/New_York' as ZoneId,
    dateOrder: 'mdy',
    decimalSign: '.',
    currency: 'USD' as CurrencyCode,
    tax: 'added',
    prices: 'per_line',
    perRow: [],
  };
  const text = 'sum,what,pieces,when,ref\n30.00,Mug,3,03/04/2026 09:00,R-1\n';
  const reading = await readFile(memorySource('a.csv', new TextEncoder().encode(text)), {mappings: [mapping]});

  expect(
    reading !== 'cancelled' &&
      reading.ok && [reading.value.confidence, reading.value.asks, reading.value.orders.map((order) => inWords(order))],
  ).toEqual([1, [], [['R-1 - 2026-03-04T14:00 3000 USD', '3 x  Mug = 3000']]]);
});

test('the currency is asked for when no column, sign or name tells it, until somebody says it', async () => {
  const rows = ['Order No,Date,Item,Qty,Price', '1,2026-04-14,Lamp,2,54.50'];
  const [unsaid, said] = [await readRows(rows), await readRows(rows, {choice: {currency: 'SGD' as CurrencyCode}})];

  expect([unsaid.asks, unsaid.totals, said.asks, said.totals]).toEqual([
    ['format', 'currency'],
    {},
    ['format'],
    {SGD: 10900},
  ]);
});
