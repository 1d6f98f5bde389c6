import {randomBytes} from 'node:crypto';
import {EventEmitter} from 'node:events';
import {mkdirSync, readFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {BrowserWindowConstructorOptions} from 'electron/main';
import type {Frame, Page} from 'playwright';
import {toApp} from './address.ts';
import {StandinApp} from './app.ts';
import {type Program, killChromium, startChromium} from './chromium.ts';
import {deferred} from './deferred.ts';
import {createDialog} from './dialog.ts';
import type {Chromium, DialogAnswer, Host, LogEntry} from './host.ts';
import {StandinIpcMain} from './ipc.ts';
import {loadMain} from './load-main.ts';
import {loud} from './loud.ts';
import {createMessageChannel} from './message-ports.ts';
import {createMenu, createNet, createScreen, createShell, createTheme, type StandinMenu} from './native.ts';
import {startPageServer} from './page-server.ts';
import {createProtocol} from './protocol.ts';
import {createSafeStorage} from './safe-storage.ts';
import {StandinSession} from './session.ts';
import {StandinWindow, type WindowSurroundings} from './window.ts';

const root = resolve(import.meta.dirname, '../..');
const waitMs = 20_000;

export interface LaunchOptions {
  /** The profile: databases, files and what the desktop remembers; the same folder again is a relaunch. */
  readonly userData: string;
  readonly args?: readonly string[];
  readonly dialogAnswers?: readonly DialogAnswer[];
  /** A bundle in `dist/electron` of another application folder; the built one of this project by default. */
  readonly mainBundle?: string;
  /** The shell of Chromium by default, which is what Electron has of it. */
  readonly program?: Program | undefined;
}

/** The application running over the stand-in. */
export interface StandinDesktop {
  firstWindow(): Promise<Page>;
  /** Pages of the open windows, the frontmost last. */
  windows(): Page[];
  /** Waits until `count` windows show a page; returns them. */
  waitForWindow(count: number): Promise<Page[]>;
  /** The windows themselves, to drag, maximize or hang them; the frontmost last. */
  readonly browserWindows: readonly StandinWindow[];
  readonly log: readonly LogEntry[];
  readonly menu: Pick<StandinMenu, 'labels' | 'choose'>;
  /** Null while the application runs. */
  exitCode(): number | null;
  expectDialog(...answers: readonly DialogAnswer[]): void;
  /** What a frame would get if its script could reach `ipcRenderer.invoke`. */
  invokeFrom(frame: Frame, channel: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Lets an error of the main process go uncaught. */
  raise(error: Error): void;
  close(): Promise<void>;
  /** Ends Chromium at once by its process ids, and the application with it. */
  kill(): Promise<void>;
}

/** Starts the real main bundle. Resolves when it has run and Chromium is there, before its first page has loaded. */
export async function launchDesktop(options: LaunchOptions): Promise<StandinDesktop> {
  const mainBundle = options.mainBundle ?? join(root, 'dist/electron/main.cjs');
  const chromium = deferred<Chromium>();
  const host: Host = {
    userData: resolve(options.userData),
    appPath: resolve(dirname(mainBundle), '../..'),
    preloadNames: `standin${randomBytes(6).toString('hex')}`,
    log: [],
    chromium: chromium.promise,
    isOver: false,
  };
  mkdirSync(host.userData, {recursive: true});

  const windows: StandinWindow[] = [];
  const app = new StandinApp(host, () => {
    for (const window of windows.slice()) window.close();
    return windows.length === 0;
  });
  const versions = {electron: electronVersion(), chrome: ''};
  const [ipc, session, protocol, menu] = [new StandinIpcMain(), new StandinSession(), createProtocol(), createMenu()];
  const processEvents = new EventEmitter();
  const dialogAnswers = [...(options.dialogAnswers ?? [])];
  const processFacts = (): Readonly<Record<string, unknown>> => ({
    type: 'renderer',
    platform: process.platform,
    arch: process.arch,
    versions,
    sandboxed: true,
    contextIsolated: true,
  });
  const BrowserWindow = browserWindowClass({host, app, ipc, session, processFacts, windows});

  loadMain({
    path: mainBundle,
    args: options.args ?? [],
    versions: () => versions,
    processEvents,
    onExit: (code) => app.exit(code),
    electron: loud('electron', {
      app,
      BrowserWindow,
      MessageChannelMain: createMessageChannel(),
      ipcMain: ipc,
      protocol: protocol.module,
      session: loud('session', {defaultSession: session}),
      dialog: createDialog(host, dialogAnswers),
      safeStorage: createSafeStorage(host.userData),
      Menu: menu.module,
      nativeTheme: createTheme(),
      screen: createScreen(),
      net: createNet(protocol.answer),
      shell: createShell(host),
    } satisfies Partial<Record<keyof typeof import('electron'), object>>),
  });

  const stop = app.exitCode === null ? await begin() : async () => undefined;

  /** Everything that Electron does once the main script has run; returns how to end it. */
  async function begin(): Promise<(how: 'close' | 'kill') => Promise<void>> {
    const server = await startPageServer(protocol.answer);
    const started = await startChromium({
      userData: host.userData,
      port: server.port,
      program: options.program,
      leftOut: app.leftOut,
    });
    versions.chrome = started.version;
    protocol.markReady();
    chromium.resolve(started);
    app.begin();
    return async (how) => {
      if (how === 'kill') await killChromium(started);
      await started.context.close().catch(() => undefined);
      await server.close();
    };
  }

  const pages = (): Page[] => windows.flatMap((window) => window.webContents.page() ?? []);

  async function waitForWindow(count: number): Promise<Page[]> {
    const deadline = Date.now() + waitMs;
    while (Date.now() < deadline) {
      const open = pages();
      if (open.length === count) {
        await Promise.all(open.map((page) => page.waitForLoadState('load')));
        return open;
      }
      if (app.exitCode !== null) throw new Error(`The application ended with ${app.exitCode}`);
      await sleep(20);
    }
    throw new Error(`Waited for ${count} windows; there are ${pages().length}`);
  }

  async function firstWindow(): Promise<Page> {
    const [page] = await waitForWindow(1);
    if (!page) throw new Error('The first window has no page');
    return page;
  }

  return {
    firstWindow,
    windows: pages,
    waitForWindow,
    browserWindows: windows,
    log: host.log,
    menu,
    exitCode: () => app.exitCode,
    expectDialog: (...answers) => void dialogAnswers.push(...answers),
    invokeFrom(frame, channel, ...args) {
      const window = windows.find((candidate) => candidate.webContents.page() === frame.page());
      if (!window) throw new Error('The frame belongs to no window');
      return ipc.invoke({contents: window.webContents, frame: senderFrame(frame)}, channel, args);
    },
    raise: (error) => void processEvents.emit('uncaughtException', error),
    async close() {
      app.quit();
      host.isOver = true;
      await stop('close');
    },
    async kill() {
      host.isOver = true;
      app.exit(137);
      await stop('kill');
    },
  };
}

function senderFrame(frame: Frame): {url: string; parent: ReturnType<typeof senderFrame> | null} {
  const parent = frame.parentFrame();
  return {url: toApp(frame.url()), parent: parent && senderFrame(parent)};
}

function browserWindowClass(around: WindowSurroundings): object {
  let last = 0;

  class BrowserWindow extends StandinWindow {
    static getAllWindows(): StandinWindow[] {
      return [...around.windows];
    }

    static getFocusedWindow(): StandinWindow | null {
      return around.windows.at(-1) ?? null;
    }

    static fromWebContents(contents: object): StandinWindow | null {
      return around.windows.find((window) => window.webContents === contents) ?? null;
    }

    constructor(options: BrowserWindowConstructorOptions = {}) {
      last += 1;
      super(around, last, options);
      around.windows.push(this);
      around.app.emit('web-contents-created', {}, this.webContents);
    }
  }
  return loud('BrowserWindow', BrowserWindow);
}

function electronVersion(): string {
  const manifest = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8');
  return (JSON.parse(manifest) as {version: string}).version;
}
