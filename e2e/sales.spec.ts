import {expect} from '@playwright/test';
import {test} from './editions/story.ts';
import {press} from './pages/hands.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {minorOf, SalesPage} from './pages/sales-page.ts';

test('the figures of a span are the sums of its days, and a day is the sum of its orders', async ({edition}) => {
  const page = await edition.start({demo: 2_000});
  await new OrdersPage(page).shown();
  const sales = new SalesPage(page);
  await sales.goTo('Sales');
  await expect(sales.chart).toBeVisible();

  for (const [key, days] of [
    ['1', 30],
    ['3', 180],
    ['4', 548],
    ['2', 90],
  ] as const) {
    await press(page, key);
    await expect.poll(() => sales.dayCount()).toBe(days);
  }

  const lines = await sales.days();
  const sum = (name: 'orders' | 'soldMinor' | 'refundedMinor' | 'netMinor'): number =>
    lines.reduce((total, line) => total + line[name], 0);
  const figure = async (name: string): Promise<number> => minorOf(await sales.figure(name).innerText());
  expect({
    net: await figure('After refunds'),
    sold: await figure('Sold'),
    refunded: -(await figure('Refunded')),
    orders: await figure('Orders'),
  }).toEqual({
    net: sum('netMinor'),
    sold: sum('soldMinor'),
    refunded: sum('refundedMinor'),
    orders: sum('orders'),
  });
  expect(sum('orders')).toBeGreaterThan(50);

  const busy = lines.findIndex(({orders}) => orders > 2);
  const line = lines[busy];
  if (!line) throw new Error('No day has three orders');
  await sales.grid.focus();
  await press(page, 'Home', ...Array.from({length: busy}, () => 'ArrowDown'), 'Enter');
  await expect(sales.panel.getByRole('heading', {level: 2})).toContainText(line.day);
  const amounts = await sales.panel.locator('tbody tr td:nth-child(2) > span:first-child').allInnerTexts();
  expect(amounts).toHaveLength(line.orders);
  expect(amounts.reduce((total, text) => total + minorOf(text), 0)).toBe(line.netMinor);
  expect(minorOf(await sales.panel.locator('tfoot td').nth(1).innerText())).toBe(line.netMinor);
});
