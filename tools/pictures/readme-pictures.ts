import {expect as patient} from '@playwright/test';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright';
import {benchStates} from '../../e2e/bench-states.ts';
import {amazonFile, shopifyFile} from '../../e2e/files/made-files.ts';
import {press} from '../../e2e/pages/hands.ts';
import {IntakePage} from '../../e2e/pages/intake-page.ts';
import {labelDrawn} from '../../e2e/pages/label-preview.ts';
import {sizes} from '../../e2e/states.ts';
import {repackPng} from './repack-png.ts';
import {type Studio, demoOrders} from './studio.ts';

/** The moment at which the pictures are taken, whenever they are: a Friday morning in Berlin, well before Christmas. */
const moment = Date.UTC(2026, 10, 20, 9, 24);
const bytesMax = 250_000;

const expect = patient.configure({timeout: 30_000});

const sale = {number: '302-1234567-1234567', buyer: 'Mia Krug', sku: 'TEA-1', price: '12.50', total: '12.50'};

type Look = Parameters<Studio['browser']['newContext']>[0];

/** The pictures of the README, of the same demo shop at the same moment, so that they change only when the product does. */
export async function readmePictures(studio: Studio): Promise<void> {
  await take(studio, {locale: 'en-US', colorScheme: 'light'}, async (page, picture) => {
    await openPanel(page, 7);
    await picture('orders');
    await press(page, 'l');
    await labelDrawn(page);
    await picture('label');
    await press(page, 'Escape', 'g', 'a');
    await expect(page.getByRole('img').first()).toBeVisible();
    await press(page, '3');
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '181');
    await picture('sales');
    const sales = [1, 2, 3, 4, 5, 6].map((at) => ({...sale, number: `#${3040 + at}`}));
    await new IntakePage(page).bring(shopifyFile('orders_export.csv', sales), amazonFile('all_orders.txt', [sale]));
    await expect(page.getByText('= 6 used + 0 rejected')).toBeVisible();
    await picture('files');
  });
  await take(studio, {locale: 'en-US', colorScheme: 'light'}, async (page, picture) => {
    await press(page, 'g', 'p');
    await expect(page.locator('main [data-at="idle"]')).toBeVisible();
    const untilOrder = benchStates.findIndex(({name}) => name === 'order') + 1;
    for (const {enter, leave} of benchStates.slice(0, untilOrder)) {
      await enter(page);
      await leave(page);
    }
    await page.getByRole('button', {name: 'Dismiss'}).click();
    await picture('bench');
    await press(page, 'g', 's');
    await expect(page.getByRole('heading', {level: 2}).first()).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await picture('day');
  });
  await take(studio, {locale: 'zh-CN', colorScheme: 'dark'}, async (page, picture) => {
    await openPanel(page, 2);
    await picture('dark-zh');
  });
}

async function take(
  {browser, origin, folder}: Studio,
  look: Look,
  work: (page: Page, picture: (name: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: sizes.wide,
    deviceScaleFactor: 1,
    timezoneId: 'Europe/Berlin',
    ...look,
  });
  const page = await context.newPage();
  await stopClocks(page);
  await page.goto(`${origin}/?demo=${demoOrders}`);
  await expect(page.locator('[data-index="0"] [role="gridcell"]').nth(1)).toHaveText(/\d/);
  await work(page, async (name) => {
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(0, 0);
    const png = repackPng(await page.screenshot({animations: 'disabled'}));
    if (png.length > bytesMax) throw new Error(`${name}.png has ${png.length} bytes: more than a README should weigh`);
    writeFileSync(join(folder, `${name}.png`), png);
  });
  await context.close();
}

/** Stops the clock of the page and that of its data worker, which makes the demo shop. */
async function stopClocks(page: Page): Promise<void> {
  await page.clock.setFixedTime(moment);
  await page.route(/\/data-worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: `Date.now = () => ${moment};\n${await response.text()}`});
  });
}

async function openPanel(page: Page, index: number): Promise<void> {
  await page.locator(`[data-index="${index}"] [role="gridcell"]`).nth(5).click();
  await press(page, 'Enter');
  await expect(page.locator('aside address')).toBeVisible();
}
