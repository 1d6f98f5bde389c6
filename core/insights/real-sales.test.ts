import {existsSync, readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import type {CurrencyCode} from '../money/currency.ts';
import {business} from '../testing/given.ts';
import {IntakeDesk} from '../testing/intake-desk.ts';
import {readBytes} from '../testing/read-orders.ts';
import {Window} from '../testing/shop-in-memory.ts';
import type {LocalDate} from '../time/local-date.ts';
import type {ZoneId} from '../time/zone.ts';
import {type SalesByDay, salesByDay} from './sales-by-day.ts';

const shared = new URL('../../../shared/data/sales/', import.meta.url);
const name = 'online-retail-2010-12-01_2011-02-28';

/** A published amount in pence. */
function pence(amount: string): number {
  return Number(amount.replace('.', ''));
}

test('the sales of three published months are those of their file, to the penny and month by month', async (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');

  const published = JSON.parse(readFileSync(new URL(`${name}.aggregates.json`, shared), 'utf8')) as {
    revenue_gross_sales: string;
    revenue_net_all_rows: string;
    cancellation_amount: string;
    revenue_net_by_month: Record<string, string>;
    revenue_gross_by_month: Record<string, string>;
  };
  const {orders} = await readBytes(new Uint8Array(gunzipSync(readFileSync(new URL(`${name}.csv.gz`, shared)))));
  const desk = await IntakeDesk.open();
  const british = {...business, zone: 'Europe/London' as ZoneId, reportingCurrency: 'GBP' as CurrencyCode};
  await desk.store.write((tx) => tx.put('businesses', british));
  await desk.bring({fileId: name, drafts: orders});

  const {engine} = new Window(desk.store);
  const span = {businessId: business.id, from: '2010-12-01' as LocalDate, below: '2011-03-01' as LocalDate};
  let told: SalesByDay | undefined;
  engine.watchSummary(salesByDay.name, span, (answer) => (told = answer as SalesByDay));
  await expect.poll(() => told, {timeout: 20_000}).toBeDefined();

  const {total, days = []} = told ?? {};
  const sumOf = (figure: 'soldMinor' | 'netMinor', month: string): number =>
    days.filter(({day}) => day.startsWith(month)).reduce((sum, day) => sum + day[figure], 0);
  const months = Object.keys(published.revenue_net_by_month);
  expect({
    total: [total?.soldMinor, total?.refundedMinor, total?.netMinor],
    gross: months.map((month) => sumOf('soldMinor', month)),
    net: months.map((month) => sumOf('netMinor', month)),
  }).toEqual({
    total: [
      pence(published.revenue_gross_sales),
      -pence(published.cancellation_amount),
      pence(published.revenue_net_all_rows),
    ],
    gross: Object.values(published.revenue_gross_by_month).map(pence),
    net: Object.values(published.revenue_net_by_month).map(pence),
  });
}, 120_000);
