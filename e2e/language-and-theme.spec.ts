import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {test} from './editions/story.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {SettingsPage} from './pages/settings-page.ts';

function look(page: Page): Promise<{language: string; scheme: string | undefined; title: string | null}> {
  return page.evaluate(() => ({
    language: document.documentElement.lang,
    scheme: document.documentElement.dataset['scheme'],
    title: document.querySelector('main h1')?.textContent ?? null,
  }));
}

test('language and theme change at once, by settings or by the palette, and stay after a restart', async ({
  edition,
}) => {
  const page = await edition.start({demo: 300});
  await new OrdersPage(page).shown();
  const settings = new SettingsPage(page);
  await settings.goTo('Settings');
  const bright = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  await settings.choose('Theme', 'Dark');
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(bright);
  await settings.choose('Language', '简体中文');
  await expect.poll(() => look(page)).toEqual({language: 'zh-CN', scheme: 'dark', title: '设置'});

  await edition.close();
  const later = await edition.start();
  await expect.poll(() => look(later)).toEqual({language: 'zh-CN', scheme: 'dark', title: '待办'});

  // The palette finds actions by their English names too.
  await later.keyboard.press('Control+k');
  await later.getByRole('combobox', {name: '命令面板'}).fill('Switch to English');
  await later.keyboard.press('Enter');
  await new OrdersPage(later).command('Light theme');
  await expect.poll(() => look(later)).toEqual({language: 'en', scheme: 'light', title: 'To do'});
});
