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
import {Generations, baseOfGeneration, hasGeneration} from './generations.ts';
import {OpenFiles} from './open-files.ts';
import {type SyncFile, openSyncFile, thereOrNot} from './sync-file.ts';
import {headBytes, headOf} from './whole-file.ts';

const openFilesMax = 4;

interface Place {
  readonly folder: FileSystemDirectoryHandle;
  readonly name: string;
}

/**
 * A disk in the browser's own files (OPFS), for one worker: their handles are exclusive, so a second window finds files `busy`.
 * A file that is appended to is a plain one. One that is put in the place of another rests in two generations (`generations.ts`),
 * which count for more than a plain file of that name: renaming is no promise of the standard, and no browser says when a
 * name has reached the disk.
 */
export class OpfsDisk implements Disk {
  readonly #root: FileSystemDirectoryHandle;
  readonly #turns = new PathTurns();
  /** Plain files; while one is open here there is no generation beside it. */
  readonly #open = new OpenFiles(openFilesMax);

  constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
  }

  /** Lets go of every file, so that another worker can have them. */
  close(): void {
    this.#open.closeAll();
  }

  async release(folder: string): Promise<void> {
    this.#open.closeBelow(folder);
  }

  list(folder: string): Promise<readonly DiskFile[]> {
    return asked(async () => {
      const names = checkDiskPath(folder).split('/');
      const handle = await this.#folder(names, {create: false});
      const files = handle ? await filesBelow(handle, folder) : [];
      return files.sort((a, b) => (a.path < b.path ? -1 : 1));
    });
  }

  read(
    path: string,
    range?: {readonly from: number; readonly to: number},
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#inTurn(path, async () => {
      const standing = this.#open.get(path);
      if (standing) return part(standing, range);
      const place = await this.#place(path, {create: false});
      if (!place) return undefined;
      const whole = await this.#newest(place);
      if (whole) return whole.slice(range?.from, range && Math.max(range.from, range.to));
      const file = await openSyncFile(place.folder, place.name, {create: false});
      try {
        return file && part(file, range);
      } finally {
        file?.close();
      }
    });
  }

  write(path: string, at: number, bytes: Uint8Array): Promise<void> {
    return this.#inTurn(path, async () => {
      checkDiskBytes(bytes.byteLength);
      const file = this.#open.get(path) ?? (await this.#openPlain(path, at));
      this.#open.keep(path, file);
      try {
        checkDiskPlace(at, file.size);
        if (at < file.size) file.truncate(at);
        file.write(bytes, at);
        file.flush();
      } catch (error) {
        this.#open.close(path);
        throw error;
      }
    });
  }

  replace(path: string, bytes: Uint8Array): Promise<void> {
    return this.#inTurn(path, async () => {
      checkDiskBytes(bytes.byteLength);
      const place = await this.#place(path, {create: true});
      if (!place) throw new DiskError('other', new Error('no folder'));
      const {folder, name} = place;
      const plain = await thereOrNot(folder.getFileHandle(name));
      const generations = await Generations.open(folder, name);
      try {
        await generations.put(bytes.slice());
      } finally {
        generations.close();
      }
      this.#open.close(path);
      if (plain) await folder.removeEntry(name);
    });
  }

  remove(path: string): Promise<void> {
    return this.#inTurn(path, async () => {
      this.#open.close(path);
      const place = await this.#place(path, {create: false});
      if (!place) return;
      const {folder, name} = place;
      // The plain one first: killed in between, it would be an older file than the one that was there.
      if (await thereOrNot(folder.getFileHandle(name))) await folder.removeEntry(name);
      const generations = await Generations.open(folder, name);
      try {
        await generations.remove();
      } finally {
        generations.close();
      }
    });
  }

  freeBytes(): Promise<number | undefined> {
    return asked(async () => {
      const {quota, usage} = await navigator.storage.estimate();
      return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
    });
  }

  #inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
    return asked(async () => this.#turns.take(checkDiskPath(path), work));
  }

  /** A file to append to. One that was put in the place of another becomes a plain one, as far as it is kept. */
  async #openPlain(path: string, at: number): Promise<SyncFile> {
    const place = await this.#place(path, {create: at === 0});
    const whole = place && (await this.#newest(place));
    if (whole) checkDiskPlace(at, whole.byteLength);
    const file = place && (await openSyncFile(place.folder, place.name, {create: at === 0 || whole !== undefined}));
    if (!file) throw new DiskError('other', new RangeError('a place behind the end of the file'));
    if (!whole) return file;
    try {
      file.truncate(0);
      file.write(whole.subarray(0, at), 0);
      file.flush();
      const generations = await Generations.open(place.folder, place.name);
      await generations.remove();
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  async #newest({folder, name}: Place): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const generations = await Generations.open(folder, name);
    try {
      return await generations.newest();
    } finally {
      generations.close();
    }
  }

  async #place(path: string, how: {readonly create: boolean}): Promise<Place | undefined> {
    const names = path.split('/');
    const name = names.pop() ?? '';
    const folder = await this.#folder(names, how);
    return folder && {folder, name};
  }

  /** Undefined where a folder is not there and none is to be made. */
  async #folder(
    names: readonly string[],
    {create}: {readonly create: boolean},
  ): Promise<FileSystemDirectoryHandle | undefined> {
    let folder: FileSystemDirectoryHandle | undefined = this.#root;
    for (const name of names) {
      const standing: FileSystemDirectoryHandle | undefined = await folderOrNot(folder, name, create);
      if (!standing && !create) return undefined;
      if (!standing && (await hasGeneration(folder, name)))
        throw new DiskError('other', new Error('a file, no folder'));
      folder = standing ?? (await folder.getDirectoryHandle(name, {create}));
    }
    return folder;
  }
}

/** Who only looks finds no folder where a file is; who makes one is refused. */
async function folderOrNot(
  folder: FileSystemDirectoryHandle,
  name: string,
  isStrict: boolean,
): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await thereOrNot(folder.getDirectoryHandle(name));
  } catch (error) {
    if (!isStrict && nameOf(error) === 'TypeMismatchError') return undefined;
    throw error;
  }
}

async function filesBelow(folder: FileSystemDirectoryHandle, path: string): Promise<DiskFile[]> {
  const found = new Map<string, {readonly generation: bigint; readonly bytes: number}>();
  const below: DiskFile[] = [];
  for await (const [name, handle] of folder.entries()) {
    const inner = `${path}/${baseOfGeneration(name) ?? name}`;
    if (!isDiskPath(inner)) continue;
    if (handle.kind === 'directory') {
      below.push(...(await filesBelow(handle as FileSystemDirectoryHandle, inner)));
      continue;
    }
    const file = await (handle as FileSystemFileHandle).getFile();
    const isPlain = baseOfGeneration(name) === undefined;
    const head = isPlain ? undefined : await headOf(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
    if (!isPlain && !head) continue;
    const generation = head?.generation ?? -1n;
    const known = found.get(inner);
    if (!known || known.generation < generation) found.set(inner, {generation, bytes: head?.bytes ?? file.size});
  }
  return [...below, ...[...found].map(([inner, {bytes}]) => ({path: inner, bytes}))];
}

function part(
  file: SyncFile,
  range: {readonly from: number; readonly to: number} | undefined,
): Uint8Array<ArrayBuffer> {
  const {from, to} = range ?? {from: 0, to: file.size};
  checkDiskBytes(Math.min(to, file.size) - from);
  return file.read(from, to);
}

function nameOf(error: unknown): string {
  return error instanceof DOMException ? error.name : '';
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DiskError) throw error;
    const name = nameOf(error);
    const kind = name === 'QuotaExceededError' ? 'full' : name === 'NoModificationAllowedError' ? 'busy' : 'other';
    throw new DiskError(kind, error);
  }
}
