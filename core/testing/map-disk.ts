import {type Disk, type DiskFile, DiskError, diskBytesMax, isDiskPath} from '../journal/disk.ts';
import {assert, must} from '../lib/assert.ts';

/** A disk in memory. It can be full, and its bytes can be flipped. */
export class MapDisk implements Disk {
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** What all files together may take. */
  room = Infinity;
  /** Whether it tells how much of that is left. */
  tellsRoom = false;

  async list(folder: string): Promise<readonly DiskFile[]> {
    return [...this.#files]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, {length: bytes}]) => ({path, bytes}))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  async read(path: string, range?: {readonly from: number; readonly to: number}) {
    const bytes = this.#files.get(path)?.slice(range?.from, range?.to);
    assert((bytes?.length ?? 0) <= diskBytesMax, 'no more is read than a disk reads at once');
    return bytes;
  }

  async write(path: string, at: number, bytes: Uint8Array): Promise<void> {
    assert(isDiskPath(path) && bytes.length <= diskBytesMax, 'a path and bytes that a disk takes');
    const before = this.#files.get(path)?.subarray(0, at) ?? new Uint8Array();
    assert(before.length === at, 'a file is continued where it ends, or before');
    this.#put(path, joined(before, bytes));
  }

  async replace(path: string, bytes: Uint8Array): Promise<void> {
    assert(isDiskPath(path) && bytes.length <= diskBytesMax, 'a path and bytes that a disk takes');
    this.#put(path, bytes.slice() as Uint8Array<ArrayBuffer>);
  }

  async remove(path: string): Promise<void> {
    this.#files.delete(path);
  }

  async freeBytes(): Promise<number | undefined> {
    return this.tellsRoom ? this.room - this.#used() : undefined;
  }

  /** Changes a byte behind the back of whoever wrote it. */
  flip(path: string, at: number, bits = 0xff): void {
    const bytes = must(this.#files.get(path), 'a file that is there');
    bytes[at] = must(bytes[at], 'a byte of the file') ^ bits;
  }

  /** Every file there is. */
  paths(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  #put(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    const more = bytes.length - (this.#files.get(path)?.length ?? 0);
    if (this.#used() + more > this.room) throw new DiskError('full');
    this.#files.set(path, bytes);
  }

  #used(): number {
    return [...this.#files.values()].reduce((sum, {length}) => sum + length, 0);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
