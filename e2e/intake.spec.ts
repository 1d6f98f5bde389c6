import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {test} from './editions/story.ts';
import {
  amazonFile,
  ebayFile,
  etsyItemsFile,
  etsyOrdersFile,
  retailFile,
  retailRows,
  shopifyFile,
  wholesalerFile,
} from './files/made-files.ts';
import {press} from './pages/hands.ts';
import {IntakePage} from './pages/intake-page.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {StartPage} from './pages/start-page.ts';

const sale = {number: '#1001', buyer: 'Mia Krug', sku: 'TEA-1', price: '12.50', total: '12.50'};

async function ownShop(page: Page): Promise<IntakePage> {
  await new StartPage(page).beginOwn('Nordlicht Tee');
  return new IntakePage(page);
}

test('six kinds of file are dropped at once, and each becomes orders', async ({edition}) => {
  test.setTimeout(120_000);
  const intake = await ownShop(await edition.start());
  await expect(intake.rail).toBeVisible();
  await intake.drop(
    shopifyFile('shopify.csv', [sale, {...sale, number: '#1002'}]),
    amazonFile('amazon.txt', [{...sale, number: '112-9739103-0000010'}]),
    ebayFile('ebay.csv', [{...sale, number: '04-15250-08826'}]),
    etsyOrdersFile('etsy-orders.csv', [{...sale, number: '3001'}]),
    etsyItemsFile('etsy-items.csv', [{...sale, number: '3001'}]),
    wholesalerFile('october.csv', [{...sale, number: 'V-77', total: '1234.50'}]),
  );
  await expect(intake.files).toHaveCount(6);
  await intake.read();
  await expect(intake.file('october.csv')).toContainText('What kind of file is this?');

  await intake.file('october.csv').getByRole('button', {name: 'Map the columns'}).click();
  for (const [column, field] of [
    ['Vorgang', 'Order number *'],
    ['Wer', 'Ship to'],
    ['Ware', 'Item'],
    ['Wieviel', 'Quantity'],
    ['Zu zahlen', 'Total'],
    ['Wann', 'Ordered *'],
    ['Decimal sign', 'Comma: 1.234,50'],
    ['Currency', 'EUR · Euro'],
  ] as const) {
    await intake.choose(column, field);
  }
  await expect(intake.page.getByText('1,234.50 EUR').first()).toBeVisible();
  await press(intake.page, 'Control+Enter');

  await intake.belongsToNew('shopify.csv', 'Kiel Tea');
  await intake.belongsToNew('amazon.txt', 'Amazon DE');
  await intake.belongsToNew('ebay.csv', 'eBay US');
  await intake.belongsToNew('etsy-orders.csv', 'Etsy');
  await intake.belongsTo('etsy-items.csv', 'Etsy');
  await intake.belongsToNew('october.csv', 'Wholesale');
  await expect(intake.file('shopify.csv')).toContainText('2 rows = 2 used + 0 rejected');
  await expect(intake.file('ebay.csv')).toContainText('1 row = 1 used + 0 rejected');
  await expect(intake.tab('New')).toHaveText('New 6');
  await intake.takeIn(6);

  await intake.page.getByRole('button', {name: 'Show the orders'}).click();
  const orders = await new OrdersPage(intake.page).shown();
  await orders.choose('All orders');
  for (const number of ['#1001', '#1002', '112-9739103-0000010', '04-15250-08826', '3001', 'V-77']) {
    await expect(orders.rowOf(number)).toHaveCount(1);
  }
  await expect(orders.cell(orders.rowOf('V-77'), 'total')).toContainText('1,234.50');
});

test('orders of two stores stay apart, a conflict is decided, a figure leads to its row, and an import is taken back @once', async ({
  edition,
}) => {
  test.setTimeout(120_000);
  const intake = await ownShop(await edition.start());
  const {page} = intake;
  const orders = new OrdersPage(page);

  await intake.bring(shopifyFile('one.csv', [sale]));
  await intake.belongsToNew('one.csv', 'Tea one');
  await intake.takeIn(1);
  await intake.putAway();
  await intake.bring(shopifyFile('two.csv', [{...sale, buyer: 'Jan Ott', sku: 'CUP-9'}]));
  await intake.belongsToNew('two.csv', 'Tea two');
  await expect(intake.tab('New')).toHaveText('New 1');
  await intake.takeIn(1);
  await intake.putAway();

  await orders.goTo('Orders');
  await orders.choose('All orders');
  await expect(orders.rowOf('#1001')).toHaveCount(2);
  await orders.cell(orders.grid.locator('[data-index]').filter({hasText: 'Mia Krug'}), 'buyer').click();
  await press(page, 'Enter');
  await expect(orders.panel).toContainText('one.csv');
  await expect(orders.panel.getByText('Row 2: 1 × Tea TEA-1')).toBeVisible();
  await expect(orders.panel.locator('details')).toContainText('12.50');

  await press(page, 'e');
  await orders.dialog.getByLabel('City').fill('Hamburg');
  await orders.dialog.getByRole('button', {name: 'Save changes'}).click();
  await expect(orders.panel.locator('address')).toContainText('Hamburg');

  await intake.bring(shopifyFile('later.csv', [{...sale, city: 'Bremen'}]));
  await intake.belongsTo('later.csv', 'Tea one');
  await expect(intake.tab('Conflicting')).toHaveText('Conflicting 1');
  await intake.tab('Conflicting').click();
  await intake.preview.locator('[data-index="0"] [role="gridcell"]').nth(1).dblclick();
  const sides = intake.panel.getByRole('table', {name: 'Address'});
  await expect(sides.getByRole('row', {name: 'City'})).toHaveText(/City\s*Hamburg\s*Bremen/);
  await sides.getByRole('radio', {name: "Address: The file's"}).check();
  await intake.takeIn(1);

  await page.getByRole('button', {name: 'Show the orders'}).click();
  await expect(orders.panel.locator('address')).toContainText('Bremen');
  await intake.goTo('Files');
  await press(page, 'Control+z');
  await expect(intake.notice).toContainText('Import undone: 1 order put back');
  await intake.goTo('Orders');
  await expect(orders.panel.locator('address')).toContainText('Hamburg');
});

test('a file of 105,335 rows is cancelled, taken in, and brought again changes nothing', async ({edition}) => {
  test.setTimeout(240_000);
  const intake = await ownShop(await edition.start());
  const {file, orders, totalMinor} = retailFile('retail.csv');

  await intake.bring(file);
  await expect(intake.file('retail.csv')).toContainText(/rows so far/);
  await press(intake.page, 'Escape');
  await expect(intake.page.getByText('Cancelled: nothing was taken in.')).toBeVisible();

  await intake.bring(file);
  await intake.read();
  await intake.belongsToNew('retail.csv', 'Retail');
  const count = (of: number): string => of.toLocaleString('en');
  const pounds = (totalMinor / 100).toLocaleString('en', {minimumFractionDigits: 2});
  await expect(intake.file('retail.csv')).toContainText(
    `${count(retailRows)} rows = ${count(retailRows)} used + 0 rejected`,
  );
  await expect(intake.file('retail.csv')).toContainText(`${count(orders)} orders · ${count(retailRows)} lines`);
  await expect(intake.file('retail.csv')).toContainText(pounds);
  await intake.takeIn(orders);
  await intake.putAway();

  await intake.bring(file);
  await intake.read();
  await expect(intake.page.getByText('Every order of these files is here as it stands.')).toBeVisible();
  await expect(intake.tab('Unchanged')).toHaveText(`Unchanged ${count(orders)}`);
  await expect(intake.file('retail.csv')).toContainText('The same file was taken in');
});
