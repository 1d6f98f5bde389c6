import {expect, test} from 'vitest';
import {givenOrder} from '../../testing/given.ts';
import {linesOf} from '../../testing/given-parcel.ts';
import {isOverPacked, leftOf, wantedOf} from './pieces.ts';

const line = (sku: string, quantity: number, title = sku) => ({sku, title, quantity});
const order = givenOrder('1', {lines: [line('TEA', 3), line('', 1, 'A card'), line('CUP', 2), line('TEA', 1)]});
const said = (all: readonly {readonly item: string; readonly quantity: number}[]) =>
  all.map(({item, quantity}) => `${quantity} ${item}`).join(', ');

test('what lines of a cancellation take away is not wanted, and an item without a SKU goes by its title', () => {
  const less = {lines: [...order.lines, line('TEA', -2), line('', -1, 'A card')]};
  expect([said(wantedOf(order)), said(wantedOf(less))]).toEqual([
    '3 TEA, 1 A card, 2 CUP, 1 TEA',
    '1 TEA, 2 CUP, 1 TEA',
  ]);
});

test('what is left is what no parcel holds, line by line; void parcels hold nothing', () => {
  const parcel = (status: 'packed' | 'voided', packed: Readonly<Record<string, number>>) => {
    return {status, lines: linesOf(order, packed)};
  };
  expect([
    said(leftOf(order, [])),
    said(leftOf(order, [parcel('packed', {CUP: 2}), parcel('voided', {'A card': 1})])),
    said(leftOf(order, [parcel('packed', {TEA: 3, CUP: 1}), parcel('packed', {'A card': 1, CUP: 1})])),
  ]).toEqual(['3 TEA, 1 A card, 2 CUP, 1 TEA', '3 TEA, 1 A card, 1 TEA', '1 TEA']);
});

test('two parcels that hold the same piece are too many', () => {
  const whole = {status: 'packed', lines: linesOf(order)} as const;
  const twice = [whole, {status: 'packed', lines: linesOf(order, {CUP: 1})} as const];
  expect([isOverPacked(order, [whole]), isOverPacked(order, twice)]).toEqual([false, true]);
});
