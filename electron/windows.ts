import {app, BrowserWindow, nativeTheme, screen} from 'electron';
import {join} from 'node:path';
import {must} from '#core/lib/assert.ts';
import type {DesktopEvent} from '#core/shell/contract.ts';
import {ipcNames} from './ipc-names.ts';
import type {Look} from './look.ts';
import {appOrigin} from './origin.ts';
import {load} from './load.ts';
import {recover} from './recovery.ts';
import {type Bounds, placeWindow, smallestWindow} from './window-bounds.ts';
import {type WindowMemory, windowMemory} from './window-memory.ts';

const rememberAfterMs = 500;

export interface Windows {
  /** Opens one more window at a route of the application, such as `/orders`. */
  open(route: string): void;
  /** Brings a window to the front, opening one if there is none. */
  focus(): void;
  /** The window a menu speaks to. */
  front(): BrowserWindow | null;
  /** Tells every page. */
  tell(event: DesktopEvent): void;
}

export function createWindows({preload, look}: {preload: string; look: Look}): Windows {
  const memory = windowMemory(join(app.getPath('userData'), 'window-state.json'));
  const numbers = new Map<BrowserWindow, number>();

  nativeTheme.on('updated', () => {
    for (const window of numbers.keys()) window.setBackgroundColor(look.background());
  });

  function open(route: string): void {
    const number = smallestFree(new Set(numbers.values()));
    const place = memory.placeOf(number);
    const window = new BrowserWindow({
      ...placeWindow(place, workAreas()),
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      show: false,
      backgroundColor: look.background(),
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    });
    numbers.set(window, number);
    window.on('closed', () => numbers.delete(window));
    window.once('ready-to-show', () => {
      if (place?.maximized) window.maximize();
      window.show();
    });
    rememberPlace(window, number, memory);
    recover(window);
    load(window.webContents, appOrigin + route);
  }

  function front(): BrowserWindow | null {
    return BrowserWindow.getFocusedWindow() ?? [...numbers.keys()].at(-1) ?? null;
  }

  function focus(): void {
    const window = front();
    if (!window) return open('/');
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  function tell(event: DesktopEvent): void {
    for (const window of numbers.keys()) window.webContents.send(ipcNames.event, event);
  }

  return {open, focus, front, tell};
}

/** Remembers at rest and at the end: a desk that loses power keeps its windows too. */
function rememberPlace(window: BrowserWindow, number: number, memory: WindowMemory): void {
  let pending: NodeJS.Timeout | undefined;

  const remember = (): void => {
    clearTimeout(pending);
    if (window.isDestroyed()) return;
    const {x, y, width, height} = window.getNormalBounds();
    memory.remember(number, {x, y, width, height, maximized: window.isMaximized()});
  };
  const rememberSoon = (): void => {
    clearTimeout(pending);
    pending = setTimeout(remember, rememberAfterMs);
  };

  window.on('resize', rememberSoon);
  window.on('move', rememberSoon);
  window.on('maximize', rememberSoon);
  window.on('unmaximize', rememberSoon);
  window.on('close', remember);
}

function workAreas(): readonly [Bounds, ...Bounds[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary.workArea, ...others.map((display) => display.workArea)];
}

function smallestFree(taken: ReadonlySet<number>): number {
  const candidates = Array.from({length: taken.size + 1}, (_, number) => number);
  return must(
    candidates.find((number) => !taken.has(number)),
    'n numbers cannot take n + 1 places',
  );
}
