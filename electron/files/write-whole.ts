import {randomBytes} from 'node:crypto';
import {closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync} from 'node:fs';
import {open, rename, rm} from 'node:fs/promises';
import {dirname} from 'node:path';

/**
 * Writes a file so that its name never stands for half of it: written beside, brought to the disk, then renamed.
 * Throws what the file system throws, and leaves nothing behind. Killed meanwhile, `beside` may be left.
 */
export async function writeWhole(path: string, bytes: Uint8Array, beside = besideName(path)): Promise<void> {
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, {force: true});
    throw error;
  }
}

/** The same at once, for small files that must be written before the process ends; makes the folder. */
export function writeWholeNow(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  const beside = besideName(path);
  try {
    const file = openSync(beside, 'wx', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, {force: true});
    throw error;
  }
}

function besideName(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.part`;
}
