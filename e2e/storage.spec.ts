import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {test} from './editions/story.ts';
import {SettingsPage} from './pages/settings-page.ts';
import {StartPage} from './pages/start-page.ts';
import {StoragePage, restoreBackup} from './pages/storage-page.ts';
import {press} from './pages/hands.ts';

async function shopWith(page: Page, storefront: string): Promise<SettingsPage> {
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const settings = new SettingsPage(page);
  await settings.goTo('Settings');
  await settings.addStorefront(storefront);
  await expect(settings.storefronts.getByRole('listitem')).toHaveText([new RegExp(storefront)]);
  return settings;
}

test('what was changed after a backup is gone when it is restored, and back again when that is undone', async ({
  edition,
}) => {
  test.setTimeout(120_000);
  const page = await edition.start();
  const settings = await shopWith(page, 'Etsy Nordlicht');
  const storage = new StoragePage(page);
  await storage.open();
  await expect(page.getByText('Never', {exact: true})).toBeVisible();
  const words = await storage.toTheFile();
  const backup = await edition.fileFrom(page, () => storage.writeFile());
  await storage.done();
  await expect(page.getByText('Never', {exact: true})).toHaveCount(0);
  await press(page, 'Escape');
  await settings.addStorefront('Shopify Nordlicht');
  await expect(settings.storefronts.getByRole('listitem')).toHaveCount(2);

  await storage.open();
  await restoreBackup(page, backup, words.join(' '));
  await expect(storage.notice).toContainText('Restored: the shop as of');
  await storage.saved();
  await settings.goTo('Settings');
  await expect(settings.storefronts.getByRole('listitem')).toHaveText([/Etsy Nordlicht/]);

  await press(page, 'Control+z');
  await expect(storage.notice).toContainText('What was here before is back');
  await expect(settings.storefronts.getByRole('listitem')).toHaveCount(2);
  await storage.saved();

  await edition.close();
  const later = new SettingsPage(await edition.start());
  await later.goTo('Settings');
  await expect(later.storefronts.getByRole('listitem')).toHaveCount(2);
});

test('a shop that is gone comes back from its backup on the first page', async ({edition}) => {
  test.setTimeout(120_000);
  const page = await edition.start({demo: 300});
  const storage = new StoragePage(page);
  await expect(storage.demoStrip).toBeVisible();
  await storage.open();
  const words = await storage.toTheFile();
  const backup = await edition.fileFrom(page, () => storage.writeFile());
  await storage.done();
  await storage.goTo('Settings');
  await new SettingsPage(page).shops.getByRole('button', {name: 'Delete the demo shop'}).click();

  await restoreBackup(page, backup, words.join(' '));
  await expect(storage.notice).toContainText('Restored: the shop as of');
  await storage.goTo('Orders');
  await expect(page.locator('[data-index="0"] [role="gridcell"]').nth(1)).toHaveText(/\d/);
  await storage.saved();
});

test('a snapshot that is taken now can be gone back to, and every window shows it', async ({edition}) => {
  test.setTimeout(120_000);
  const page = await edition.start();
  const settings = await shopWith(page, 'Etsy Nordlicht');
  const storage = new StoragePage(page);
  await storage.open();
  const before = await storage.goBack.count();
  await page.getByRole('button', {name: 'Take one now'}).click();
  await expect(storage.goBack).toHaveCount(before + 1);
  await storage.goTo('Settings');
  await settings.addStorefront('Shopify Nordlicht');
  await expect(settings.storefronts.getByRole('listitem')).toHaveCount(2);

  const other = new SettingsPage(await edition.windowFrom(() => settings.command('New window')));
  await other.goTo('Settings');
  await expect(other.storefronts.getByRole('listitem')).toHaveCount(2);
  await storage.open();
  await storage.goBack.first().click();
  await expect(storage.notice).toContainText('The shop is as of');
  for (const shown of [settings, other]) {
    await shown.goTo('Settings');
    await expect(shown.storefronts.getByRole('listitem')).toHaveText([/Etsy Nordlicht/]);
  }
});
