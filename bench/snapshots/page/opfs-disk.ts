import {type Disk, type DiskFile} from '#core/journal/disk.ts';

/** As much of a disk as a snapshot needs: files of the browser's own file system, flushed. */
export class OpfsDisk implements Disk {
  async list(folder: string): Promise<readonly DiskFile[]> {
    const found: DiskFile[] = [];
    for await (const [name, entry] of (await navigator.storage.getDirectory()).entries()) {
      const path = name.replaceAll('~', '/');
      if (!path.startsWith(`${folder}/`) || !(entry instanceof FileSystemFileHandle)) continue;
      found.push({path, bytes: (await entry.getFile()).size});
    }
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  async read(path: string, range?: {readonly from: number; readonly to: number}) {
    const file = await (await this.#handle(path)).getFile();
    return new Uint8Array(await file.slice(range?.from, range?.to).arrayBuffer());
  }

  async write(path: string, at: number, bytes: Uint8Array): Promise<void> {
    const access = await (await this.#handle(path)).createSyncAccessHandle();
    access.truncate(at);
    access.write(bytes as Uint8Array<ArrayBuffer>, {at});
    access.flush();
    access.close();
  }

  replace(path: string, bytes: Uint8Array): Promise<void> {
    return this.write(path, 0, bytes);
  }

  async remove(path: string): Promise<void> {
    await (await navigator.storage.getDirectory()).removeEntry(path.replaceAll('/', '~'));
  }

  async freeBytes(): Promise<number | undefined> {
    return undefined;
  }

  async #handle(path: string): Promise<FileSystemFileHandle> {
    const root = await navigator.storage.getDirectory();
    return root.getFileHandle(path.replaceAll('/', '~'), {create: true});
  }
}
