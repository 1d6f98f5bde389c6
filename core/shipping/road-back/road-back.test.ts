import fc from 'fast-check';
import {expect, test} from 'vitest';
import {carriersOfAssets} from '../../../tools/carriers/carriers-of-assets.ts';
import {memorySource} from '../../intake/table/bytes-in-memory.ts';
import {openTable} from '../../intake/table/open-table.ts';
import {must} from '../../lib/assert.ts';
import {idFromName} from '../../lib/id.ts';
import {valueOf} from '../../testing/number-desk.ts';
import type {Channel} from '../../storefronts/schema.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {type RoadBackWish, type WayBack, bytesOf, roadBack} from './road-back.ts';
import type {OrderShare, SharedLine, ShippedParcel} from './shipment.ts';

const carriers = carriersOfAssets();
const monday = '2026-03-02' as LocalDate;
const tuesday = '2026-03-03' as LocalDate;
const mug: SharedLine = {sku: 'MUG', quantity: 2, lineId: '0583', itemId: '1100'};
const plate: SharedLine = {sku: 'PLATE', quantity: 1, lineId: '0584', itemId: '1101'};

function share(channel: Channel, channelOrderId: string, changes: Partial<OrderShare> = {}): OrderShare {
  const storefrontId = idFromName('storefront', channel);
  return {storefrontId, channel, channelOrderId, lines: [mug], remains: false, ...changes};
}

function parcel(number: string, shares: readonly OrderShare[], changes: Partial<ShippedParcel> = {}): ShippedParcel {
  return {courier: 'dhl', number, shippedOn: monday, shares, ...changes};
}

function back(parcels: readonly ShippedParcel[], wish?: RoadBackWish): WayBack {
  return must(roadBack(parcels, carriers, wish)[0], 'there is a storefront to tell');
}

/** One order in one parcel; one in two; one of which something is still to be sent. */
function threeOrders(channel: Channel, changes: Partial<ShippedParcel> = {}): readonly ShippedParcel[] {
  return [
    parcel('0012345', [share(channel, '1001')], changes),
    parcel('N2', [share(channel, '1002')], changes),
    parcel('N3', [share(channel, '1002', {lines: [plate]})], {...changes, shippedOn: tuesday}),
    parcel('N4', [share(channel, '1003', {remains: true})], changes),
  ];
}

/** The rows below the columns, and why the other orders are not told. */
function rowsOf({file, untold}: WayBack, above = 1) {
  return {
    name: file?.name,
    rows: file?.rows.slice(above).map((cells) => cells.join('|')),
    untold: untold.map(({channelOrderId, fault}) => `${channelOrderId} ${fault.code}`),
  };
}

test('Amazon is told order by order, and line by line where an order has several parcels', () => {
  expect(rowsOf(back(threeOrders('amazon')))).toEqual({
    name: 'amazon-shipping-confirmation-2026-03-03.txt',
    rows: [
      '1001|||2026-03-02|DHL||0012345|',
      '1002|0583|2|2026-03-02|DHL||N2|',
      '1002|0584|1|2026-03-03|DHL||N3|',
      '1003|0583|2|2026-03-02|DHL||N4|',
    ],
    untold: [],
  });
});

test('Amazon is told the name of a carrier that is not in its list', () => {
  const {rows} = rowsOf(back([parcel('N1', [share('amazon', '1001')], {courier: 'packeta'})]));

  expect(rows).toEqual(['1001|||2026-03-02|Other|Packeta|N1|']);
});

test('eBay is told line by line in the template of Seller Hub', () => {
  expect(rowsOf(back(threeOrders('ebay', {courier: 'royal_mail'})), 2)).toEqual({
    name: 'ebay-order-tracking-2026-03-03.csv',
    rows: [
      'Shipped|1001|1100|||0583|RoyalMail|0012345',
      'Shipped|1002|1100|||0583|RoyalMail|N2',
      'Shipped|1002|1101|||0584|RoyalMail|N3',
      'Shipped|1003|1100|||0583|RoyalMail|N4',
    ],
    untold: [],
  });
});

test('eBay takes its order fulfilment feed where the seller has one', () => {
  expect(rowsOf(back(threeOrders('ebay'), {shapes: ['ebay-feed']}))).toEqual({
    name: 'ebay-order-fulfillment-2026-03-03.csv',
    rows: [
      '1001||SHIPPED|DHL|0012345',
      '1002|0583|SHIPPED|DHL|N2',
      '1002|0584|SHIPPED|DHL|N3',
      '1003|0583|SHIPPED|DHL|N4',
    ],
    untold: [],
  });
});

test('for Etsy there is a list to type from, because it has no page that takes a file', () => {
  const way = back(threeOrders('etsy'));

  expect([way.file?.takenBy, rowsOf(way)]).toEqual([
    'nobody',
    {
      name: 'etsy-tracking-2026-03-03.csv',
      rows: ['1001|dhl|0012345', '1002|dhl|N2', '1002|dhl|N3', '1003|dhl|N4'],
      untold: [],
    },
  ]);
});

test('Shopify is told by the sheet of an importer, each parcel of a split order with what lies in it', () => {
  expect(rowsOf(back(threeOrders('shopify')))).toEqual({
    name: 'Orders-tracking-2026-03-03.csv',
    rows: [
      '1001|UPDATE|Fulfillment Line||||success|DHL Express|0012345|TRUE',
      '1002|UPDATE|Fulfillment Line|MUG|2|1|success|DHL Express|N2|TRUE',
      '1002|UPDATE|Fulfillment Line|PLATE|1|2|success|DHL Express|N3|TRUE',
      '1003|UPDATE|Fulfillment Line|MUG|2|1|success|DHL Express|N4|TRUE',
    ],
    untold: [],
  });
});

test('TikTok Shop takes no split orders in a file, so a person is asked to tell them', () => {
  expect(rowsOf(back(threeOrders('tiktok', {courier: 'usps'})), 2)).toEqual({
    name: 'tiktok-shipping-info-2026-03-03.xlsx',
    rows: ['1001|0012345|USPS|N/A'],
    untold: ['1002 shipping.split_by_hand', '1003 shipping.split_by_hand'],
  });
});

test('WooCommerce is told every parcel, and only the last completes its order', () => {
  expect(rowsOf(back(threeOrders('woocommerce')))).toEqual({
    name: 'woocommerce-tracking-2026-03-03.csv',
    rows: [
      '1001|DHL|0012345|02-03-2026|1',
      '1002|DHL|N2|02-03-2026|2',
      '1002|DHL|N3|03-03-2026|1',
      '1003|DHL|N4|02-03-2026|2',
    ],
    untold: [],
  });
});

test('a merged parcel is told to each of its orders, whatever channel they came from', () => {
  const shares = [share('amazon', '1001'), share('amazon', '1002'), share('shopify', '#7')];

  const ways = roadBack([parcel('N1', shares)], carriers);

  expect(ways.map((way) => [way.channel, rowsOf(way).rows])).toEqual([
    ['amazon', ['1001|||2026-03-02|DHL||N1|', '1002|||2026-03-02|DHL||N1|']],
    ['shopify', ['#7|UPDATE|Fulfillment Line||||success|DHL Express|N1|TRUE']],
  ]);
});

test('orders of the same number on two storefronts stay two orders', () => {
  const other = share('amazon', '1001', {storefrontId: idFromName('storefront', 'another')});

  const ways = roadBack([parcel('N1', [share('amazon', '1001')]), parcel('N2', [other])], carriers);

  expect(ways.map((way) => rowsOf(way).rows)).toEqual([['1001|||2026-03-02|DHL||N1|'], ['1001|||2026-03-02|DHL||N2|']]);
});

test.each<readonly [string, readonly ShippedParcel[], string]>([
  [
    'whose lines Amazon does not know',
    [1, 2].map((at) => parcel(`N${at}`, [share('amazon', '1', {lines: [{sku: 'MUG', quantity: 1}]})])),
    '1 shipping.split_needs_lines',
  ],
  [
    'whose lines have no SKU',
    [1, 2].map((at) => parcel(`N${at}`, [share('shopify', '1', {lines: [{sku: '', quantity: 1}]})])),
    '1 shipping.split_needs_lines',
  ],
  [
    'by a carrier TikTok does not list',
    [parcel('N1', [share('tiktok', '1')], {courier: 'packeta'})],
    '1 shipping.carrier_not_listed',
  ],
  ['whose number is a formula', [parcel('=1+1', [share('etsy', '1')])], '1 shipping.cell_unsafe'],
  ['whose order number is a formula', [parcel('N1', [share('woocommerce', '+1')])], '+1 shipping.cell_unsafe'],
  [
    'whose carrier is a formula',
    [parcel('N1', [share('amazon', '1')], {courier: ' =HYPERLINK("http://a.example")'})],
    '1 shipping.cell_unsafe',
  ],
  ['whose number breaks the line', [parcel('N1\nN2', [share('amazon', '1')])], '1 shipping.cell_unsafe'],
  ['of a storefront without a file', [parcel('N1', [share('other', '1')])], '1 shipping.channel_takes_no_file'],
])('an order %s stands in no file, and a person is told why', (_, parcels, untold) => {
  const way = back(parcels);

  expect([way.file, rowsOf(way).untold]).toEqual([undefined, [untold]]);
});

test('the others of a batch are told although one cannot be', () => {
  const {rows, untold} = rowsOf(back([parcel('=1', [share('etsy', '1')]), parcel('N2', [share('etsy', '2')])]));

  expect([rows, untold]).toEqual([['2|dhl|N2'], ['1 shipping.cell_unsafe']]);
});

test('a seller may say how a channel of theirs calls a carrier', () => {
  const names = new Map([['woocommerce packeta', 'Zásilkovna']]);

  const {rows} = rowsOf(back([parcel('N1', [share('woocommerce', '1')], {courier: 'packeta'})], {names}));

  expect(rows).toEqual(['1|Zásilkovna|N1|02-03-2026|1']);
});

test.each<Channel>(['amazon', 'ebay', 'etsy', 'shopify', 'tiktok', 'woocommerce'])(
  'what is uploaded to %s is read back cell for cell, leading zeros and long numbers too',
  async (channel) => {
    const long = '577012345678901234567';
    const parcels = [
      parcel('00123, "4" <&>', [share(channel, long)], {courier: 'ups'}),
      parcel('000', [share(channel, '0009')], {courier: 'ups'}),
    ];
    const file = must(back(parcels).file, 'all of it can be told');
    const table = valueOf(await openTable(memorySource(file.name, new Uint8Array(bytesOf(file)))));
    const read: (readonly string[])[] = [];
    for await (const batch of table.rows()) read.push(...batch.map(({cells}) => cells));

    // A workbook's row ends with its last cell that has a text.
    const ended = (cells: readonly string[]): string => cells.join('|').replace(/\|+$/, '');
    expect([table.encodingConfidence, read.map(ended)]).toEqual([1, file.rows.map(ended)]);
  },
);

test('the bytes are those an importer expects: no mark before the first column, lines that end with CR LF', () => {
  const bytes = bytesOf(must(back([parcel('N1', [share('etsy', '1')])]).file, 'it can be told'));

  expect(new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)).toBe(
    'receipt_id,carrier_name,tracking_code\r\n1,dhl,N1\r\n',
  );
});

const shipments = fc.array(
  fc.record({
    orders: fc.uniqueArray(fc.integer({min: 1, max: 5}), {minLength: 1, maxLength: 3}),
    remains: fc.boolean(),
    known: fc.boolean(),
  }),
  {minLength: 1, maxLength: 8},
);

test.each(['amazon', 'ebay', 'etsy', 'shopify', 'tiktok', 'woocommerce'] as const)(
  'however orders were merged and split, %s is told every parcel of an order or none',
  (channel) => {
    fc.assert(
      fc.property(shipments, (plan) => {
        const parcels = plan.map(({orders, remains, known}, at) => {
          const lines = known ? [mug, plate] : [{sku: '', quantity: 1}];
          const shares = orders.map((order) => share(channel, `order-${order}`, {remains, lines}));
          return parcel(`number-${at}`, shares, {courier: 'ups'});
        });
        const {file, untold} = back(parcels);

        // Numbers by order, as the parcels have them and as the file tells them.
        const numbersOf = (order: string): readonly string[] =>
          parcels.filter(({shares}) => shares.some((one) => one.channelOrderId === order)).map(({number}) => number);
        const orders = new Set(parcels.flatMap(({shares}) => shares.map((one) => one.channelOrderId)));
        const untoldOrders = new Set(untold.map(({channelOrderId}) => channelOrderId));
        const told = [...orders].map((order) => {
          const rows = (file?.rows ?? []).filter((cells) => cells.includes(order));
          return [order, new Set(rows.flatMap((cells) => cells.filter((cell) => cell.startsWith('number-'))))];
        });
        const expected = [...orders].map((order) => [order, new Set(untoldOrders.has(order) ? [] : numbersOf(order))]);
        expect(told).toEqual(expected);
      }),
      {numRuns: 100},
    );
  },
);

test('an order of which its channel knows a parcel already is no whole order any more', () => {
  const last = parcel('N2', [share('tiktok', '1001', {othersTold: true})]);

  expect(rowsOf(back([last])).untold).toEqual(['1001 shipping.split_by_hand']);
});
