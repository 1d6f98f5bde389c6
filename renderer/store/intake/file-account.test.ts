import {expect, test} from 'vitest';
import type {PackedDraft} from '#core/intake/draft.ts';
import type {PackedReading} from '#core/intake/reading.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import {accountOf} from './file-account.ts';

const eur = 'EUR' as CurrencyCode;

function draft(row: number, totalMinor: number): PackedDraft {
  return {
    channelOrderId: String(row),
    currency: eur,
    lines: [{row, sku: 'TEA-1', title: 'Green tea', quantity: 1}],
    money: {shippingMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor, refundedMinor: 0},
    source: {rows: [row], cells: '[[]]'},
  };
}

test('an order that cannot be kept is in no figure of its file but the rejected rows', () => {
  const orders = [draft(2, 1250), draft(3, -400)];
  const reading = {rows: 3, used: 2, rejected: [{}], orders, lines: 2, totals: {EUR: 850}} as unknown as PackedReading;
  expect([accountOf(reading, []), accountOf(reading, orders.slice(1)), accountOf(undefined, [])]).toEqual([
    {rows: 3, used: 2, rejected: 1, orders: 2, lines: 2, totals: {EUR: 850}},
    {rows: 3, used: 1, rejected: 2, orders: 1, lines: 1, totals: {EUR: 1250}},
    {rows: 0, used: 0, rejected: 0, orders: 0, lines: 0, totals: {}},
  ]);
});
