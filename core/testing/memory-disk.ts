import {type Disk, DiskError, type DiskFile, checkDiskBytes, checkDiskPath, checkDiskPlace} from '../journal/disk.ts';
import {must} from '../lib/assert.ts';
import {PathTurns} from '../journal/path-turns.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What is under way and not answered: `keep` bytes of it are on the disk when the power goes. */
interface UnderWay {
  readonly path: string;
  /** What the file is then; undefined where there is none. */
  readonly after: (keep: number) => Bytes | undefined;
}

/**
 * A disk in memory with the promises of the real ones. `failAt`, `holdAt` and `crash` make of it what happens to real ones; calls are
 * counted from 1, each call of a disk is one.
 */
export class MemoryDisk implements Disk {
  readonly #files: Map<string, Bytes>;
  /** What all files together may take. */
  room: number;
  /** Whether it tells how much of that is left. */
  tellsRoom = true;
  readonly #turns = new PathTurns();
  readonly #underWay = new Set<UnderWay>();
  readonly #failures = new Map<number, DiskError['kind']>();
  readonly #holds = new Map<number, () => void>();
  readonly #waiting = new Set<(error: DiskError) => void>();
  #calls = 0;
  #isClosed = false;

  constructor({
    capacityBytes = Number.MAX_SAFE_INTEGER,
    files = new Map(),
  }: {readonly capacityBytes?: number; readonly files?: Map<string, Bytes>} = {}) {
    this.room = capacityBytes;
    this.#files = files;
  }

  /** How many calls there were. */
  get calls(): number {
    return this.#calls;
  }

  /** Lets the call of that number fail. A write that fails has cut the file to `at` bytes and written half. */
  failAt(call: number, kind: DiskError['kind']): void {
    this.#failures.set(call, kind);
  }

  /** Lets the call of that number stay without an answer until a crash; resolves once it is under way. */
  holdAt(call: number): Promise<void> {
    return new Promise((resolve) => this.#holds.set(call, resolve));
  }

  /** Rejects what waits and whatever comes, as a disk does whose desktop has gone. */
  close(): void {
    this.#isClosed = true;
    for (const reject of this.#waiting) reject(new DiskError('closed'));
  }

  /**
   * Kills everything, and gives the disk that a next start finds: all that was answered, and of what was under way
   * `keepUnflushedBytes` bytes. A replacement or a removal has happened if all of its bytes (of a removal: one) were kept.
   */
  crash(keepUnflushedBytes: number): MemoryDisk {
    const files = new Map([...this.#files].map(([path, bytes]) => [path, bytes.slice()]));
    for (const {path, after} of this.#underWay) {
      const bytes = after(keepUnflushedBytes);
      if (bytes) files.set(path, bytes);
      else files.delete(path);
    }
    this.#underWay.clear();
    this.close();
    return new MemoryDisk({capacityBytes: this.room, files});
  }

  list(folder: string): Promise<readonly DiskFile[]> {
    return this.#call(async () => {
      checkDiskPath(folder);
      const below = [...this.#files].filter(([path]) => path.startsWith(`${folder}/`));
      return below
        .map(([path, {byteLength}]) => ({path, bytes: byteLength}))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    });
  }

  read(path: string, range?: {readonly from: number; readonly to: number}): Promise<Bytes | undefined> {
    return this.#call(() =>
      this.#turn(path, async () => {
        const part = this.#files.get(path)?.slice(range?.from, range && Math.max(range.from, range.to));
        checkDiskBytes(part?.byteLength ?? 0);
        return part;
      }),
    );
  }

  write(path: string, at: number, bytes: Uint8Array): Promise<void> {
    return this.#call((failure, hold) =>
      this.#turn(path, async () => {
        checkDiskBytes(bytes.byteLength);
        this.#checkFolders(path);
        const before = this.#files.get(path) ?? new Uint8Array();
        checkDiskPlace(at, before.byteLength);
        const after = (keep: number): Bytes => written(before, at, bytes.subarray(0, keep));
        await this.#flush({path, after}, hold);
        const room = this.#free() + before.byteLength - at;
        const isFull = bytes.byteLength > room;
        const kept = failure ? Math.floor(bytes.byteLength / 2) : bytes.byteLength;
        this.#files.set(path, after(Math.min(kept, room)));
        if (failure ?? isFull) throw new DiskError(failure ?? 'full');
      }),
    );
  }

  replace(path: string, bytes: Uint8Array): Promise<void> {
    return this.#call((failure, hold) =>
      this.#turn(path, async () => {
        checkDiskBytes(bytes.byteLength);
        this.#checkFolders(path);
        const [before, given] = [this.#files.get(path), bytes.slice()];
        await this.#flush({path, after: (keep) => (keep >= given.byteLength ? given : before)}, hold);
        if (failure) throw new DiskError(failure);
        // The new ones are written while the old ones are still there.
        if (given.byteLength > this.#free()) throw new DiskError('full');
        this.#files.set(path, given);
      }),
    );
  }

  remove(path: string): Promise<void> {
    return this.#call((failure, hold) =>
      this.#turn(path, async () => {
        const before = this.#files.get(path);
        await this.#flush({path, after: (keep) => (keep > 0 ? undefined : before)}, hold);
        if (failure) throw new DiskError(failure);
        this.#files.delete(path);
      }),
    );
  }

  async release(): Promise<void> {
    // Nothing is kept open.
  }

  freeBytes(): Promise<number | undefined> {
    return this.#call(async () => (this.tellsRoom ? this.#free() : undefined));
  }

  /** Changes a byte behind the back of whoever wrote it. */
  flip(path: string, at: number): void {
    const bytes = must(this.#files.get(path), 'a file that is there');
    bytes[at] = must(bytes[at], 'a byte of the file') ^ 0xff;
  }

  /** Every file there is. */
  paths(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  #free(): number {
    return this.room - [...this.#files.values()].reduce((sum, {byteLength}) => sum + byteLength, 0);
  }

  async #turn<T>(path: string, work: () => Promise<T>): Promise<T> {
    checkDiskPath(path);
    return this.#turns.take(path, work);
  }

  /** A name is a file or a folder. */
  #checkFolders(path: string): void {
    const clash = [...this.#files.keys()].some((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`));
    if (clash) throw new DiskError('other', new RangeError('a file in the place of a folder'));
  }

  async #flush(underWay: UnderWay, hold: (() => void) | undefined): Promise<void> {
    this.#underWay.add(underWay);
    hold?.();
    await (hold ? new Promise<never>(() => undefined) : undefined);
    if (!this.#underWay.delete(underWay)) throw new DiskError('closed');
  }

  /** Counts a call. What waits when the disk is closed hears of it at once. */
  #call<T>(work: (failure: DiskError['kind'] | undefined, hold: (() => void) | undefined) => Promise<T>): Promise<T> {
    this.#calls += 1;
    const failure = this.#failures.get(this.#calls);
    const hold = this.#holds.get(this.#calls);
    if (failure === 'closed') this.close();
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new DiskError('closed'));
      this.#waiting.add(reject);
      work(failure, hold)
        .then((answer) => (failure ? reject(new DiskError(failure)) : resolve(answer)), reject)
        .finally(() => this.#waiting.delete(reject));
    });
  }
}

/** Buffers with room behind the end of their file, so that one which grows piece by piece is not copied for each. */
const roomy = new WeakSet<ArrayBuffer>();

/** What a file is when its bytes from `at` on are these. */
function written(before: Bytes, at: number, bytes: Uint8Array): Bytes {
  const end = at + bytes.byteLength;
  if (roomy.has(before.buffer) && end <= before.buffer.byteLength) {
    const file = new Uint8Array(before.buffer, 0, end);
    file.set(bytes, at);
    return file;
  }
  const buffer = new ArrayBuffer(at === 0 ? end : 2 * end);
  roomy.add(buffer);
  const file = new Uint8Array(buffer, 0, end);
  file.set(before.subarray(0, at));
  file.set(bytes, at);
  return file;
}
