import {expect} from '@playwright/test';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {type LaunchOptions, type StandinDesktop, launchDesktop} from '../standin/desktop.ts';
import type {Edition, OnPage} from './edition.ts';

type DesktopOptions = Pick<LaunchOptions, 'mainBundle' | 'program'>;

/** The shipped main and preload bundles around the shipped page, over the stand-in for Electron. */
export function desktopEdition(profile: string, onPage: OnPage, options: DesktopOptions = {}): Edition {
  let running: StandinDesktop | undefined;

  function here(): StandinDesktop {
    if (!running) throw new Error('The desktop is not running');
    return running;
  }

  return {
    name: 'desktop',
    profile,
    async start({demo} = {}) {
      const args = demo === undefined ? [] : ['--demo', String(demo)];
      running = await launchDesktop({userData: profile, args, ...options});
      const page = await running.firstWindow();
      onPage(page);
      return page;
    },
    async windowFrom(act) {
      const before = here().windows();
      await act();
      const pages = await here().waitForWindow(before.length + 1);
      const page = pages.find((each) => !before.includes(each));
      if (!page) throw new Error('No window was opened');
      onPage(page);
      return page;
    },
    async fileFrom(_page, act) {
      const filePath = join(profile, `given-${Date.now()}.pdf`);
      here().expectDialog({dialog: 'showSaveDialog', answer: {canceled: false, filePath}});
      await act();
      await expect.poll(() => existsSync(filePath)).toBe(true);
      return {name: basename(filePath), bytes: await readFile(filePath)};
    },
    async close() {
      await running?.close();
      running = undefined;
    },
    async kill() {
      await running?.kill();
      running = undefined;
    },
  };
}
