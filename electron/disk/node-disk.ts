import {randomBytes} from 'node:crypto';
import {constants} from 'node:fs';
import {type FileHandle, lstat, mkdir, open, readdir, rm, statfs} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {
  type Disk,
  DiskError,
  type DiskFile,
  checkDiskBytes,
  checkDiskPath,
  checkDiskPlace,
  isDiskPath,
} from '#core/journal/disk.ts';
import {PathTurns} from '#core/journal/path-turns.ts';
import {errorCode} from '../files/error-code.ts';
import {writeWhole} from '../files/write-whole.ts';
import {syncFolder} from './sync-folder.ts';

// Where the system has no such flag (Windows), `#checkWay` alone keeps links out.
const {O_CREAT, O_RDONLY, O_RDWR, O_NOFOLLOW = 0} = constants as Partial<typeof constants> & typeof constants;

/** No name of the port begins so, and none is listed: what a killed replacement left. */
const besidePrefix = '.part-';

/** The disk of this desk: files below one folder, whose names are the paths. It follows no link out of the folder. */
export class NodeDisk implements Disk {
  readonly #root: string;
  readonly #turns = new PathTurns();
  #ready: Promise<void> | undefined;

  /** The folder is made when it is first needed. */
  constructor(root: string) {
    this.#root = root;
  }

  list(folder: string): Promise<readonly DiskFile[]> {
    return asked(async () => {
      checkDiskPath(folder);
      await this.#open();
      await this.#checkWay(folder);
      const files = await this.#filesBelow(folder);
      return files.sort((a, b) => (a.path < b.path ? -1 : 1));
    });
  }

  read(
    path: string,
    range?: {readonly from: number; readonly to: number},
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#inTurn(path, async () => {
      const file = await openThere(this.#place(path), O_RDONLY | O_NOFOLLOW);
      if (!file) return undefined;
      try {
        const size = await sizeOf(file);
        const from = Math.min(Math.max(range?.from ?? 0, 0), size);
        const to = Math.max(Math.min(range?.to ?? size, size), from);
        checkDiskBytes(to - from);
        return await readAll(file, new Uint8Array(to - from), from);
      } finally {
        await file.close();
      }
    });
  }

  write(path: string, at: number, bytes: Uint8Array): Promise<void> {
    return this.#inTurn(path, async () => {
      checkDiskBytes(bytes.byteLength);
      const place = this.#place(path);
      const found = await openThere(place, O_RDWR | O_NOFOLLOW);
      if (!found) {
        checkDiskPlace(at, 0);
        await this.#makeFolders(dirname(place));
      }
      const file = found ?? (await open(place, O_RDWR | O_CREAT | O_NOFOLLOW, 0o600));
      try {
        const size = await sizeOf(file);
        checkDiskPlace(at, size);
        if (at < size) await file.truncate(at);
        await writeAll(file, bytes, at);
        await file.datasync();
      } finally {
        // Nobody waits for it: what was flushed is there.
        file.close().catch(() => undefined);
      }
      if (!found) await syncFolder(dirname(place));
    });
  }

  replace(path: string, bytes: Uint8Array): Promise<void> {
    return this.#inTurn(path, async () => {
      checkDiskBytes(bytes.byteLength);
      const place = this.#place(path);
      const folder = dirname(place);
      await this.#makeFolders(folder);
      await writeWhole(place, bytes, join(folder, besidePrefix + randomBytes(6).toString('hex')));
      await syncFolder(folder);
    });
  }

  remove(path: string): Promise<void> {
    return this.#inTurn(path, async () => {
      const place = this.#place(path);
      if (!(await isThere(place))) return;
      await rm(place);
      await syncFolder(dirname(place));
    });
  }

  async release(): Promise<void> {
    // The desktop keeps nothing open, and all its windows write through one process.
  }

  freeBytes(): Promise<number> {
    return asked(async () => {
      await this.#open();
      const {bavail, bsize} = await statfs(this.#root);
      return Math.min(bavail * bsize, Number.MAX_SAFE_INTEGER);
    });
  }

  #place(path: string): string {
    return join(this.#root, ...path.split('/'));
  }

  #inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
    return asked(async () => {
      checkDiskPath(path);
      return this.#turns.take(path, async () => {
        await this.#open();
        await this.#checkWay(path);
        return work();
      });
    });
  }

  /** Makes the folder and clears what a killed replacement left in it; tried anew after a failure. */
  #open(): Promise<void> {
    const opened = async (): Promise<void> => {
      await mkdir(this.#root, {recursive: true, mode: 0o700});
      await clearLeftovers(this.#root);
    };
    this.#ready ??= opened().catch((error: unknown) => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  /** Refuses a path on which a link lies: it could lead out of the folder. */
  async #checkWay(path: string): Promise<void> {
    const names = path.split('/');
    // All at once: somebody may wait for what is written.
    const places = names.map((_, at) => join(this.#root, ...names.slice(0, at + 1)));
    const found = await Promise.all(places.map((place) => lstat(place).catch(nothingThere)));
    if (found.some((one) => one?.isSymbolicLink())) {
      throw new DiskError('other', new Error('a link in the folder of the disk'));
    }
  }

  /** New folders are brought to the disk, each in the one it lies in. */
  async #makeFolders(folder: string): Promise<void> {
    const first = await mkdir(folder, {recursive: true, mode: 0o700});
    for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) {
      await syncFolder(dirname(made));
    }
  }

  async #filesBelow(folder: string): Promise<DiskFile[]> {
    const entries = await readdir(this.#place(folder), {withFileTypes: true}).catch(nothingThere);
    const files: DiskFile[] = [];
    for (const entry of entries ?? []) {
      const path = `${folder}/${entry.name}`;
      if (!isDiskPath(path)) continue;
      if (entry.isDirectory()) files.push(...(await this.#filesBelow(path)));
      if (!entry.isFile()) continue;
      const found = await lstat(this.#place(path)).catch(nothingThere);
      if (found) files.push({path, bytes: found.size});
    }
    return files;
  }
}

async function clearLeftovers(folder: string): Promise<void> {
  for (const entry of await readdir(folder, {withFileTypes: true})) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) await clearLeftovers(place);
    else if (entry.name.startsWith(besidePrefix)) await rm(place, {force: true});
  }
}

async function openThere(place: string, flags: number): Promise<FileHandle | undefined> {
  return open(place, flags).catch(nothingThere);
}

async function isThere(place: string): Promise<boolean> {
  return (await lstat(place).catch(nothingThere)) !== undefined;
}

/** Only plain files: a device or a folder has no size that means anything here. */
async function sizeOf(file: FileHandle): Promise<number> {
  const found = await file.stat();
  if (!found.isFile()) throw new DiskError('other', new Error('no plain file'));
  return found.size;
}

async function readAll(
  file: FileHandle,
  bytes: Uint8Array<ArrayBuffer>,
  from: number,
): Promise<Uint8Array<ArrayBuffer>> {
  let done = 0;
  while (done < bytes.byteLength) {
    const {bytesRead} = await file.read(bytes, done, bytes.byteLength - done, from + done);
    if (bytesRead === 0) return bytes.slice(0, done);
    done += bytesRead;
  }
  return bytes;
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    const {bytesWritten} = await file.write(bytes, done, bytes.byteLength - done, at + done);
    done += bytesWritten;
  }
}

/** A file below something that is no folder is as little there as one in an empty folder. */
function nothingThere(error: unknown): undefined {
  if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
  throw error;
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DiskError) throw error;
    const code = errorCode(error);
    throw new DiskError(code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : code === 'EBUSY' ? 'busy' : 'other', error);
  }
}
