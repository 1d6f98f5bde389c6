import {expect, test} from 'vitest';
import {idFromName} from '../../lib/id.ts';
import type {Order} from '../../orders/schema.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {givenOrder, monday, storefront} from '../../testing/given.ts';
import {linesOf, parcelIdOf} from '../../testing/given-parcel.ts';
import type {StorefrontId} from '../../storefronts/schema.ts';
import type {Parcel} from '../packing/schema.ts';
import {parcelsToShipped} from './parcels-to-shipped.ts';

const shop = storefront.id as StorefrontId;
const ebay = {...storefront, id: idFromName('storefront', 'ebay'), channel: 'ebay'} as const;
const storefronts = new Map([storefront, ebay].map((one) => [one.id as StorefrontId, one]));
const told = {storefrontId: shop, tellingId: idFromName('telling', 'first')};
const dhl = {carrier: 'DHL', number: '0034'};

function order(number: string, parcels: readonly string[], changes: Partial<Order> = {}): Order {
  return givenOrder(number, {status: 'released', parcelIds: parcels.map(parcelIdOf), ...changes});
}

function parcel(name: string, of: readonly Order[], changes: Partial<Parcel> = {}): Parcel {
  const lines = of.flatMap((each) => linesOf(each));
  const facts = {
    status: 'closed',
    place: 1,
    reprints: 0,
    packedBy: 'ANNA',
    packedAt: monday,
    closedAt: monday,
  } as const;
  return {id: parcelIdOf(name), ...facts, lines, tracking: dhl, ...changes};
}

function toTell(parcels: readonly Parcel[], orders: readonly Order[], asked: readonly Parcel[] = parcels) {
  const found = parcelsToShipped(
    {parcels: asked, orders, beside: parcels},
    {storefronts, carriers: {names: new Map([['dhl', 'DHL']])}, dayOf: () => '2026-03-02' as LocalDate},
  );
  return {
    parcels: found.parcels.map(({courier, number, shares}) => [
      courier,
      number,
      ...shares.map(
        ({channel, channelOrderId, remains, othersTold}) =>
          `${channel} ${channelOrderId}${remains ? ', more comes' : ''}${othersTold ? ', others told' : ''}`,
      ),
    ]),
    numberless: found.numberless.map((each) => each.order.channelOrderId),
    voided: found.voided.map((each) => `${each.order.channelOrderId} ${each.number}`),
  };
}

test('a merged parcel is told to each of its orders, by the channel of each, and by the code that its carrier is known by', () => {
  const orders = [
    order('1001', ['a']),
    order('2001', ['a'], {id: idFromName('order', 'x'), storefrontId: ebay.id as StorefrontId}),
  ];
  expect(toTell([parcel('a', orders)], orders)).toEqual({
    parcels: [['dhl', '0034', 'etsy 1001', 'ebay 2001']],
    numberless: [],
    voided: [],
  });
});

test('a storefront that knows of a merged parcel is not told again', () => {
  const orders = [
    order('1001', ['a']),
    order('2001', ['a'], {id: idFromName('order', 'x'), storefrontId: ebay.id as StorefrontId}),
  ];
  expect(toTell([parcel('a', orders, {told: [told]})], orders).parcels).toEqual([['dhl', '0034', 'ebay 2001']]);
});

test('a split order says whether more comes, and whether its channel knows of another parcel of it', () => {
  const lines = [
    {sku: 'TEA', title: 'Tea', quantity: 2},
    {sku: 'CUP', title: 'Cup', quantity: 1},
  ];
  const split = order('1001', ['a', 'b'], {lines});
  const part = parcel('a', [split], {lines: linesOf(split, {TEA: 2})});
  const rest = parcel('b', [split], {lines: linesOf(split, {CUP: 1}), tracking: {carrier: 'Bike', number: 'B1'}});
  const known = {...part, told: [told]};
  expect([
    toTell([part], [split]).parcels,
    toTell([part, rest], [split]).parcels,
    toTell([known, rest], [split]).parcels,
  ]).toEqual([
    [['dhl', '0034', 'etsy 1001, more comes']],
    [
      ['dhl', '0034', 'etsy 1001'],
      ['Bike', 'B1', 'etsy 1001'],
    ],
    [['Bike', 'B1', 'etsy 1001, others told']],
  ]);
});

test('a parcel without a number is told with that of its order where it is the only one, and else said', () => {
  const bare = {tracking: undefined} as unknown as Partial<Parcel>;
  const [late, none] = [order('1001', ['a'], {tracking: dhl}), order('1002', ['b'])];
  const [a, b] = [parcel('a', [late], bare), parcel('b', [none], bare)];
  expect(toTell([a, b], [late, none])).toEqual({
    parcels: [['dhl', '0034', 'etsy 1001']],
    numberless: ['1002'],
    voided: [],
  });
});

test('a number that is void since its channel was told is said until the order is told anew', () => {
  const first = order('1001', ['a', 'b']);
  const torn = parcel('a', [first], {status: 'voided', told: [told]});
  const [waits, anew] = [parcel('b', [first]), parcel('b', [first], {told: [told]})];
  expect([toTell([torn, waits], [first], [torn]).voided, toTell([torn, anew], [first], [torn]).voided]).toEqual([
    ['1001 0034'],
    [],
  ]);
});

test('a line is told by the number that its channel knows it by', () => {
  const one = order('1001', ['a']);
  const found = parcelsToShipped(
    {parcels: [parcel('a', [one])], orders: [one], beside: []},
    {
      storefronts,
      carriers: {names: new Map()},
      dayOf: () => '2026-03-02' as LocalDate,
      lineIds: new Map([[one.id, new Map([[0, {lineId: '0583'}]])]]),
    },
  );
  expect(found.parcels[0]?.shares[0]?.lines).toEqual([{sku: 'TEA-1', quantity: 1, lineId: '0583'}]);
});
