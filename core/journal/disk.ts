/**
 * What the journal, the marker and the snapshots need of a disk: a few files of this desk, outside of IndexedDB, which can be
 * lost as a whole. Adapters: files of the desktop's main process, OPFS files of the browser edition. Each passes
 * `core/testing/disk-conformance.ts`.
 *
 * A path is one to four names joined by slashes; a name is 1 to 80 of `a-z 0-9 . - _`, begins and ends with a letter or a digit
 * and is none that Windows keeps for devices (`con`, `nul.txt`). A name stands for a file or for a folder, never for both.
 * Calls about one path are done in the order in which they came. Bytes that an answer brings, and bytes that were given, belong to
 * the caller, who leaves them alone until the answer. What is asked wrongly (a path that is none, a place behind the end of
 * the file, too many bytes) is refused as `other`, and nothing is changed.
 */
export interface Disk {
  /** Files whose path begins with `folder` and a slash, in order of their paths. */
  list(folder: string): Promise<readonly DiskFile[]>;
  /** Bytes `from` to before `to`, fewer where the file ends earlier; undefined where there is no such file. */
  read(
    path: string,
    range?: {readonly from: number; readonly to: number},
  ): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * Makes the file its first `at` bytes and behind them these, and answers once the disk has them (fdatasync). A file that is
   * not there has none: `at` is then 0. Killed meanwhile, the first `at` bytes are there and perhaps a part of what follows.
   */
  write(path: string, at: number, bytes: Uint8Array): Promise<void>;
  /** Puts these bytes in the place of the whole file: killed meanwhile, the old ones are there or the new ones, flushed. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  /** The file is gone; one that was not there stays so. */
  remove(path: string): Promise<void>;
  /** Lets go of what is kept open below a folder for the next write, so that another window can have it. */
  release(folder: string): Promise<void>;
  /** Bytes that this desk still has for us, as far as it tells. */
  freeBytes(): Promise<number | undefined>;
}

export interface DiskFile {
  readonly path: string;
  readonly bytes: number;
}

/** More than this is neither written nor read at once. */
export const diskBytesMax = 64 * 1024 * 1024;

/** What a disk rejects with: `full` has no room, `closed` will not answer again, `busy` is held by another window, `other` says why in `cause`. */
export class DiskError extends Error {
  readonly kind: 'full' | 'closed' | 'busy' | 'other';

  constructor(kind: DiskError['kind'], cause?: unknown) {
    super(`the disk is ${kind}`, {cause});
    this.name = 'DiskError';
    this.kind = kind;
  }
}

const nameForm = /^[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?$/;
const namesMax = 4;
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

export function isDiskPath(path: string): boolean {
  const names = path.split('/', namesMax + 1);
  return names.length <= namesMax && names.every((name) => nameForm.test(name) && !deviceName.test(name));
}

/** The path, or a refusal. */
export function checkDiskPath(path: string): string {
  if (!isDiskPath(path)) throw new DiskError('other', new RangeError('not a path of a disk'));
  return path;
}

/** Refuses to move so many bytes at once. */
export function checkDiskBytes(bytes: number): void {
  if (bytes > diskBytesMax) throw new DiskError('other', new RangeError('more than a disk moves at once'));
}

/** Refuses to write at a place that the file does not reach. */
export function checkDiskPlace(at: number, fileBytes: number): void {
  const isThere = Number.isSafeInteger(at) && at >= 0 && at <= fileBytes;
  if (!isThere) throw new DiskError('other', new RangeError('a place behind the end of the file'));
}
