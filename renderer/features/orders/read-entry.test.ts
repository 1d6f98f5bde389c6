import {expect, test} from 'vitest';
import type {CurrencyCode} from '#core/money/currency.ts';
import type {Buyer} from '#core/orders/schema.ts';
import {givenOrder, monday, storefront} from '#core/testing/given.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {type OrderEntry, copyOf, emptyEntry, entryOf} from './order-entry.ts';
import {readEntry} from './read-entry.ts';

const zone = 'Europe/Berlin' as ZoneId;
const today = '2026-03-02' as LocalDate;
const context = {now: monday, zone};
const buyer: Buyer = {
  email: 'ada@example.com',
  shipTo: {name: 'Ada Pohl', street: 'Ahornweg 3', postalCode: '10115', city: 'Berlin', country: 'DE'},
};

function entry(changes: Partial<OrderEntry> = {}): OrderEntry {
  return {
    ...emptyEntry({storefronts: [storefront], zone, today}, 'DE'),
    number: 'M-0001',
    address: {
      name: 'Ada Pohl',
      company: '',
      street: 'Ahornweg 3',
      extra: '',
      city: 'Berlin',
      region: '',
      postalCode: '10115',
    },
    lines: [{key: 1, sku: 'TEA-1', title: 'Green tea', quantity: '3', price: '3.335'}],
    ...changes,
  };
}

function faultsOf(changes: Partial<OrderEntry>): Record<string, string> {
  const {faults, content} = readEntry(entry(changes), context);
  expect(content).toBe(undefined);
  return Object.fromEntries([...faults].map(([field, {word}]) => [field, word]));
}

test('what was typed becomes an order: each line rounded once, the sum exact', () => {
  const {content} = readEntry(entry({shipping: '4,90', discount: '1', tax: '1.20', email: 'ada@example.com'}), context);
  expect(content).toEqual({
    storefrontId: storefront.id,
    channelOrderId: 'M-0001',
    paid: true,
    orderedAt: monday,
    currency: 'EUR',
    // 3 x 3.335 is 10.005: half a cent goes up.
    lines: [{sku: 'TEA-1', title: 'Green tea', quantity: 3, unitPrice: {units: 3335, scale: 3}, totalMinor: 1001}],
    shippingMinor: 490,
    discountMinor: 100,
    taxMinor: 120,
    totalMinor: 1391,
    buyer,
  });
});

test('tax that stands beside the prices is added to them', () => {
  const {content} = readEntry(entry({tax: '2', taxAdded: true}), context);
  expect([content?.taxMinor, content?.totalMinor]).toEqual([200, 1201]);
});

test('an empty form says of every field that is needed what it needs', () => {
  expect(faultsOf({...emptyEntry({storefronts: [], zone, today}, 'US'), date: ''})).toEqual({
    storefront: 'storefrontMissing',
    number: 'numberMissing',
    date: 'dateMissing',
    name: 'nameMissing',
    street: 'partMissing',
    city: 'partMissing',
    region: 'partMissing',
    postalCode: 'partMissing',
    '1.sku': 'lineMissing',
  });
});

test.each([
  ['a day that is still to come', {date: '2026-03-03'}, {date: 'dateAhead'}],
  ['a day that is none', {date: '2026-02-30'}, {date: 'dateMissing'}],
  ['no country', {country: ''}, {country: 'countryMissing'}],
  [
    'a postal code of another country',
    {address: {...entry().address, postalCode: 'SW1A 1AA'}},
    {postalCode: 'postalCode'},
  ],
  ['half a mail address', {email: 'ada@'}, {email: 'email'}],
  ['less than nothing for shipping', {shipping: '-1'}, {shipping: 'amount'}],
  ['a tenth of a cent of tax', {tax: '0.001'}, {tax: 'amount'}],
  ['yen with decimals', {currency: 'JPY' as CurrencyCode, shipping: '4.90'}, {shipping: 'amount'}],
  ['an amount that can be read in two ways', {shipping: '1,234'}, {shipping: 'amount'}],
  ['a discount above the order', {discount: '10.02'}, {discount: 'discountTooLarge'}],
])('%s is refused at its field', (_, changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults);
});

test('a line without a name, with half a piece or no price is refused at its field', () => {
  const lines = [
    {key: 1, sku: '', title: '', quantity: '1', price: '2'},
    {key: 4, sku: 'A', title: '', quantity: '0.5', price: ''},
    {key: 5, sku: 'B', title: '', quantity: '-2', price: 'cheap'},
    {key: 6, sku: '', title: '', quantity: '1', price: ''},
  ];
  expect(faultsOf({lines})).toEqual({
    '1.sku': 'lineNameless',
    '4.quantity': 'quantity',
    '4.price': 'price',
    '5.quantity': 'quantity',
    '5.price': 'price',
  });
});

test('an order that is opened and not changed comes back as it was stored', () => {
  const order = givenOrder('1001', {
    lines: [
      {sku: 'TEA-1', title: 'Green tea', quantity: 3, unitPrice: {units: 3335, scale: 3}, totalMinor: 1000},
      {sku: '', title: 'Taken back', quantity: -1, totalMinor: -100},
    ],
    shippingMinor: 250,
    discountMinor: 30,
    totalMinor: 1125,
  });
  const stored = {order, buyer: {...buyer, handle: 'ada_p'}, entry: entryOf(order, buyer, zone)};
  const {content} = readEntry(stored.entry, {...context, stored});
  expect(content).toEqual({
    storefrontId: order.storefrontId,
    channelOrderId: '1001',
    paid: true,
    orderedAt: order.orderedAt,
    currency: 'EUR',
    lines: order.lines,
    shippingMinor: 250,
    discountMinor: 30,
    taxMinor: 200,
    // 5 cents more than its parts: a fee of the channel's, kept.
    totalMinor: 1125,
    buyer: {...buyer, handle: 'ada_p'},
  });
});

test('an address that no file has told does not stop a change of something else', () => {
  const unknown: Buyer = {shipTo: {name: '', street: '', city: '', country: 'ZZ'}};
  const order = givenOrder('1001', {missing: ['address']});
  const stored = {order, buyer: unknown, entry: entryOf(order, unknown, zone)};
  const {content} = readEntry({...stored.entry, discount: '1'}, {...context, stored});
  expect([content?.buyer, content?.totalMinor]).toEqual([unknown, order.totalMinor - 100]);
});

test('a copy is an order of today that needs a number and knows nothing of what it was copied from', () => {
  const order = givenOrder('1001', {status: 'shipped'});
  const copy = copyOf(entryOf(order, buyer, zone), '2026-03-09' as LocalDate);
  expect([copy.number, copy.date, copy.paid, copy.lines, copy.address.name]).toEqual([
    '',
    '2026-03-09',
    true,
    [{key: 1, sku: 'TEA-1', title: 'Green tea', quantity: '1', price: '10.00'}],
    'Ada Pohl',
  ]);
});
