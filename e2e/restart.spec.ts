import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import type {Edition} from './editions/edition.ts';
import {test} from './editions/story.ts';
import {press} from './pages/hands.ts';
import {OrdersPage} from './pages/orders-page.ts';

// Whether storage outlives an end is the whole browser's to say.
test.use({program: 'whole'});

const idleMs = 2_000;

/** What somebody sees of a window, whatever language it speaks. */
function look(page: Page): Promise<object> {
  return page.evaluate(() => {
    const textOf = (selector: string): string | undefined => document.querySelector(selector)?.textContent;
    const grid = document.querySelector('[role="grid"]');
    const heads = [...document.querySelectorAll<HTMLElement>('[role="columnheader"]')];
    const sorted = heads.find((head) => /cending/.test(head.ariaSort ?? ''));
    return {
      language: document.documentElement.lang,
      scheme: document.documentElement.dataset['scheme'],
      title: textOf('main h1'),
      search: document.querySelector<HTMLInputElement>('input[type="search"]')?.value,
      sort: [sorted?.title, sorted?.ariaSort],
      widths: heads.map((head) => Math.round(head.getBoundingClientRect().width)),
      scrollTop: Math.round(grid?.scrollTop ?? 0),
      panel: textOf('aside h2'),
      panelSays: textOf('aside h2 + div'),
      onHold: document.querySelectorAll('nav button')[5]?.textContent,
    };
  });
}

/** Holds an order and leaves nothing about the window as it was; tells how it looks then. */
async function arrange(edition: Edition): Promise<object> {
  const orders = await new OrdersPage(await edition.start({demo: 2_000})).shown();
  const {page} = orders;
  await orders.choose('To release');
  await orders.pointAt(0);
  await press(page, 'h', '2');
  await expect(orders.notice).toContainText('1 order held');

  await orders.choose('All orders');
  await orders.column('Total').click();
  await orders.search.fill('g');
  const edge = await orders.column('Buyer').boundingBox();
  if (!edge) throw new Error('The column is not on screen');
  const [x, y] = [edge.x + edge.width - 2, edge.y + edge.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, {steps: 3});
  await page.mouse.up();
  await orders.pointAt(2);
  await press(page, 'Enter');
  await expect(orders.panel.locator('address')).toBeVisible();
  await orders.grid.hover();
  await page.mouse.wheel(0, 1_500);
  await expect.poll(() => orders.grid.evaluate(({scrollTop}) => scrollTop)).toBe(1_500);
  await orders.command('Dark theme');
  await orders.command('切换到中文');
  await page.waitForTimeout(idleMs);

  const seen = await look(page);
  expect(seen).toMatchObject({language: 'zh-CN', scheme: 'dark', search: 'g', scrollTop: 1_500});
  return seen;
}

test('two starts later everything is as it was left, also what was held', async ({edition}) => {
  const seen = await arrange(edition);
  for (const _start of [1, 2]) {
    await edition.close();
    const page = await edition.start();
    await expect.poll(() => look(page)).toEqual(seen);
  }
});

test('a power cut after two quiet seconds takes nothing away, not even the theme', async ({edition}) => {
  const seen = await arrange(edition);
  await edition.kill();

  const page = await edition.start();
  await expect.poll(() => look(page)).toEqual(seen);
});
