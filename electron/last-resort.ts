import {app, dialog} from 'electron';
import {basename} from 'node:path';
import {log, logFile} from './log.ts';
import type {Words} from './words.ts';

/**
 * A bug in the main process: written down, shown, and the end of the process. Going on would be guessing; the pages' data
 * is on the disk, transaction by transaction.
 */
export function closeOnBugs(words: () => Words): void {
  const close = (error: unknown): void => {
    log('main process failed', error);
    const {title, text} = words().trouble;
    dialog.showErrorBox(title, text.replace('{{file}}', basename(logFile())));
    app.exit(1);
  };
  process.on('uncaughtException', close);
  process.on('unhandledRejection', close);
}
