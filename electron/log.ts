import {app} from 'electron';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {inspect} from 'node:util';
import {appendRotated} from './rotated-file.ts';
import {scrub} from './scrub.ts';

const bytesMax = 1024 * 1024;

export function logFile(): string {
  return join(app.getPath('userData'), 'logs', 'main.log');
}

/** Writes one entry to the log of the main process: what happened, never to whom. A log that cannot be written is not missed. */
export function log(event: string, error?: unknown): void {
  const what = error === undefined ? '' : inspect(error);
  try {
    appendRotated(
      logFile(),
      `${new Date().toISOString()} ${scrub(`${event} ${what}`.trimEnd(), homedir())}\n`,
      bytesMax,
    );
  } catch {
    return;
  }
}
