import {assert, must} from '../lib/assert.ts';
import type {Disk} from './disk.ts';
import type {Entry, Position} from './entry.ts';
import {decodeSegment, encodeHeader, encodeRecord, headerBytes, recordBytes} from './segment.ts';

/** A segment this long is followed by the next one: short enough to be read at a start, long enough to be few. */
const segmentBytes = 4 * 1024 * 1024;

interface Waiting {
  readonly entries: readonly Entry[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** What a start finds: the journal, and how many bytes behind its last whole record were none. */
export interface FoundJournal {
  readonly journal: Journal;
  readonly tornBytes: number;
}

/**
 * The mutations of one store in files that IndexedDB cannot take along when it is lost. Appending answers once the disk has
 * it; what comes meanwhile shares the next flush. After a refused write nothing of it counts, and the same may be tried again.
 */
export class Journal {
  readonly #disk: Disk;
  readonly #folder: string;
  /** Behind the last entry that the disk has. */
  #position: Position;
  #path: string;
  #end: number;
  readonly #waiting: Waiting[] = [];
  /** Behind the last entry that was given to `append` and not refused. */
  #promised: Position;
  #writing = false;

  private constructor(disk: Disk, folder: string, at: {position: Position; path: string; end: number}) {
    this.#disk = disk;
    this.#folder = folder;
    this.#position = at.position;
    this.#promised = at.position;
    this.#path = at.path;
    this.#end = at.end;
  }

  /** A new journal that begins at `base`, in the place of any that was there. */
  static async begin(disk: Disk, folder: string, base: Position): Promise<Journal> {
    // The newest goes last: killed in between, what is left is still a journal that ends where the old one did.
    for (const {path} of await disk.list(folder)) await disk.remove(path);
    const path = pathOf(folder, base);
    await disk.replace(path, encodeHeader(base));
    return new Journal(disk, folder, {position: base, path, end: headerBytes});
  }

  /** The journal that is there, up to its last whole record; undefined where there is none. */
  static async find(disk: Disk, folder: string): Promise<FoundJournal | undefined> {
    const files = [...(await disk.list(folder))].reverse();
    let tornBytes = 0;
    for (const {path, bytes} of files) {
      const found = decodeSegment(must(await disk.read(path), 'a listed file is there'));
      if (found) {
        const position = found.entries.at(-1) ?? found.base;
        const {n, hash} = position;
        const journal = new Journal(disk, folder, {position: {n, hash}, path, end: found.end});
        return {journal, tornBytes: tornBytes + bytes - found.end};
      }
      // Killed while it was begun: nothing in it was promised to anybody.
      tornBytes += bytes;
    }
    return undefined;
  }

  get position(): Position {
    return this.#position;
  }

  /** Entries that follow on what was appended before. Rejects with the disk's error; then nothing of what waited counts. */
  append(entries: readonly Entry[]): Promise<void> {
    const [first] = entries;
    if (!first) return Promise.resolve();
    assert(first.n === this.#promised.n + 1, 'a journal has no gaps');
    this.#promised = must(entries.at(-1), 'a last of some entries');
    return new Promise((resolve, reject) => {
      this.#waiting.push({entries, resolve, reject});
      if (!this.#writing) void this.#writeAll();
    });
  }

  /** Entries behind number `after`, in order, as far as the files are whole; ends early where they are not. */
  async *entries(after: number): AsyncGenerator<Entry> {
    const files = await this.#disk.list(this.#folder);
    const bases = files.map(({path}) => numberOf(path));
    const from = Math.max(
      0,
      bases.findLastIndex((base) => base <= after),
    );
    let before: Position | undefined;
    for (const {path} of files.slice(from)) {
      const segment = decodeSegment((await this.#disk.read(path)) ?? new Uint8Array());
      if (!segment || (before && before.hash !== segment.base.hash)) return;
      for (const entry of segment.entries) if (entry.n > after) yield entry;
      before = segment.entries.at(-1) ?? segment.base;
    }
  }

  /** The hash at a number, if the journal reaches back to it. */
  async hashAt(n: number): Promise<string | undefined> {
    const files = await this.#disk.list(this.#folder);
    const file = files.findLast(({path}) => numberOf(path) <= n);
    const segment = file && decodeSegment((await this.#disk.read(file.path)) ?? new Uint8Array());
    if (segment?.base.n === n) return segment.base.hash;
    return segment?.entries.find((entry) => entry.n === n)?.hash;
  }

  /** Goes on in a segment of its own, so that those before it can be dropped. Not while something is appended. */
  async turn(): Promise<void> {
    const path = pathOf(this.#folder, this.#position);
    if (path === this.#path) return;
    await this.#disk.replace(path, encodeHeader(this.#position));
    this.#path = path;
    this.#end = headerBytes;
  }

  /** Removes the segments of which nothing behind number `n` is needed. */
  async dropUpTo(n: number): Promise<void> {
    const files = await this.#disk.list(this.#folder);
    for (const [at, {path}] of files.entries()) {
      const next = files[at + 1];
      if (!next || numberOf(next.path) > n) return;
      await this.#disk.remove(path);
    }
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const together = this.#waiting.splice(0);
      await this.#writeParts(together.flatMap(({entries}) => entries)).then(
        () => {
          for (const {resolve} of together) resolve();
        },
        (error: unknown) => {
          this.#promised = this.#position;
          for (const {reject} of [...together, ...this.#waiting.splice(0)]) reject(error);
        },
      );
    }
    this.#writing = false;
  }

  async #writeParts(entries: readonly Entry[]): Promise<void> {
    for (const some of fitting(entries)) await this.#write(some);
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    if (this.#end >= segmentBytes) await this.turn();
    const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + recordBytes(entry), 0));
    let at = 0;
    for (const entry of entries) at = encodeRecord(entry, bytes, at);
    await this.#disk.write(this.#path, this.#end, bytes);
    const {n, hash} = must(entries.at(-1), 'something to write');
    this.#position = {n, hash};
    this.#end += bytes.length;
  }
}

/** Entries in parts that one write carries: a segment's length, or a single longer one. */
function* fitting(entries: readonly Entry[]): Generator<readonly Entry[]> {
  let from = 0;
  let size = 0;
  for (const [at, entry] of entries.entries()) {
    size += recordBytes(entry);
    if (at === from || size <= segmentBytes) continue;
    yield entries.slice(from, at);
    from = at;
    size = recordBytes(entry);
  }
  if (from < entries.length) yield entries.slice(from);
}

const digits = 15;

/** Names sort as their numbers do. */
function pathOf(folder: string, {n}: Position): string {
  return `${folder}/${String(n).padStart(digits, '0')}.twj`;
}

function numberOf(path: string): number {
  return Number(path.slice(path.lastIndexOf('/') + 1, -'.twj'.length));
}
