import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {chromium as launcher} from 'playwright';
import {chromiumArguments} from './chromium-arguments.ts';
import type {Chromium} from './host.ts';

const deathMaxMs = 10_000;

/**
 * `shell` is Chromium without the browser around its pages: no profile of a person, no lists below an address bar. It is closer to
 * Electron, and starts in half the time. `whole` is the browser that a person opens Tradewind in.
 */
export type Program = 'shell' | 'whole';

interface ChromiumStart {
  readonly userData: string;
  readonly port: number;
  readonly program?: Program | undefined;
  /** Features it leaves out beside those that no story needs. */
  readonly leftOut?: readonly string[];
}

/** Starts the machine's Chromium on the profile below `userData`; every name below `localhost` leads to `port`. */
export async function startChromium({
  userData,
  port,
  program = 'shell',
  leftOut = [],
}: ChromiumStart): Promise<Chromium> {
  const rules = [`MAP *.localhost:80 127.0.0.1:${port}`, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  const context = await launcher.launchPersistentContext(join(userData, 'chromium'), {
    executablePath: programPath(program),
    headless: true,
    viewport: null,
    acceptDownloads: true,
    args: [...chromiumArguments(leftOut), `--host-resolver-rules=${rules.join(',')}`],
  });
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gives no browser for this context');
  return {context, control: await browser.newBrowserCDPSession(), version: browser.version()};
}

/** Where it stands; where there is no shell, the whole browser does. */
export function programPath(program: Program): string {
  const {HEADLESS_SHELL_PATH: shell, CHROMIUM_PATH: whole = '/usr/bin/chromium'} = process.env;
  return program === 'shell' ? (shell ?? whole) : whole;
}

/** Ends Chromium as a power cut would, by the ids of its processes; returns when none of them is left. */
export async function killChromium({control}: Chromium): Promise<void> {
  const {processInfo} = await control.send('SystemInfo.getProcessInfo');
  const ids = new Set(processInfo.flatMap(({id}) => [id, ...descendantsOf(id)]));

  for (const id of ids) signal(id, 'SIGKILL');
  const deadline = Date.now() + deathMaxMs;
  while ([...ids].some(isAlive)) {
    if (Date.now() > deadline) throw new Error('Chromium survived its own end');
    await sleep(20);
  }
}

function signal(id: number, name: 'SIGKILL' | 0): boolean {
  try {
    return process.kill(id, name);
  } catch {
    return false;
  }
}

interface ProcessLine {
  readonly id: number;
  readonly parent: number;
  readonly state: string;
}

/** A process that waits to be collected by a parent that is gone is dead too. */
function isAlive(id: number): boolean {
  return signal(id, 0) && processLine(id)?.state !== 'Z';
}

function processLine(id: number): ProcessLine | null {
  try {
    const [state = '', parent = ''] = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return {id, parent: Number(parent), state};
  } catch {
    return null;
  }
}

/** Helpers that Chromium does not count among its processes, where the system tells of them. */
function descendantsOf(id: number): number[] {
  const children = allProcesses().filter((line) => line.parent === id);
  return children.flatMap((line) => [line.id, ...descendantsOf(line.id)]);
}

function allProcesses(): ProcessLine[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (processLine(Number(name)) ?? []) : []));
}
