import {AxeBuilder} from '@axe-core/playwright';
import {expect} from '@playwright/test';
import {cpSync, mkdirSync, readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright';
import type {Edition} from './editions/edition.ts';
import {test} from './editions/story.ts';
import {press} from './pages/hands.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {RecoveryPage} from './pages/recovery-page.ts';
import {damage} from './proof/kill/damage.ts';

/** What the desk remembers of its windows is copied outside a moment later. */
const rememberedMs = 2_500;

async function demoShop(edition: Edition): Promise<OrdersPage> {
  return new OrdersPage(await edition.start({demo: 600})).shown();
}

/** Holds the first order that waits to be released, and waits for the light. */
async function holdOne(orders: OrdersPage, light: string | RegExp = 'Saved'): Promise<void> {
  await orders.choose('To release');
  await orders.pointAt(0);
  await press(orders.page, 'h', '2');
  await expect(orders.notice).toContainText('1 order held');
  await expect(orders.status).toContainText(light);
}

/** How many orders are on hold, by the tree of states, in any language. */
async function onHold(page: Page): Promise<number> {
  return Number((await page.locator('nav button').nth(5).innerText()).replace(/\D/g, ''));
}

test('a shop whose databases are gone comes back with every change, once', async ({edition}) => {
  const orders = await demoShop(edition);
  const before = await onHold(orders.page);
  await holdOne(orders);
  await holdOne(orders);
  await orders.page.waitForTimeout(rememberedMs);
  await edition.kill();
  damage(edition.profile, 'deleted', {copy: '', dice: 0});

  const recovery = new RecoveryPage(await edition.start());
  await expect(recovery.title).toHaveText('Your shop is here again');
  await expect(recovery.text).toContainText('Every saved change is there.');
  await expect(recovery.text).toContainText('2 changes done again from the journal');
  const {violations} = await new AxeBuilder({page: recovery.page}).setLegacyMode().analyze();
  expect(violations.map(({id}) => id)).toEqual([]);
  await recovery.goOn();
  const later = await new OrdersPage(recovery.page).shown();
  await expect.poll(() => onHold(later.page)).toBe(before + 2);
  await later.saved();

  await holdOne(later);
  await edition.close();
  const last = await new OrdersPage(await edition.start()).shown();
  await expect.poll(() => onHold(last.page)).toBe(before + 3);
});

test('one flipped bit costs nothing, and what happened is told in the language of the desk', async ({edition}) => {
  const orders = await demoShop(edition);
  const before = await onHold(orders.page);
  await holdOne(orders);
  await orders.command('切换到中文');
  await orders.page.waitForTimeout(rememberedMs);
  await edition.kill();
  damage(edition.profile, 'flipped', {copy: '', dice: 0.5});

  const page = await edition.start();
  const recovery = new RecoveryPage(page);
  const shop = page.getByRole('contentinfo');
  await expect(recovery.title.filter({hasText: '店铺数据已恢复'}).or(shop).first()).toBeVisible();
  // Where the bit lay in what nobody reads, there was nothing to recover.
  if (!(await shop.isVisible())) await recovery.goOn();
  await expect(shop).toContainText('已保存');
  await expect.poll(() => onHold(page)).toBe(before + 1);
});

test('while the disk does not answer, nothing is called saved, and a loss then takes only what was not', async ({
  edition,
}) => {
  // The browser keeps its files where no story can stand in their way; there `npm run rig -- kill` asks the same.
  if (edition.name === 'browser') return;
  const orders = await demoShop(edition);
  const before = await onHold(orders.page);
  await holdOne(orders);
  await orders.page.waitForTimeout(rememberedMs);
  const journal = journalOf(edition);
  journal.block();
  await holdOne(orders, 'Stored, not saved: the disk does not answer');
  await edition.kill();
  journal.unblock();
  damage(edition.profile, 'deleted', {copy: '', dice: 0});

  const recovery = new RecoveryPage(await edition.start());
  await expect(recovery.text).toContainText('1 change done again from the journal');
  await recovery.goOn();
  const later = await new OrdersPage(recovery.page).shown();
  await expect.poll(() => onHold(later.page)).toBe(before + 1);

  journal.block();
  await holdOne(later, 'Stored, not saved: the disk does not answer');
  journal.unblock();
  await later.saved();
  await expect.poll(() => onHold(later.page)).toBe(before + 2);
});

/** The only segment of the journal; blocked, a folder stands in its place. */
function journalOf({profile}: Edition) {
  const folder = join(profile, 'disk', 'demo', 'journal');
  const file = join(folder, readdirSync(folder)[0] ?? 'a segment');
  const aside = join(profile, 'segment');
  return {
    block: () => {
      cpSync(file, aside);
      rmSync(file);
      mkdirSync(file);
    },
    unblock: () => {
      rmSync(file, {recursive: true});
      cpSync(aside, file);
    },
  };
}
