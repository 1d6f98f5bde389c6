import {expect, test} from 'vitest';
import {account, readBytes} from './read-orders.ts';
import {retailTwin} from './retail-twin.ts';

test('what is known of an invented sheet is what is read of it, rows that say the same again counted too', async () => {
  const twin = retailTwin('twin', {rows: 4_000, invoices: 200});
  const reading = await readBytes(new TextEncoder().encode(twin.text));

  expect(account(reading)).toEqual({
    format: 'online-retail',
    rows: 4_000,
    used: 4_000,
    rejects: [],
    orders: 200,
    lines: 4_000,
    totals: {GBP: twin.totalMinor},
  });
  expect([twin.repeatedRows > 10, retailTwin('twin', {rows: 4_000, invoices: 200}).text === twin.text]).toEqual([
    true,
    true,
  ]);
});
