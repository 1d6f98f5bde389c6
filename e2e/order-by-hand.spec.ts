import {expect} from '@playwright/test';
import type {Edition} from './editions/edition.ts';
import {test} from './editions/story.ts';
import {press} from './pages/hands.ts';
import {OrderForm} from './pages/order-form.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {SettingsPage} from './pages/settings-page.ts';
import {StartPage} from './pages/start-page.ts';

/** A shop with one storefront and nothing in it. */
async function ownShop(edition: Edition): Promise<OrdersPage> {
  const page = await edition.start();
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const settings = new SettingsPage(page);
  await settings.goTo('Settings');
  await settings.addStorefront('Nordlicht am Markt');
  await expect(settings.storefronts.getByRole('listitem')).toHaveText([/Nordlicht am Markt/]);
  await settings.goTo('Orders');
  return new OrdersPage(page);
}

async function writeFirst(form: OrderForm): Promise<void> {
  await form.write({'SKU, item 1': 'TEA-1', 'Name, item 1': 'Green tea', 'Pcs, item 1': '3', 'Price, item 1': '3.335'});
  await press(form.page, 'Enter');
  await expect(form.field('SKU, item 2')).toBeFocused();
  await form.write({'SKU, item 2': 'CUP-1', 'Name, item 2': 'Cup', 'Price, item 2': '10'});
  await form.choose('Country', 'Germany');
  await form.write({Name: 'Ada Pohl', 'Street and number': 'Ahornweg 3', 'Postal code': '1011', City: 'Berlin'});
  await form.write({Shipping: '4.90'});
}

test('an order is written by keyboard, corrected, stored, duplicated and still there after a restart', async ({
  edition,
}) => {
  const orders = await ownShop(edition);
  const {page} = orders;
  const form = await new OrderForm(page).openNew('M-0001');
  await writeFirst(form);
  await expect(form.total).toHaveText(/24\.91/);

  await press(page, 'Control+Enter');
  await expect(form.dialog).toContainText('Germany has no postal code like this.');
  await expect(form.field('Postal code')).toBeFocused();
  await form.write({'Postal code': '10115'});
  await form.save();
  await expect(orders.notice).toContainText('1 order created');
  await expect(orders.panel).toContainText('Ada Pohl');
  await expect(orders.panel).toContainText('24.91');

  await press(page, 'Shift+D');
  await expect(form.field('Order number')).toHaveValue('M-0002');
  await expect(form.field('Street and number')).toHaveValue('Ahornweg 3');
  await form.save();
  await expect(orders.panel.getByRole('heading', {level: 2})).toHaveText('M-0002');
  await orders.saved();

  await edition.close();
  const later = new OrdersPage(await edition.start());
  await later.choose('All orders');
  await expect(later.rowOf('M-0001')).toContainText('Ada Pohl');
  await expect(later.rowOf('M-0002')).toContainText('24.91');
});

test('what was typed is there again after Escape, and who has bought is known the next time', async ({edition}) => {
  const orders = await ownShop(edition);
  const {page} = orders;
  const form = await new OrderForm(page).openNew('M-0001');
  await writeFirst(form);
  await press(page, 'Escape');
  await expect(form.dialog).toHaveCount(0);
  await expect(orders.notice).toContainText('nothing is lost');
  await form.openNew('M-0001');
  await expect(form.dialog).toContainText('You began this before.');
  await form.write({'Postal code': '10115'});
  await form.save();

  await form.openNew('M-0002');
  await form.field('SKU, item 1').pressSequentially('tea', {delay: 120});
  await expect(page.getByRole('option', {name: /TEA-1/})).toBeVisible();
  await press(page, 'ArrowDown', 'Enter');
  await expect(form.field('Name, item 1')).toHaveValue('Green tea');
  await form.field('Name').pressSequentially('ada', {delay: 120});
  await expect(page.getByRole('option', {name: /Ada Pohl/})).toBeVisible();
  await press(page, 'ArrowDown', 'Enter');
  await expect(form.field('City')).toHaveValue('Berlin');
});

test('an edit says that it was made here, and can be taken back', async ({edition}) => {
  const orders = await new OrdersPage(await edition.start({demo: 300})).shown();
  const {page} = orders;
  const number = await orders.pointAt(0);
  await press(page, 'Enter');
  const city = orders.panel.locator('address');
  await expect(city).toBeVisible();
  const before = await city.innerText();

  await press(page, 'e');
  const form = new OrderForm(page);
  await expect(form.dialog.getByRole('heading', {name: `Edit order ${number}`})).toBeVisible();
  await form.write({'Street and number': 'Birkenweg 4'});
  await form.save();
  await expect(city).toContainText('Birkenweg 4');
  await expect(orders.panel.getByText('edited here')).toHaveCount(1);

  await press(page, 'Control+z');
  await expect(city).toHaveText(before, {useInnerText: true});
  await expect(orders.panel.getByText('edited here')).toHaveCount(0);
});

test('a rate is typed where an amount has none, and the amount is converted', async ({edition}) => {
  const orders = await ownShop(edition);
  const {page} = orders;
  const form = await new OrderForm(page).openNew('M-0001');
  await form.choose('Currency', 'USD · US Dollar');
  await writeFirst(form);
  await form.write({'Postal code': '10115'});
  await form.save();

  await orders.goTo('Sales');
  const missing = page.getByText('1 order in USD has no exchange rate');
  await expect(missing).toBeVisible();
  await page.getByRole('button', {name: 'Type a rate for USD'}).press('Enter');
  await page.getByLabel('1 USD is').fill('0.5');
  await press(page, 'Enter');
  await expect(missing).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('12.46');

  await orders.goTo('Settings');
  await expect(page.getByText('1 USD = 0.5 EUR')).toBeVisible();
  await page.getByRole('button', {name: /^Remove the rate of .*1 USD = 0.5 EUR/}).press('Enter');
  await expect(page.getByText(/No exchange rates yet/)).toBeVisible();
});
