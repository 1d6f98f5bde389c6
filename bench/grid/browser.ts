import {cp, rm} from 'node:fs/promises';
import path from 'node:path';
import {type BrowserContext, type Page, chromium} from 'playwright';
import {must} from '#core/lib/assert.ts';
import {onePage} from '../../tools/run/window.mjs';
import {probeFile, workFolder} from './places.ts';
import type {Brief} from './probe/main.ts';
import {ProcessTree} from './process-tree.ts';

const viewport = {width: 1440, height: 900};
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  // The window `npm start` opens: no tabs and no address bar, whose own page would be weighed as ours.
  '--app=data:text/html,',
  ...onePage,
];

let copies = 0;

/** A browser with one window, on a profile of its own. */
export interface Session {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly processes: ProcessTree;
  readonly profile: string;
  close(): Promise<void>;
}

export function profileNamed(name: string): string {
  return path.join(workFolder, 'profiles', name);
}

/** A copy of a prepared profile, so that each round begins from the same disk. */
export async function copyOf(profile: string): Promise<string> {
  copies += 1;
  const copy = `${profile}-${copies}`;
  await cp(profile, copy, {recursive: true, filter: (file) => !path.basename(file).startsWith('Singleton')});
  return copy;
}

export async function discard(profile: string): Promise<void> {
  await rm(profile, {recursive: true, force: true});
}

/** Starts a browser; every page in it gets the probe, and the brief before its own script runs. */
export async function launch(profile: string, brief: Brief = {}): Promise<Session> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: must(process.env['CHROMIUM_PATH'], 'CHROMIUM_PATH names a browser'),
    args,
    viewport,
    locale: 'en-US',
  });
  await context.addInitScript(`window.brief = ${JSON.stringify(brief)};`);
  await context.addInitScript({path: probeFile});
  const page = must(context.pages()[0], 'a browser opens with a window');
  return {page, context, processes: new ProcessTree(profile), profile, close: () => context.close()};
}

/** CPU seconds that all processes of the browser spend on some work. */
export async function cpuOf<T>(
  session: Session,
  work: () => Promise<T>,
): Promise<{readonly cpu: number; readonly value: T}> {
  const before = session.processes.cpuSeconds();
  const value = await work();
  return {cpu: session.processes.cpuSeconds() - before, value};
}

export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
