import {expect} from '@playwright/test';
import {readFileSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright';
import type {StandinDesktop} from './standin/desktop.ts';
import {test} from './standin/tiny-desktop.ts';

/** The page that took the place of one that is gone. */
async function pageAfter(desktop: StandinDesktop, gone: Page | undefined): Promise<Page> {
  await expect.poll(() => desktop.windows().length === 1 && desktop.windows()[0] !== gone).toBe(true);
  return desktop.firstWindow();
}

test('windows come back where they were, in the light they had', async ({open}) => {
  const first = await open();
  await first.page.evaluate(() => window.desktop.call('theme.set', {theme: 'dark'}));
  first.desktop.browserWindows[0]?.setBounds({x: 300, y: 120, width: 1100, height: 760});
  await first.desktop.close();

  const {desktop, page} = await open();
  expect(desktop.log.find(({what}) => what === 'window')?.detail).toEqual({
    x: 300,
    y: 120,
    width: 1100,
    height: 760,
    backgroundColor: '#14181a',
  });

  await page.evaluate(() => window.desktop.call('window.open', {route: '/stock?low=1'}));
  const pages = await desktop.waitForWindow(2);
  expect(pages.map((each) => new URL(each.url()).pathname)).toContain('/stock');
});

test('a torn file of window places is no reason not to start', async ({userData, open}) => {
  writeFileSync(join(userData, 'window-state.json'), '[{"x": 12');
  const {desktop} = await open();

  expect(desktop.browserWindows[0]?.getBounds()).toMatchObject({width: 1440, height: 900});
});

test('a page that crashes is started again, and after three times in a minute left with the way back', async ({
  userData,
  open,
}) => {
  const {desktop} = await open();

  for (const _time of [1, 2, 3]) {
    const [page] = desktop.windows();
    desktop.browserWindows[0]?.webContents.forcefullyCrashRenderer();
    const again = await pageAfter(desktop, page);
    await expect(again.locator('body[data-ready]')).toBeAttached();
  }

  const [last] = desktop.windows();
  desktop.browserWindows[0]?.emit('unresponsive');
  const stopped = await pageAfter(desktop, last);
  await expect(stopped.getByRole('heading')).toHaveText('This window has stopped');

  await stopped.getByRole('link', {name: 'Start this window again'}).click();
  await expect(stopped.locator('body[data-ready]')).toBeAttached();
  expect(readFileSync(join(userData, 'logs', 'main.log'), 'utf8')).toContain('page is gone: crashed');
});

test('a bug in the main process is written down without names, shown, and the end of it', async ({userData, open}) => {
  const {desktop} = await open();
  desktop.expectDialog({dialog: 'showErrorBox', answer: {}});
  desktop.raise(new Error(`no rows for ann.lee@example.com in ${homedir()}/shop`));

  expect(desktop.exitCode()).toBe(1);
  expect(desktop.log.find(({what}) => what === 'dialog.showErrorBox')?.detail).toMatchObject({
    title: 'Tradewind has to close',
    content: expect.stringContaining('main.log'),
  });
  const written = readFileSync(join(userData, 'logs', 'main.log'), 'utf8');
  expect(written).toContain('main process failed Error: no rows for <e-mail> in ~/shop');
});

test('databases, files and workers of the page outlive a power cut', async ({open}) => {
  const first = await open();
  await first.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('shop', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('orders');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('orders', 'readwrite', {durability: 'strict'});
          writing.objectStore('orders').put({number: 'A-1'}, 1);
          writing.oncomplete = () => resolve();
        };
      }),
  );
  const work = (page: Page): Promise<unknown> =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker('/assets/worker.js', {type: 'module'});
          worker.onmessage = (event) => resolve(event.data);
          worker.onerror = (event) => reject(new Error(event.message));
        }),
    );
  expect(await work(first.page)).toEqual({rows: 1, data: {orders: 3}, isSecure: true});
  await first.desktop.kill();

  const {page} = await open();
  const order = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('shop', 1);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('orders').objectStore('orders').get(1);
          reading.onsuccess = () => resolve(reading.result);
        };
      }),
  );
  expect(order).toEqual({number: 'A-1'});
  expect(await work(page)).toEqual({rows: 2, data: {orders: 3}, isSecure: true});
});
