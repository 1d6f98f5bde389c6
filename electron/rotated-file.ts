import {appendFileSync, mkdirSync, renameSync, statSync} from 'node:fs';
import {dirname} from 'node:path';

/**
 * Appends to a file that never outgrows `bytesMax`: before it would, it becomes `<path>.1`, and the one before that is
 * gone. Makes the folder; throws what the file system throws.
 */
export function appendRotated(path: string, text: string, bytesMax: number): void {
  mkdirSync(dirname(path), {recursive: true});
  const size = statSync(path, {throwIfNoEntry: false})?.size ?? 0;
  if (size > 0 && size + Buffer.byteLength(text) > bytesMax) renameSync(path, `${path}.1`);
  appendFileSync(path, text, {mode: 0o600});
}
