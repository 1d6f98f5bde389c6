import {expect, test as base} from '@playwright/test';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright';
import type {Desktop, DesktopEvent} from '#core/shell/contract.ts';
import {type LaunchOptions, launchDesktop, type StandinDesktop} from './desktop.ts';
import {buildTinyApp} from './tiny-app.ts';

declare global {
  interface Window {
    readonly desktop: Desktop;
    /** What the tiny page heard from the desktop so far. */
    heard: DesktopEvent[];
  }
}

type Launch = (options?: Omit<LaunchOptions, 'userData' | 'mainBundle'>) => Promise<StandinDesktop>;

interface TinyDesktop {
  /** The profile of this story, empty at its beginning. */
  readonly userData: string;
  /** Starts the application, and ends it after the story. */
  readonly launch: Launch;
  /** The same, and waits for its page. */
  readonly open: (...options: Parameters<Launch>) => Promise<{desktop: StandinDesktop; page: Page}>;
}

interface TinyApp {
  /** The application's folder, laid out as it is shipped. */
  readonly appFolder: string;
}

/** Stories about the desktop itself, around the smallest page. */
export const test = base.extend<TinyDesktop, TinyApp>({
  appFolder: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern; here none.
    async ({}, give) => {
      const folder = mkdtempSync(join(tmpdir(), 'tradewind-app-'));
      await buildTinyApp(folder);
      await give(folder);
      rmSync(folder, {recursive: true});
    },
    {scope: 'worker'},
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern; here none.
  userData: async ({}, give) => {
    const folder = mkdtempSync(join(tmpdir(), 'tradewind-profile-'));
    await give(folder);
    rmSync(folder, {recursive: true});
  },
  launch: async ({appFolder, userData}, give) => {
    const running: StandinDesktop[] = [];
    await give(async (options = {}) => {
      const mainBundle = join(appFolder, 'dist/electron/main.cjs');
      const desktop = await launchDesktop({userData, mainBundle, ...options});
      running.push(desktop);
      return desktop;
    });
    for (const desktop of running) await desktop.close();
  },
  open: async ({launch}, give) => {
    await give(async (options) => {
      const desktop = await launch(options);
      const page = await desktop.firstWindow();
      await expect(page.locator('body[data-ready]')).toBeAttached();
      return {desktop, page};
    });
  },
});
