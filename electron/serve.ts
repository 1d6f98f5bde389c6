import {BrowserWindow, ipcMain, type WebContents} from 'electron';
import {must} from '#core/lib/assert.ts';
import {flag, check, object} from '#core/lib/shape.ts';
import {type Answers, answerCall} from './answer-call.ts';
import {ipcNames, type PreloadFacts} from './ipc-names.ts';
import {log} from './log.ts';
import {isOurPage} from './origin.ts';

const factsShape = object({sandboxed: flag(), contextIsolated: flag()});

const factsByPage = new WeakMap<WebContents, PreloadFacts>();

/** What a page's preload said about its own process, or null if it has not spoken. */
export function preloadFacts(contents: WebContents): PreloadFacts | null {
  return factsByPage.get(contents) ?? null;
}

/** Answers our pages' calls, for as long as the process lives. */
export function serve(answers: Answers<BrowserWindow>): void {
  ipcMain.handle(ipcNames.call, async (event, channel: unknown, args: unknown) => {
    const window = (): BrowserWindow =>
      must(BrowserWindow.fromWebContents(event.sender), 'pages of ours live in windows of ours');
    try {
      return await answerCall(answers, {frame: event.senderFrame, channel, args}, window);
    } catch (error) {
      log('a call of the page failed', error);
      throw error;
    }
  });

  ipcMain.on(ipcNames.woke, (event, facts: unknown) => {
    const checked = check(factsShape, facts);
    if (checked.ok && isOurPage(event.senderFrame)) factsByPage.set(event.sender, checked.value);
  });
}
