import {expect} from '@playwright/test';
import {test} from './editions/story.ts';
import {violationsOn} from './pages/accessibility.ts';
import {demoShop, holdOne, onHold, rememberedMs} from './pages/held-orders.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {RecoveryPage} from './pages/recovery-page.ts';
import {damage} from './proof/kill/damage.ts';

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
  expect(await violationsOn(recovery.page)).toEqual([]);
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
