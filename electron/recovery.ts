import type {BrowserWindow} from 'electron';
import {load} from './load.ts';
import {log} from './log.ts';
import {appOrigin, stoppedPath} from './origin.ts';
import {reloadBudget} from './reload-budget.ts';

/** Starts a page that crashed or hangs again; when that does not help, shows what is safe and the way back. */
export function recover(window: BrowserWindow): void {
  const budget = reloadBudget();
  const contents = window.webContents;

  // A page of ours never computes for long (its workers do), so one that does not answer will not: end it, then start it.
  window.on('unresponsive', () => {
    log('page does not answer');
    contents.forcefullyCrashRenderer();
  });

  contents.on('render-process-gone', (_event, {reason}) => {
    if (reason === 'clean-exit') return;
    log(`page is gone: ${reason}`);
    // Not inside the event: Chromium is still taking the old process apart.
    setImmediate(() => {
      if (window.isDestroyed()) return;
      if (budget.spend(Date.now())) contents.reload();
      else load(contents, appOrigin + stoppedPath);
    });
  });
}

/** The person's own way to start a page again, wherever it has got to. */
export function startAgain(window: BrowserWindow): void {
  const {pathname} = new URL(window.webContents.getURL());
  if (pathname === stoppedPath) load(window.webContents, `${appOrigin}/`);
  else window.webContents.reload();
}
