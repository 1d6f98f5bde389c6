import {expect, test} from 'vitest';
import {carriersOfAssets} from '../../../tools/carriers/carriers-of-assets.ts';
import {idFromName} from '../../lib/id.ts';
import type {Order} from '../../orders/schema.ts';
import type {Channel, Storefront, StorefrontId} from '../../storefronts/schema.ts';
import {givenOrder, monday, storefront} from '../../testing/given.ts';
import {linesOf, parcelIdOf} from '../../testing/given-parcel.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {PackedLine, Parcel} from '../packing/schema.ts';
import {parcelsToShipped} from './parcels-to-shipped.ts';
import {waysToTell} from './ways-to-tell.ts';

const carriers = carriersOfAssets();
const day = '2026-03-02' as LocalDate;

const teas = orderOf('1001', ['one', 'two'], {TEA: 2});
const cups = orderOf('1002', ['one', 'three'], {CUP: 3, TEA: 1});

/** Two orders packed into one box; the second order may have sent a part of it in a box before. */
const whole = boxOf('one', 'N1', [...linesOf(teas), ...linesOf(cups)]);
const part = boxOf('one', 'N1', [...linesOf(teas), ...linesOf(cups, {CUP: 1, TEA: 1})]);
const rest = boxOf('three', 'N3', linesOf(cups, {CUP: 2}));

function orderOf(number: string, parcels: readonly string[], quantities: Readonly<Record<string, number>>): Order {
  const lines = Object.entries(quantities).map(([sku, quantity]) => ({sku, title: sku, quantity}));
  return givenOrder(number, {status: 'shipped', lines, parcelIds: parcels.map(parcelIdOf)});
}

function boxOf(name: string, number: string, lines: readonly PackedLine[]): Parcel {
  const facts = {
    status: 'closed',
    place: 1,
    reprints: 0,
    packedBy: 'ANNA',
    packedAt: monday,
    closedAt: monday,
  } as const;
  return {id: parcelIdOf(name), ...facts, lines, tracking: {carrier: 'USPS', number}};
}

/** Rows of the file that this channel is given, and the orders that no file tells. */
function told(channel: Channel, parcels: readonly Parcel[]): readonly string[] {
  const shop: Storefront = {...storefront, id: idFromName('storefront', channel), channel};
  const orders = [teas, cups].map((order): Order => ({...order, storefrontId: shop.id as StorefrontId}));
  const lineIds = new Map(orders.map(({id, lines}) => [id, new Map(lines.map(({sku}, at) => [at, ids(sku)]))]));
  const storefronts = new Map([[shop.id as StorefrontId, shop]]);
  const toTell = parcelsToShipped(
    {parcels, orders, beside: parcels},
    {storefronts, carriers, dayOf: () => day, lineIds},
  );
  const [way] = waysToTell(toTell, carriers, {channelOf: () => channel});
  const rows = (way?.file?.rows ?? []).map((cells) => cells.join('|')).filter((row) => row.includes('|N'));
  return [
    ...rows,
    ...(way?.byHand ?? []).map((one) => `${one.channelOrderId} ${one.fault.code} ${one.numbers.join()}`),
  ];
}

function ids(sku: string) {
  return {lineId: `${sku}-line`, itemId: `${sku}-item`};
}

test.each<[Channel, readonly string[]]>([
  ['amazon', ['1001|||2026-03-02|USPS||N1|', '1002|||2026-03-02|USPS||N1|']],
  [
    'ebay',
    [
      'Shipped|1001|TEA-item|||TEA-line|USPS|N1',
      'Shipped|1002|CUP-item|||CUP-line|USPS|N1',
      'Shipped|1002|TEA-item|||TEA-line|USPS|N1',
    ],
  ],
  ['etsy', ['1001|usps|N1', '1002|usps|N1']],
  [
    'shopify',
    ['1001|UPDATE|Fulfillment Line||||success|USPS|N1|TRUE', '1002|UPDATE|Fulfillment Line||||success|USPS|N1|TRUE'],
  ],
  ['tiktok', ['1001|N1|USPS|N/A', '1002|N1|USPS|N/A']],
  ['woocommerce', ['1001|USPS|N1|02-03-2026|1', '1002|USPS|N1|02-03-2026|1']],
])('%s is told the one number of a box for each of the orders in it', (channel, rows) => {
  expect(told(channel, [whole])).toEqual(rows);
});

test.each<[Channel, readonly string[]]>([
  [
    'amazon',
    [
      '1001|||2026-03-02|USPS||N1|',
      '1002|CUP-line|1|2026-03-02|USPS||N1|',
      '1002|TEA-line|1|2026-03-02|USPS||N1|',
      '1002|CUP-line|2|2026-03-02|USPS||N3|',
    ],
  ],
  [
    'ebay',
    [
      'Shipped|1001|TEA-item|||TEA-line|USPS|N1',
      'Shipped|1002|CUP-item|||CUP-line|USPS|N1',
      'Shipped|1002|TEA-item|||TEA-line|USPS|N1',
      'Shipped|1002|CUP-item|||CUP-line|USPS|N3',
    ],
  ],
  ['etsy', ['1001|usps|N1', '1002|usps|N1', '1002|usps|N3']],
  [
    'shopify',
    [
      '1001|UPDATE|Fulfillment Line||||success|USPS|N1|TRUE',
      '1002|UPDATE|Fulfillment Line|CUP|1|1|success|USPS|N1|TRUE',
      '1002|UPDATE|Fulfillment Line|TEA|1|1|success|USPS|N1|TRUE',
      '1002|UPDATE|Fulfillment Line|CUP|2|2|success|USPS|N3|TRUE',
    ],
  ],
  // What lies in one box with an order that no file can tell is told by hand as well.
  ['tiktok', ['1002 shipping.split_by_hand N1,N3', '1001 shipping.split_by_hand N1']],
  ['woocommerce', ['1001|USPS|N1|02-03-2026|1', '1002|USPS|N1|02-03-2026|2', '1002|USPS|N3|02-03-2026|1']],
])('%s is told of each order what of it lies in the box, where another box holds the rest', (channel, rows) => {
  expect(told(channel, [part, rest])).toEqual(rows);
});
