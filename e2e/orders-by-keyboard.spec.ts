import {expect} from '@playwright/test';
import type {Edition} from './editions/edition.ts';
import {test} from './editions/story.ts';
import {press} from './pages/hands.ts';
import {OrdersPage} from './pages/orders-page.ts';

async function demoOrders(edition: Edition): Promise<OrdersPage> {
  return new OrdersPage(await edition.start({demo: 2_000})).shown();
}

test('letters and arrows walk through the list, tick orders and open one', async ({edition}) => {
  const orders = await demoOrders(edition);
  const {page, cursor, ticked} = orders;
  const at = async (index: number): Promise<void> => expect(cursor).toHaveAttribute('data-index', String(index));

  await press(page, 'j');
  await at(0);
  await press(page, 'j', 'j', 'k', 'ArrowDown', 'ArrowDown', 'ArrowUp');
  await at(2);

  await press(page, 'x');
  await expect(ticked).toHaveCount(1);
  await press(page, 'Shift+J', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(ticked).toHaveCount(4);
  await press(page, 'Shift+K');
  await expect(orders.selectionBar).toContainText('3 selected');

  await press(page, 'Enter');
  await expect(orders.panel.getByRole('heading', {level: 2})).toHaveText(await orders.numberAt(4));
  await press(page, 'Escape');
  await expect(orders.panel).toHaveCount(0);

  for (const opening of ['h', 'Control+k', '?']) {
    await press(page, opening);
    await expect(orders.dialog).toHaveCount(1);
    await press(page, 'Escape');
    await expect(orders.dialog).toHaveCount(0);
    await expect(orders.grid, `arrows go on in the list after ${opening}`).toBeFocused();
  }
});

test('a search is begun with a slash, left with Enter and taken back with Escape', async ({edition}) => {
  const orders = await demoOrders(edition);
  const {page} = orders;
  const wanted = await orders.numberAt(3);
  const open = await orders.count('To do');

  await press(page, '/');
  await page.keyboard.type(wanted);
  await expect(orders.grid.locator('[data-index]')).toHaveCount(1);
  await press(page, 'Enter', 'j', 'Enter');
  await expect(orders.panel.getByRole('heading', {level: 2})).toHaveText(wanted);

  await press(page, '/', 'Escape');
  await expect(orders.search).toHaveValue('');
  await expect(orders.grid).toHaveAttribute('aria-rowcount', String(open + 1));
});

test('an order is held, undone, held again and resumed, and the tree counts along', async ({edition}) => {
  const orders = await demoOrders(edition);
  const {page} = orders;
  const [paid, held] = [await orders.count('To release'), await orders.count('On hold')];
  const expectCounts = (counts: readonly number[]): Promise<void> =>
    expect.poll(async () => [await orders.count('To release'), await orders.count('On hold')]).toEqual(counts);

  await press(page, '4', 'j');
  await expect(orders.title).toHaveText('To release');
  const number = await orders.numberAt(0);
  await press(page, 'h');
  await expect(orders.dialog).toContainText('Why hold this order?');
  await press(page, '1');
  await expect(orders.notice).toContainText('1 order held');
  await expect(orders.rowOf(number)).toHaveCount(0);
  await expectCounts([paid - 1, held + 1]);

  await press(page, 'Control+z');
  await expect(orders.rowOf(number)).toHaveCount(1);
  await expectCounts([paid, held]);
  await press(page, 'Control+Shift+z');
  await expectCounts([paid - 1, held + 1]);

  await press(page, '6', '/');
  await page.keyboard.type(number);
  await expect(orders.grid).toHaveAttribute('aria-rowcount', '2');
  await press(page, 'Enter', 'j', 'Shift+H');
  await expect(orders.notice).toContainText('Hold ended for 1 order');
  await expectCounts([paid, held]);
});

test('ticked orders are released together and undone together', async ({edition}) => {
  const orders = await demoOrders(edition);
  const {page} = orders;
  const [paid, released] = [await orders.count('To release'), await orders.count('To pack')];
  const expectCounts = (counts: readonly number[]): Promise<void> =>
    expect.poll(async () => [await orders.count('To release'), await orders.count('To pack')]).toEqual(counts);

  await press(page, '4', 'j', 'x', 'Shift+J', 'Shift+J', 'b');
  await expect(orders.notice).toContainText('3 orders released to packing');
  await expectCounts([paid - 3, released + 3]);
  await press(page, 'Control+z');
  await expect(orders.notice).toContainText('Undone: 3 orders released to packing');
  await expectCounts([paid, released]);
});

test('digits choose views, g leads to pages, and the keyboard says itself what it can do', async ({edition}) => {
  const orders = await demoOrders(edition);
  const {page, title} = orders;

  for (const [key, view] of [
    ['2', 'Late'],
    ['6', 'On hold'],
    ['9', 'Cancelled'],
    ['1', 'To do'],
  ] as const) {
    await press(page, key);
    await expect(title).toHaveText(view);
  }
  await press(page, 'g', 'a');
  await expect(title).toHaveText('Sales by day');
  await press(page, 'g', 't');
  await expect(title).toHaveText('Settings');
  await press(page, 'g', 'o');
  await expect(title).toHaveText('To do');

  await press(page, '?');
  await expect(orders.dialog.getByRole('term').filter({hasText: 'Next order'})).toBeVisible();
  await press(page, 'Escape');
  await expect(orders.dialog).toHaveCount(0);
  await orders.command('Go to Sales');
  await expect(title).toHaveText('Sales by day');
});
