import type {Disk} from '#core/journal/disk.ts';
import type {DiskSaid} from '#core/journal/disk-messages.ts';
import {type DiskLine, PortDisk} from '#core/journal/port-disk.ts';
import {OpfsDisk} from './opfs-disk.ts';

const folderName = 'disk';

/** The disk behind the desktop's port, where the page gave one; else the browser's own files; undefined where it has none. */
export async function openDisk(port?: MessagePort): Promise<Disk | undefined> {
  if (port) return new PortDisk(lineOf(port));
  if (typeof FileSystemFileHandle !== 'function' || !('createSyncAccessHandle' in FileSystemFileHandle.prototype))
    return undefined;
  try {
    const root = await navigator.storage.getDirectory();
    return new OpfsDisk(await root.getDirectoryHandle(folderName, {create: true}));
  } catch {
    // Such as a private window that keeps no files.
    return undefined;
  }
}

function lineOf(port: MessagePort): DiskLine {
  return {
    post: (ask) => port.postMessage(ask),
    listen(hear, closed) {
      port.addEventListener('message', ({data}: MessageEvent<DiskSaid>) => hear(data));
      // An event that Electron has and Chromium has not.
      port.addEventListener('close', closed);
      port.start();
    },
  };
}
