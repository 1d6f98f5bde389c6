import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect} from '@playwright/test';
import {browserEdition, serveBuiltPage} from './editions/browser-edition.ts';
import type {Page} from 'playwright';
import type {Edition} from './editions/edition.ts';
import {type Stage, test as base} from './editions/story.ts';
import {DesksPage} from './pages/desks-page.ts';
import {press} from './pages/hands.ts';
import {OrderForm} from './pages/order-form.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {SettingsPage} from './pages/settings-page.ts';
import {StartPage} from './pages/start-page.ts';
import {RunningMaster} from './standin/master.ts';

const test = base.extend<Stage & {readonly master: RunningMaster; readonly otherDesk: Edition}>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern; here none.
  master: async ({}, give) => {
    const master = await new RunningMaster().start();
    await give(master);
    await master.end();
  },
  otherDesk: async ({seen}, give) => {
    const profile = mkdtempSync(join(tmpdir(), 'tradewind-desk-'));
    const server = await serveBuiltPage();
    const edition = browserEdition(server.origin, profile, seen.onPage);
    await give(edition);
    await edition.close();
    await server.close();
    rmSync(profile, {recursive: true, maxRetries: 3});
  },
});

/** A shop of one's own with two paid orders. */
async function shopWithOrders(edition: Edition): Promise<OrdersPage> {
  const page = await edition.start();
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const settings = new SettingsPage(page);
  await settings.goTo('Settings');
  await settings.addStorefront('Nordlicht am Markt');
  await settings.goTo('Orders');
  const form = await new OrderForm(page).openNew('M-0001');
  await form.write({'SKU, item 1': 'TEA-1', 'Name, item 1': 'Green tea', 'Price, item 1': '10'});
  await form.choose('Country', 'Germany');
  await form.write({Name: 'Ada Pohl', 'Street and number': 'Ahornweg 3', 'Postal code': '10115', City: 'Berlin'});
  await form.save();
  await press(page, 'Shift+D');
  await expect(form.field('Order number')).toHaveValue('M-0002');
  await form.save();
  return new OrdersPage(page);
}

async function joined(edition: Edition, code: string): Promise<OrdersPage> {
  return joinFrom(await edition.start(), code);
}

/** Joins a shop from the page that is shown. */
async function joinFrom(page: Page, code: string): Promise<OrdersPage> {
  await page.getByRole('button', {name: 'Join a shop'}).click();
  await page.getByRole('dialog').getByLabel('Join code').fill(code);
  await page.getByRole('dialog').getByLabel('Name of this desk').fill('Packing bench');
  await page.getByRole('dialog').getByRole('button', {name: 'Join', exact: true}).click();
  return new OrdersPage(page);
}

test('two desks share a shop, part, change the same order, and agree again; what could not be is in the tray', async ({
  edition,
  otherDesk,
  master,
}) => {
  const first = await shopWithOrders(edition);
  const desks = new DesksPage(first.page);
  await desks.goTo('Desks');
  await desks.putOn(master, "Anna's laptop");
  const second = await joined(otherDesk, await desks.code());
  await second.choose('All orders');
  await expect(second.rowOf('M-0001')).toContainText('Ada Pohl');

  await first.goTo('Orders');
  await first.choose('All orders');
  await first.rowOf('M-0002').click();
  await press(first.page, 'h', '3');
  await expect(second.rowOf('M-0002')).toContainText('On hold');

  await master.stop();
  for (const [desk, reason] of [
    [first, '1'],
    [second, '2'],
  ] as const) {
    await desk.rowOf('M-0001').click();
    await press(desk.page, 'h', reason);
    await expect(desk.rowOf('M-0001')).toContainText('On hold');
    await expect(desk.status).toContainText('1 pending');
  }

  await master.start();
  await new DesksPage(first.page).applied();
  await new DesksPage(second.page).applied();
  expect(await second.rowOf('M-0001').innerText()).toBe(await first.rowOf('M-0001').innerText());
  for (const {page} of [first, second]) {
    const desk = new DesksPage(page);
    await desk.goTo('Desks');
    await expect(desk.tray).toContainText('M-0001');
  }
});

test('a shop that was only begun gives way to the one that is joined, and undo brings it back @once', async ({
  edition,
  otherDesk,
  master,
}) => {
  const first = await shopWithOrders(edition);
  const desks = new DesksPage(first.page);
  await desks.goTo('Desks');
  await desks.putOn(master, "Anna's laptop");
  const code = await desks.code();
  const page = await otherDesk.start();
  await new StartPage(page).beginOwn('First try');
  const other = new DesksPage(page);
  await other.goTo('Desks');
  const orders = await joinFrom(page, code);
  await other.applied();
  await orders.goTo('Orders');
  await orders.choose('All orders');
  await expect(orders.rowOf('M-0001')).toContainText('Ada Pohl');
  await press(page, 'Control+z');
  await expect(other.notice).toContainText('What stood here before is here again');
  await orders.goTo('Settings');
  await expect(page.getByLabel('Name')).toHaveValue('First try');
});
