import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Page} from 'playwright';
import {must} from '#core/lib/assert.ts';
import type {Call} from '#core/sync/define.ts';
import type {SyncState, TableDigest} from '#core/sync/messages.ts';
import {type RunningServer, startServer} from '../../../tools/serve/server.ts';
import {startChromium} from '../../standin/chromium.ts';
import type {Chromium} from '../../standin/host.ts';
import {tapWorker} from '../kill/tap.ts';

/** Runs before anything else in pages and workers of a desk whose clock is wrong by so much. */
function wrongClock(ms: number): string {
  return `{const Right=Date;globalThis.Date=class extends Right{constructor(...told){super(...(told.length===0?[Right.now()+(${ms})]:told))}static now(){return Right.now()+(${ms})}};}\n`;
}

const shopMaxMs = 60_000;
const builtPage = path.resolve(import.meta.dirname, '../../../dist/renderer');

/** A copy of the built page whose workers begin with that: a browser that is told to change what it loads asks otherwise. */
function pageWithClock(profile: string, clock: string): string {
  const folder = path.join(profile, 'page');
  cpSync(builtPage, folder, {recursive: true});
  const workers = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => /worker.*\.js$/.test(name));
  for (const name of workers) {
    const file = path.join(folder, name);
    writeFileSync(file, clock + readFileSync(file, 'utf8'));
  }
  return folder;
}

/** The built application in a browser of its own, with a clock that may be wrong. */
export class NetworkDesk {
  readonly name: string;
  readonly #offsetMs: number;
  readonly #profile = mkdtempSync(path.join(tmpdir(), 'tradewind-network-'));
  #server: RunningServer | undefined;
  #running: Chromium | undefined;
  #page: Page | undefined;

  constructor(name: string, offsetMs: number) {
    this.name = name;
    this.#offsetMs = offsetMs;
  }

  get page(): Page {
    return must(this.#page, 'a desk that was opened');
  }

  /** `acknowledged` hears what a person would see saved. */
  async open(acknowledged: (tokens: readonly string[]) => void): Promise<this> {
    const clock = wrongClock(this.#offsetMs);
    this.#server = await startServer({folder: pageWithClock(this.#profile, clock), port: 0, version: '0.0.0'});
    const {origin} = this.#server;
    this.#running = await startChromium({
      userData: this.#profile,
      port: Number(new URL(origin).port),
      program: 'whole',
    });
    const {context} = this.#running;
    await context.exposeFunction('acknowledged', acknowledged);
    // The runner of this script names functions by a helper of its own, which a page has not.
    await context.addInitScript(`globalThis.__name = (named) => named;\n${clock}`);
    await context.addInitScript(tapWorker, true);
    this.#page = context.pages()[0] ?? (await context.newPage());
    await this.page.goto(origin);
    return this;
  }

  ask(name: string, args: unknown): Promise<unknown> {
    return this.page.evaluate(([asked, told]) => window.tap.ask(asked, told), [name, args] as const);
  }

  /** Puts its shop on a master, as its owner does. */
  async putOn(url: string, setupCode: string): Promise<void> {
    await this.#goTo('Desks');
    const {page} = this;
    await page.getByRole('button', {name: 'Put this shop on a master'}).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address of the master').fill(url);
    await dialog.getByLabel('Setup code').fill(setupCode);
    await dialog.getByLabel('Name of this desk').fill(this.name);
    await dialog.getByRole('button', {name: 'Put it there'}).click();
    await this.#applied();
  }

  async code(): Promise<string> {
    const told = (await this.ask('sync.code', {minutes: 10})) as {readonly value: {readonly code: string}};
    return told.value.code;
  }

  async join(code: string): Promise<void> {
    const {page} = this;
    await page.getByRole('button', {name: 'Join a shop'}).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Join code').fill(code);
    await dialog.getByLabel('Name of this desk').fill(this.name);
    await dialog.getByRole('button', {name: 'Join', exact: true}).click();
    await this.#applied();
  }

  /** Does an act under a token; the token is acknowledged once all of it is saved. Answers how much of it was done. */
  async act(calls: readonly Call[], token: string): Promise<number> {
    return this.page.evaluate(
      async ([told, batch]) => {
        const outcomes = (await window.tap.ask('data.mutate', {calls: told, batch})) as readonly {n?: number}[];
        const numbers = outcomes.flatMap(({n}) => n ?? []);
        if (numbers.length > 0) void window.tap.saved(Math.max(...numbers)).then(() => window.acknowledged([batch]));
        return numbers.length;
      },
      [calls, token] as const,
    );
  }

  async look(): Promise<Extract<SyncState, {state: 'joined'}>> {
    const state = (await this.ask('sync.look', null)) as SyncState;
    if (state.state === 'absent') throw new Error(`${this.name} has no master`);
    return state;
  }

  /** The network is back. */
  async hurry(): Promise<void> {
    await this.ask('sync.now', null);
  }

  /** Tables that are not as the master has them, and the place at which they were compared. */
  async compared(): Promise<{readonly seq: number; readonly others: readonly string[]}> {
    const told = (await this.ask('sync.compare', null)) as {
      readonly ok: boolean;
      readonly value: {readonly seq: number; readonly tables: readonly TableDigest[]};
    };
    if (!told.ok) return {seq: -1, others: ['nothing could be compared']};
    return {seq: told.value.seq, others: told.value.tables.filter(({isSame}) => !isSame).map(({table}) => table)};
  }

  async close(): Promise<void> {
    await this.#running?.context.close();
    await this.#server?.close();
    rmSync(this.#profile, {recursive: true, force: true, maxRetries: 3});
  }

  async #applied(): Promise<void> {
    const {page} = this;
    const applied = page.getByRole('contentinfo').getByText('Applied');
    await applied.waitFor({timeout: shopMaxMs}).catch(async () => {
      throw new Error(`${this.name} does not come to its master: ${await page.locator('body').innerText()}`);
    });
  }

  async #goTo(room: string): Promise<void> {
    await this.page.getByRole('navigation', {name: 'Main'}).getByRole('link', {name: room}).click();
  }
}
