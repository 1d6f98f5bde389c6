import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {pathToFileURL} from 'node:url';
import {must} from '#core/lib/assert.ts';
import {inRoot, root} from '../../tools/run/places.mjs';
import {launch, rest} from './browser.ts';

const version = 'bench';
const makingTimeoutMs = 30 * 60_000;
/** What the page remembers of itself is written a moment after it changed. */
const rememberedMs = 1_500;
const startTimeoutMs = 60_000;

type Server = Awaited<ReturnType<(typeof import('../../tools/serve/server.ts'))['startServer']>>;

/** The built page, served as `npm start` serves it; `port` 0 takes a free one. */
export async function serveProduct(port: number): Promise<Server> {
  const built = pathToFileURL(inRoot('dist', 'serve', 'serve.mjs')).href;
  const {startServer} = (await import(built)) as typeof import('../../tools/serve/server.ts');
  return startServer({folder: inRoot('dist', 'renderer'), port, version});
}

/**
 * Makes the demo shop in a new profile, as a person would, and leaves its window showing all orders. Answers when the shop
 * was made: with that the same shop can be told without the product.
 */
export async function prepareShop(
  profile: string,
  origin: string,
  {orderCount, allOrders}: {readonly orderCount: number; readonly allOrders: string},
): Promise<number> {
  const session = await launch(profile);
  const {page} = session;
  await page.goto(`${origin}/?demo=${orderCount}`);
  const choice = page.locator('nav button', {has: page.locator(`span:text-is("${allOrders}")`)});
  await choice.click({timeout: makingTimeoutMs});
  await page.locator(`[role=grid][aria-rowcount="${orderCount + 1}"]`).waitFor();
  const shops = await page.evaluate(() => window.probe.callWorker('shops.list', null));
  await rest(rememberedMs);
  await session.close();
  return must(
    shops.find(({kind}) => kind === 'demo'),
    'the demo shop that was made',
  ).madeAt;
}

/** `npm start`, but for the browser window: the command itself. Resolves when the page can be asked for. */
export async function startCommand(port: number): Promise<ChildProcess> {
  const args = [inRoot('tools', 'run.mjs'), 'start', '--no-open', `--port=${port}`];
  const child = spawn(process.execPath, args, {cwd: root, stdio: 'ignore'});
  const endsAt = performance.now() + startTimeoutMs;
  while (performance.now() < endsAt && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return child;
    await rest(10);
  }
  child.kill();
  throw new Error('npm start did not begin to answer');
}

export async function endCommand(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
