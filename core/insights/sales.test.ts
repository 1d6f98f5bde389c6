import {expect, it} from 'vitest';
import type {CurrencyCode} from '../money/currency.ts';
import type {RateDay} from '../money/schema.ts';
import {holdOrder} from '../orders/mutators.ts';
import type {Order} from '../orders/schema.ts';
import {callOf} from '../sync/define.ts';
import {business, monday} from '../testing/given.ts';
import {Window, givenOrderOf, givenStore} from '../testing/shop-in-memory.ts';
import {dayMs} from '../time/local-date.ts';
import type {LocalDate} from '../time/local-date.ts';
import type {Instant} from '../time/instant.ts';
import {type SalesByDay, salesByDay} from './sales-by-day.ts';
import {salesOrders} from './sales-orders.ts';

const span = {businessId: business.id, from: '2026-03-01' as LocalDate, below: '2026-03-05' as LocalDate};

const euroDay: RateDay = {
  id: '2026-03-02' as LocalDate,
  base: 'EUR' as CurrencyCode,
  source: 'invented',
  quotes: [
    {currency: 'USD' as CurrencyCode, units: 12_500, scale: 4},
    {currency: 'JPY' as CurrencyCode, units: 1_600_000, scale: 4},
  ],
};

function sold(number: string, currency: string, totalMinor: number, changes: Partial<Order> = {}): Order {
  return givenOrderOf('A', number, {currency: currency as CurrencyCode, totalMinor, ...changes});
}

async function givenSales(orders: readonly Order[]): Promise<Window> {
  const store = await givenStore({packed: orders});
  await store.write((tx) => tx.put('rateDays', euroDay));
  return new Window(store);
}

async function asked(window: Window): Promise<{readonly byDay: () => SalesByDay; readonly explained: () => unknown}> {
  const told: {byDay?: SalesByDay; explained?: unknown} = {};
  window.engine.watchSummary(salesByDay.name, span, (answer) => (told.byDay = answer as SalesByDay));
  window.engine.watchSummary(salesOrders.name, span, (answer) => (told.explained = answer));
  await expect.poll(() => told.byDay && told.explained).toBeDefined();
  return {byDay: () => told.byDay as SalesByDay, explained: () => told.explained};
}

const later = (days: number): Instant => (monday + days * dayMs) as Instant;

it('converts order by order, rounds each once, and sums to the cent', async () => {
  const window = await givenSales([
    sold('1', 'EUR', 1250),
    sold('2', 'USD', 999), // 7.992 EUR
    sold('3', 'USD', 999, {status: 'returned', refundedMinor: 999}),
    sold('4', 'JPY', 1001), // 6.25625 EUR
    sold('5', 'USD', 1000, {orderedAt: later(1)}), // the rates of the day before
  ]);
  const {byDay} = await asked(window);
  expect(byDay()).toEqual({
    currency: 'EUR',
    days: [
      {day: '2026-03-01', orders: 0, soldMinor: 0, refundedMinor: 0, netMinor: 0},
      {day: '2026-03-02', orders: 4, soldMinor: 1250 + 799 + 799 + 626, refundedMinor: 799, netMinor: 2675},
      {day: '2026-03-03', orders: 1, soldMinor: 800, refundedMinor: 0, netMinor: 800},
      {day: '2026-03-04', orders: 0, soldMinor: 0, refundedMinor: 0, netMinor: 0},
    ],
    total: {orders: 5, soldMinor: 4274, refundedMinor: 799, netMinor: 3475},
    notConverted: [],
    withoutAmounts: 0,
    reach: {first: '2026-03-02', last: '2026-03-03'},
    sources: ['invented'],
  });
});

it('leaves out unpaid and cancelled orders, other days and other businesses', async () => {
  const window = await givenSales([
    sold('1', 'EUR', 100),
    sold('2', 'EUR', 100, {status: 'new'}),
    sold('3', 'EUR', 100, {status: 'cancelled'}),
    sold('4', 'EUR', 100, {orderedAt: later(-2)}),
    sold('5', 'EUR', 100, {orderedAt: later(3)}),
    sold('6', 'EUR', 100, {storefrontId: 'ZZZZZZZZZZZZ' as Order['storefrontId']}),
  ]);
  const {byDay} = await asked(window);
  expect(byDay().total).toEqual({orders: 1, soldMinor: 100, refundedMinor: 0, netMinor: 100});
});

it('says between which days there are sales, also where none lies in the span', async () => {
  const window = await givenSales([
    sold('1', 'EUR', 100, {orderedAt: later(-400)}),
    sold('2', 'EUR', 100, {orderedAt: later(-300)}),
    sold('3', 'EUR', 100, {orderedAt: later(-500), status: 'cancelled'}),
  ]);
  const {byDay} = await asked(window);
  expect([byDay().total.orders, byDay().reach]).toEqual([0, {first: '2025-01-26', last: '2025-05-06'}]);
});

it('counts a cancellation as money paid back, never as negative sales', async () => {
  const window = await givenSales([
    sold('1', 'EUR', 5000),
    sold('C1', 'EUR', -1200),
    sold('C2', 'USD', -1000, {refundedMinor: 250}), // 8.00 EUR and 2.00 EUR
  ]);
  const {byDay} = await asked(window);
  expect(byDay().total).toEqual({orders: 3, soldMinor: 5000, refundedMinor: 1200 + 1000, netMinor: 2800});
});

it('leaves an order whose amounts nobody has told out of every figure, and counts it as such', async () => {
  const window = await givenSales([sold('1', 'EUR', 100), sold('2', 'EUR', 0, {missing: ['money']})]);
  const {byDay, explained} = await asked(window);
  expect([byDay().total.orders, byDay().withoutAmounts, explained()]).toMatchObject([1, 1, {orders: [{number: '1'}]}]);
});

it('shows and counts nothing of an order that was withdrawn with its import', async () => {
  const window = await givenSales([sold('1', 'EUR', 100), sold('2', 'EUR', 100, {status: 'withdrawn'})]);
  const {byDay} = await asked(window);
  expect([byDay().total.orders, byDay().withoutAmounts]).toEqual([1, 0]);
});

it('lists amounts without a rate as not converted, never as zero', async () => {
  const window = await givenSales([sold('1', 'EUR', 100), sold('2', 'SEK', 5000), sold('3', 'SEK', 700)]);
  const {byDay, explained} = await asked(window);
  expect([byDay().total.orders, byDay().notConverted]).toEqual([1, [{currency: 'SEK', orders: 2, soldMinor: 5700}]]);
  expect(explained()).toMatchObject({
    orders: [
      {number: '1', converted: {soldMinor: 100, refundedMinor: 0}},
      {number: '2', converted: undefined},
      {number: '3', converted: undefined},
    ],
    more: 0,
  });
});

it('ends a day at the midnight of the business, not of the clock of the world', async () => {
  const midnightBefore = Date.UTC(2026, 2, 1, 22, 59) as Instant;
  const midnightAfter = Date.UTC(2026, 2, 1, 23, 0) as Instant;
  const window = await givenSales([
    sold('1', 'EUR', 1, {orderedAt: midnightBefore}),
    sold('2', 'EUR', 10, {orderedAt: midnightAfter}),
  ]);
  const {byDay} = await asked(window);
  expect(byDay().days.map((day) => day.soldMinor)).toEqual([1, 10, 0, 0]);
});

it('equals the sum of the orders that explain it, and follows a change', async () => {
  const orders = Array.from({length: 40}, (_, at) =>
    sold(String(at), ['EUR', 'USD', 'JPY'][at % 3] ?? 'EUR', 333 + at * 7),
  );
  const window = await givenSales(orders);
  const {byDay, explained} = await asked(window);
  const listed = (explained() as {orders: {converted: {soldMinor: number}}[]}).orders;
  const sum = listed.reduce((total, order) => total + order.converted.soldMinor, 0);
  expect([listed.length, sum]).toEqual([40, byDay().total.soldMinor]);

  const first = orders[0];
  if (first) await window.do(callOf(holdOrder, {orderId: first.id, reason: 'stock'}));
  expect([window.bugs, byDay().total.soldMinor]).toEqual([[], sum]);
});
