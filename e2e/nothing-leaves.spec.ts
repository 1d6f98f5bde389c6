import {expect} from '@playwright/test';
import {test} from './editions/story.ts';
import {press} from './pages/hands.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {SalesPage} from './pages/sales-page.ts';

// The whole browser asks the network for more than its pages do.
test.use({program: 'whole'});

test('whatever is done, nothing is asked of or sent to another computer', async ({edition, seen}) => {
  const page = await edition.start({demo: 300});
  const orders = await new OrdersPage(page).shown();
  const own = new URL(page.url()).host;
  await orders.pointAt(0);
  await press(page, 'Enter');
  await expect(orders.panel.locator('address')).toBeVisible();
  await press(page, 'l');
  await expect(orders.panel.getByRole('button', {name: 'Save PDF'})).toBeVisible();
  await edition.fileFrom(page, () => orders.panel.getByRole('button', {name: 'Save PDF'}).click());
  await orders.goTo('Sales');
  await expect(new SalesPage(page).chart).toBeVisible();
  await orders.goTo('Settings');
  await expect(orders.title).toHaveText('Settings');

  const hosts = (): readonly string[] => [...new Set(seen.addresses().map((address) => new URL(address).host))];
  expect(hosts().filter((host) => host !== '')).toEqual([own]);
  // Fonts are fetched by the worker that makes labels: workers are looked at too.
  expect(seen.addresses().filter((address) => address.endsWith('.ttf'))).not.toEqual([]);

  const stranger = await page.context().newPage();
  seen.onPage(stranger);
  await stranger.goto('http://elsewhere.example/').catch(() => undefined);
  expect(hosts()).toContain('elsewhere.example');
});
