/**
 * What the journal, the marker and the snapshots need of a disk: a few files of this desk, outside of IndexedDB, which can be
 * lost as a whole. Adapters: files of the desktop's main process, OPFS files of the browser edition. Each passes
 * `core/testing/disk-conformance.ts`.
 *
 * A path is one to four names joined by slashes; a name is 1 to 80 of `a-z 0-9 . - _` and begins with a letter or a digit.
 * Bytes that an answer brings, and bytes that were given, belong to the caller.
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

const pathForm = /^[a-z0-9][a-z0-9._-]{0,79}(?:\/[a-z0-9][a-z0-9._-]{0,79}){0,3}$/;

export function isDiskPath(path: string): boolean {
  return pathForm.test(path);
}
