import {expect} from '@playwright/test';
import type {Edition} from './editions/edition.ts';
import {test} from './editions/story.ts';
import {press} from './pages/hands.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {SettingsPage} from './pages/settings-page.ts';
import {StartPage} from './pages/start-page.ts';

// Windows beside another are the whole browser's.
test.use({program: 'whole'});

async function twoWindows(edition: Edition): Promise<readonly [OrdersPage, OrdersPage]> {
  const first = await new OrdersPage(await edition.start({demo: 2_000})).shown();
  const second = await edition.windowFrom(() => first.command('New window'));
  return [first, await new OrdersPage(second).shown()];
}

test('what is done in one window shows in the other', async ({edition}) => {
  const [first, second] = await twoWindows(edition);
  await first.choose('To release');
  await second.choose('To release');
  const held = await first.count('On hold');
  const number = await first.pointAt(0);
  await expect(second.rowOf(number)).toHaveCount(1);

  await press(first.page, 'h', '3');
  await expect(second.rowOf(number)).toHaveCount(0);
  await expect.poll(() => second.count('On hold')).toBe(held + 1);

  await second.choose('On hold');
  await second.search.fill(number);
  await expect(second.grid).toHaveAttribute('aria-rowcount', '2');
  await second.pointAt(0);
  await press(second.page, 'Shift+H');
  await expect(first.rowOf(number)).toHaveCount(1);
  await expect.poll(() => first.count('On hold')).toBe(held);
});

test('deleting the demo shop in one window brings the other to the start page', async ({edition}) => {
  const [first, second] = await twoWindows(edition);
  const settings = new SettingsPage(first.page);
  await settings.goTo('Settings');
  await settings.shops.getByRole('button', {name: 'Delete the demo shop'}).click();

  for (const {page} of [first, second]) {
    await expect(new StartPage(page).demo).toBeVisible();
    await expect(page.getByText('5,000 orders')).toBeVisible();
  }
});
