import {expect, test} from 'vitest';
import {carriersOfAssets} from '../../../tools/carriers/carriers-of-assets.ts';
import {idFromName} from '../../lib/id.ts';
import type {Channel, StorefrontId} from '../../storefronts/schema.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {givenOrder, storefront} from '../../testing/given.ts';
import {parcelIdOf} from '../../testing/given-parcel.ts';
import type {ParcelToTell} from './parcels-to-shipped.ts';
import type {OrderShare} from './shipment.ts';
import {waysToTell} from './ways-to-tell.ts';

const carriers = carriersOfAssets();
const shop = (channel: Channel): StorefrontId => idFromName('storefront', channel);
const share = (channelOrderId: string, channel: Channel, changes: Partial<OrderShare> = {}): OrderShare => ({
  storefrontId: shop(channel),
  channel,
  channelOrderId,
  lines: [{sku: 'TEA', quantity: 1}],
  remains: false,
  ...changes,
});
const parcel = (name: string, shares: readonly OrderShare[], courier = 'dpd'): ParcelToTell => ({
  parcelId: parcelIdOf(name),
  courier,
  number: `N-${name}`,
  shippedOn: '2026-03-02' as LocalDate,
  shares,
});

function ways(parcels: readonly ParcelToTell[], names?: ReadonlyMap<string, string>) {
  const channels: readonly Channel[] = ['tiktok', 'etsy', 'other'];
  const told = waysToTell({parcels, numberless: [], voided: []}, carriers, {
    channelOf: (id) => channels.find((channel) => shop(channel) === id),
    ...(names && {names}),
  });
  return told.map(({channel, file, parcelIds, byHand}) => ({
    channel,
    rows: file?.rows.length ?? 0,
    parcels: parcelIds.length,
    byHand: byHand.map(({channelOrderId, fault, numbers, beside}) =>
      [channelOrderId, fault.code, ...numbers, ...beside.map((one) => `with ${one}`)].join(' '),
    ),
  }));
}

test('each storefront has its own file, and a parcel of two of them stands in both', () => {
  const both = parcel('a', [share('1', 'tiktok'), share('2', 'etsy')]);
  expect(ways([both])).toEqual([
    {channel: 'tiktok', rows: 3, parcels: 1, byHand: []},
    {channel: 'etsy', rows: 2, parcels: 1, byHand: []},
  ]);
});

test('an order that no file tells of takes along what lies in one parcel with it, and the rest is told', () => {
  const split = [
    parcel('a', [share('1', 'tiktok', {remains: true}), share('2', 'tiktok')]),
    parcel('b', [share('3', 'tiktok')]),
  ];
  expect(ways(split)).toEqual([
    {
      channel: 'tiktok',
      rows: 3,
      parcels: 1,
      byHand: ['1 shipping.split_by_hand N-a with 2', '2 shipping.split_by_hand N-a with 1'],
    },
  ]);
});

test('whatever hangs together by parcels is told one way', () => {
  const chain = [
    parcel('c', [share('3', 'etsy'), share('4', 'etsy')]),
    parcel('b', [share('2', 'etsy'), share('3', 'etsy')]),
    parcel('a', [share('1', 'etsy'), share('2', 'etsy')], '=SUM(1)'),
  ];
  const [way] = ways(chain);
  expect([way?.parcels, way?.byHand.map((each) => each.split(' ')[0]).toSorted()]).toEqual([0, ['1', '2', '3', '4']]);
});

test('a carrier that the channel does not know is told once the seller has given it a name', () => {
  const strange = [parcel('a', [share('1', 'tiktok')], 'packeta')];
  expect([ways(strange), ways(strange, new Map([['tiktok packeta', 'Packeta']]))]).toEqual([
    [{channel: 'tiktok', rows: 0, parcels: 0, byHand: ['1 shipping.carrier_not_listed N-a']}],
    [{channel: 'tiktok', rows: 3, parcels: 1, byHand: []}],
  ]);
});

test('orders in one parcel without a number say that they are told together', () => {
  const orders = ['8', '9'].map((number) => givenOrder(number));
  const numberless = orders.map((order) => ({parcelId: parcelIdOf('b'), order}));
  const [way] = waysToTell({parcels: [], numberless, voided: []}, carriers, {channelOf: () => 'etsy'});
  expect(way?.byHand.map(({channelOrderId, beside}) => [channelOrderId, ...beside])).toEqual([
    ['8', '9'],
    ['9', '8'],
  ]);
});

test('a channel that takes no file is told by hand, and so is a parcel without a number', () => {
  const order = givenOrder('9');
  const told = waysToTell(
    {
      parcels: [parcel('a', [share('1', 'other')])],
      numberless: [{parcelId: parcelIdOf('b'), order}],
      voided: [],
    },
    carriers,
    {channelOf: (id) => (id === storefront.id ? 'etsy' : 'other')},
  );
  expect(told.map(({channel, byHand}) => [channel, ...byHand.map(({fault}) => fault.code)])).toEqual([
    ['other', 'shipping.channel_takes_no_file'],
    ['etsy', 'shipping.no_number'],
  ]);
});
