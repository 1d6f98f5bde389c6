import {cleanup, fireEvent, screen, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {demoShop} from '#core/demo/demo-shop.ts';
import {type SalesByDay, salesByDay} from '#core/insights/sales-by-day.ts';
import {must} from '#core/lib/assert.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import type {Instant} from '#core/time/instant.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {formatFigures} from '../../ui/format/amounts.ts';
import {SalesExplained} from './sales-explained.tsx';
import {SalesTable} from './sales-table.tsx';
import {forgetSalesView, useSalesView} from './sales-view.ts';

const wish = {seed: 'sales', orderCount: 400, now: Date.UTC(2026, 10, 23, 2, 38) as Instant};
const euro = 'EUR' as CurrencyCode;
const {id: businessId} = must(demoShop(wish).businesses[0], 'a business');
const span = {businessId, from: '2026-11-10' as LocalDate, below: '2026-11-24' as LocalDate};

let worker: DataWorkerInProcess;
let page: GivenPage;
let sales: SalesByDay;

beforeEach(async () => {
  // The page has no layout here: every element is as high as a head of 32 px and twenty rows of 28.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {configurable: true, get: () => 32 + 20 * 28});
  emptyDesk();
  forgetSalesView();
  worker = startDataWorker();
  await worker.shops.makeDemo(wish, {tell: () => undefined, cancelled: () => false});
  page = givenPage(worker.port);
  let told: SalesByDay | undefined;
  page.data.watchRead({kind: 'summary', name: salesByDay.name, args: span}, (answer) => {
    told = answer as SalesByDay;
  });
  sales = await vi.waitUntil(() => told, 10_000);
});
afterEach(() => {
  cleanup();
  worker.close();
  Reflect.deleteProperty(HTMLElement.prototype, 'clientHeight');
});

test('every day of the span has its row, the newest first, and the rows add up to the total', () => {
  page.show(<SalesTable days={sales.days} currency={euro} />);
  const rows = screen.getAllByRole('row').slice(1);
  const cells = rows.map((row) =>
    within(row)
      .getAllByRole('gridcell')
      .map((cell) => cell.textContent ?? ''),
  );
  const total = cells.reduce((sum, row) => sum + cents(row.at(-1)), 0);
  expect({days: cells.length, first: cells[0]?.[0], last: cells.at(-1)?.[0], total}).toEqual({
    days: 14,
    first: 'Nov 23, 2026',
    last: 'Nov 10, 2026',
    total: sales.total.netMinor,
  });
  expect(total).toBeGreaterThan(0);
});

test('a day opens what it is made of, and those orders add up to its figure', async () => {
  const busiest = sales.days.toSorted((a, b) => b.orders - a.orders)[0];
  const {day, orders, netMinor} = must(busiest, 'a day with sales');
  page.show(<SalesTable days={sales.days} currency={euro} />);
  const row = screen
    .getAllByRole('row')
    .find(({textContent}) => textContent?.includes(formatFigures('en', {minor: netMinor, currency: euro})));
  fireEvent.doubleClick(must(row, 'the row of that day'));
  const opened = useSalesView.getState().day;
  cleanup();

  page.show(<SalesExplained day={day} span={span} currency={euro} onClose={() => undefined} />);
  const table = await screen.findByRole('table');
  const listed = [...table.querySelectorAll('tbody tr')].map(
    ({lastElementChild}) => lastElementChild?.firstElementChild,
  );
  const sum = listed.reduce((all, cell) => all + cents(cell?.textContent), 0);
  expect({
    opened,
    listed: listed.length,
    sum,
    foot: cents(table.querySelector('tfoot td:last-child')?.textContent),
  }).toEqual({
    opened: day,
    listed: orders,
    sum: netMinor,
    foot: netMinor,
  });
});

/** Cents of an amount as it is written: `1,234.50EUR`. */
function cents(written: string | null | undefined): number {
  return Number((written ?? '').replace('−', '-').replaceAll(/[^\d-]/g, ''));
}
