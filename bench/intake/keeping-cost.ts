import {rm} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import type {Page} from 'playwright';
import {build} from 'vite';
import type {IntakeState} from '#core/intake/messages.ts';
import {assert, must} from '#core/lib/assert.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {business, storefront} from '#core/testing/given.ts';
import {inRoot} from '../../tools/run/places.mjs';
import {type Session, cpuOf, discard, launch, profileNamed, rest} from '../grid/browser.ts';
import {buildPages} from '../grid/build-pages.ts';
import {peerFolder, peerSource} from './places.ts';
import {type SheetFile, pounds} from './sheet-file.ts';

/** CPU seconds of all processes of the browser, each round. */
export interface KeepingCost {
  readonly ours: readonly number[];
  /** Each row of the file put alone. */
  readonly rows: readonly number[];
  /** Rows grouped to orders before they are put. */
  readonly orders: readonly number[];
  /** The same, each order with the rows it came from, so that a figure leads to its row. */
  readonly traced: readonly number[];
}

/** What a browser does by itself after a page was opened. */
const settledMs = 2_000;
/** Seldom, for the import pays for each answer. */
const lookAgainMs = 1_000;
const shop = {...storefront, channel: 'other', currency: pounds} as const;

/**
 * Brings the sheet in with everything that is kept of it: orders, their rows, the list's columns, what can be undone, the outbox,
 * the bytes of the file, all sealed where people are in it. Beside it the peers, which parse it and put bare rows or bare orders.
 * Each round begins with empty profiles, and with another side.
 */
export async function keepingCost(sheet: SheetFile, rounds: number): Promise<KeepingCost> {
  await buildPages();
  await build({
    configFile: false,
    logLevel: 'warn',
    root: peerSource,
    publicDir: false,
    build: {outDir: peerFolder, emptyOutDir: true, target: 'chrome138'},
  });
  const [product, peer] = [await serve(inRoot('dist', 'renderer')), await serve(peerFolder)];
  const sides = {
    ours: (session: Session) => ourKeeping(session, product.origin, sheet),
    rows: (session: Session) => peersKeeping(session, peer.origin, {sheet, as: 'rows'}),
    orders: (session: Session) => peersKeeping(session, peer.origin, {sheet, as: 'orders'}),
    traced: (session: Session) => peersKeeping(session, peer.origin, {sheet, as: 'traced'}),
  };
  const cost = {ours: [] as number[], rows: [] as number[], orders: [] as number[], traced: [] as number[]};
  const names = ['ours', 'rows', 'orders', 'traced'] as const;
  for (let round = 0; round < rounds; round += 1) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      cost[name].push(await onNewProfile(`intake-${name}-${String(round)}`, sides[name]));
    }
  }
  await Promise.all([product.close(), peer.close()]);
  return cost;
}

async function serve(folder: string) {
  const built = pathToFileURL(inRoot('dist', 'serve', 'serve.mjs')).href;
  const {startServer} = (await import(built)) as typeof import('../../tools/serve/server.ts');
  return startServer({folder, port: 0, version: 'bench'});
}

async function onNewProfile(name: string, work: (session: Session) => Promise<number>): Promise<number> {
  const profile = profileNamed(name);
  await rm(profile, {recursive: true, force: true});
  const session = await launch(profile);
  try {
    return await work(session);
  } finally {
    await session.close();
    await discard(profile);
  }
}

async function ourKeeping(session: Session, origin: string, {bytes, account}: SheetFile): Promise<number> {
  const {page} = session;
  await page.goto(origin);
  await page.getByRole('button', {name: 'Start my own shop'}).click();
  await page.getByLabel('Name').fill('Wholesaler');
  await page.getByRole('button', {name: 'Start', exact: true}).click();
  const calls = [callOf(createBusiness, business), callOf(createStorefront, shop)];
  await page.evaluate((made) => window.probe.callWorker('data.mutate', {calls: made}), calls);
  // The page shows the shop's orders, as it does while a person brings a file in.
  await page.goto(origin);
  await rest(settledMs);
  await page.evaluate((text) => {
    window.sheet = new Blob([text]);
  }, new TextDecoder().decode(bytes));

  const {cpu, value} = await cpuOf(session, async () => {
    await page.evaluate(async () => {
      const file = {name: 'retail.csv', changedAt: 1, blob: window.sheet};
      await window.probe.callWorker('intake.add', {files: [file]});
    });
    const read = await untilState(page, ({phase, files}) => phase === 'ready' && files.length === 1);
    const choice = {file: must(read.files[0], 'the file that was read').key, storefrontId: shop.id};
    await page.evaluate((chosen) => window.probe.callWorker('intake.choose', chosen), choice);
    await untilState(page, ({phase, files: [one]}) => phase === 'ready' && one?.status === 'ready');
    await page.evaluate(() => window.probe.callWorker('intake.accept', null));
    return untilState(page, ({phase}) => phase === 'kept' || phase === 'cancelled');
  });
  const [file] = value.files;
  assert(value.phase === 'kept' && value.counts.new === account.orders, 'every order of the sheet is kept');
  assert(file?.used === account.rows && file.totals[pounds] === account.totalMinor, 'to the last row and penny');
  return cpu;
}

async function untilState(page: Page, fits: (state: IntakeState) => boolean): Promise<IntakeState> {
  for (;;) {
    const state = await page.evaluate(() => window.probe.callWorker('intake.look', null));
    if (fits(state)) return state;
    await rest(lookAgainMs);
  }
}

async function peersKeeping(
  session: Session,
  origin: string,
  {sheet: {bytes, account}, as}: {readonly sheet: SheetFile; readonly as: 'rows' | 'orders' | 'traced'},
): Promise<number> {
  const {page} = session;
  await page.goto(origin);
  await rest(settledMs);
  await page.evaluate((text) => {
    window.sheet = new Blob([text]);
  }, new TextDecoder().decode(bytes));
  const {cpu, value} = await cpuOf(session, () =>
    page.evaluate((kept) => {
      if (kept === 'rows') return window.keepRows();
      return kept === 'orders' ? window.keepOrders() : window.keepTraced();
    }, as),
  );
  assert(value === account[as === 'rows' ? 'rows' : 'orders'], `the peer keeps as many as there are`);
  return cpu;
}
