import {expect} from '@playwright/test';
import {test} from './editions/story.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {SettingsPage} from './pages/settings-page.ts';
import {StartPage} from './pages/start-page.ts';

test('a shop of my own begins with its business and takes storefronts of different names @once', async ({edition}) => {
  const page = await edition.start();
  const start = new StartPage(page);
  await start.own.click();
  await page.getByRole('button', {name: 'Start', exact: true}).click();
  await expect(page.getByText('Give it a name.')).toBeVisible();
  await page.getByLabel('Name').fill('Nordlicht Tee');
  await page.getByRole('button', {name: 'Start', exact: true}).click();

  const settings = new SettingsPage(page);
  await settings.goTo('Settings');
  await settings.addStorefront('Etsy Nordlicht');
  await expect(settings.storefronts.getByRole('listitem')).toHaveText(/Etsy Nordlicht/);
  await settings.addStorefront('Etsy Nordlicht');
  await expect(settings.dialog).toContainText('already has a storefront called “Etsy Nordlicht”');
  await settings.addStorefront('Etsy Nordlicht 2');
  await expect(settings.storefronts.getByRole('listitem')).toHaveText([/Etsy Nordlicht/, /Etsy Nordlicht 2/]);

  await edition.close();
  const later = new SettingsPage(await edition.start());
  await later.goTo('Settings');
  await expect(later.storefronts.getByRole('listitem')).toHaveText([/Etsy Nordlicht/, /Etsy Nordlicht 2/]);
  await expect(later.page.getByLabel('Name')).toHaveValue('Nordlicht Tee');
});

test('an empty shop leads to the demo shop, and deleting that leaves mine', async ({edition}) => {
  const page = await edition.start();
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const orders = new OrdersPage(page);
  await page.getByRole('button', {name: 'Look around in the demo shop'}).click();
  await orders.shown();
  await expect(orders.demoStrip).toBeVisible();

  const settings = new SettingsPage(page);
  await settings.goTo('Settings');
  await settings.expectShops('Demo shop', 'My shop');
  await expect(page.getByLabel('Name')).toHaveValue('Kranich & Kiesel');
  await settings.shops.getByRole('button', {name: 'Delete the demo shop'}).click();
  await new StartPage(page).own.click();

  await settings.goTo('Settings');
  await settings.expectShops('My shop');
  await expect(page.getByLabel('Name')).toHaveValue('Nordlicht Tee');
  await expect(settings.demoStrip).toHaveCount(0);
});
