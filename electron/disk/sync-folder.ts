import {open} from 'node:fs/promises';

/**
 * Brings to the disk which files a folder has: a file that is flushed, but whose name is not, can be missing after a power
 * cut. Windows opens no folders, and keeps names by a journal of its own.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
