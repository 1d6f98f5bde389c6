import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {Page} from 'playwright';
import {type RunningServer, startServer} from '../../tools/serve/server.ts';
import {type Program, killChromium, startChromium} from '../standin/chromium.ts';
import type {Chromium} from '../standin/host.ts';
import type {Edition, OnPage} from './edition.ts';

const builtPage = resolve(import.meta.dirname, '../../dist/renderer');
const size = {width: 1440, height: 900};

/** Serves the built page on a port of its own: `npm start` does no more. */
export function serveBuiltPage(): Promise<RunningServer> {
  return startServer({folder: builtPage, port: 0, version: '0.0.0'});
}

/**
 * The built page in Chromium, which can reach nothing but this machine. `origin` stays the same for the whole
 * story: the browser keeps a shop under exactly that.
 */
export function browserEdition(origin: string, profile: string, onPage: OnPage, program?: Program): Edition {
  let running: Chromium | undefined;

  async function shown(page: Page): Promise<Page> {
    await page.setViewportSize(size);
    return page;
  }

  return {
    name: 'browser',
    profile,
    async start({demo} = {}) {
      running = await startChromium({userData: profile, port: Number(new URL(origin).port), program});
      const {context} = running;
      context.pages().forEach(onPage);
      context.on('page', onPage);
      const page = await shown(context.pages()[0] ?? (await context.newPage()));
      await page.goto(demo === undefined ? origin : `${origin}/?demo=${demo}`);
      return page;
    },
    async windowFrom(act) {
      if (!running) throw new Error('No window is open');
      const [page] = await Promise.all([running.context.waitForEvent('page'), act()]);
      return shown(page);
    },
    async fileFrom(page, act) {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      return {name: download.suggestedFilename(), bytes: await readFile(await download.path())};
    },
    async close() {
      await running?.context.close();
      running = undefined;
    },
    async kill() {
      if (!running) return;
      const killed = running;
      running = undefined;
      await killChromium(killed);
      // What is dead cannot be closed; Playwright says so at one time and not at another.
      await killed.context.close().catch(() => undefined);
    },
  };
}
