import {type Disk, DiskError} from '../journal/disk.ts';
import {beginning, type Entry, entryOf, type Sha256, valueOf} from '../journal/entry.ts';
import {Journal} from '../journal/journal.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {applyEntry, checkEntry, emptyQueue, type Queue, type QueueEntry, wholeWithout} from './queue.ts';

const logFolder = 'printing/log';
const bytesFolder = 'printing/bytes';
const asideFolder = 'printing/aside';

/** Far more than windows of one desk in which a package is being packed. */
const stagedMost = 16;

/**
 * The queue on a disk: its entries in a journal of their own (`core/journal`), each answered once the disk has it, and the bytes of
 * documents beside it, each in a file named after its hash. A torn tail is what was not answered.
 */
export class PrintLog {
  readonly #disk: Disk;
  readonly #journal: Journal;
  readonly #sha256: Sha256;
  #queue: Queue;
  /** The number of the entry that told everything, or of the first: nothing before it is needed. */
  #wholeAt: number;
  /** Hashes of documents that the disk has and no job yet, the oldest first. What is staged is not known to the next run. */
  readonly #staged = new Set<string>();
  /** Bytes behind the last whole entry, when it was opened: a write that was cut short, or entries that were damaged. */
  readonly tornBytes: number;

  private constructor(
    disk: Disk,
    journal: Journal,
    sha256: Sha256,
    read: {queue: Queue; wholeAt: number; tornBytes: number},
  ) {
    this.#disk = disk;
    this.#journal = journal;
    this.#sha256 = sha256;
    this.#queue = read.queue;
    this.#wholeAt = read.wholeAt;
    this.tornBytes = read.tornBytes;
  }

  /** The queue as it was left; `printing.queue_unreadable` where a newer version, or something else, has written it. */
  static async open(disk: Disk, sha256: Sha256): Promise<Result<PrintLog>> {
    const found = await Journal.find(disk, logFolder);
    // A new log is written whole, so one without a beginning was damaged: it is not taken for none.
    if (!found && (await disk.list(logFolder)).length > 0) return fail('printing.queue_unreadable');
    const journal = found?.journal ?? (await Journal.begin(disk, logFolder, beginning));
    const {queue, wholeAt, isWhole} = await readQueue(journal);
    // What lies behind a damaged place cannot be told: going on would forget what was asked.
    if (!isWhole) return fail('printing.queue_unreadable');
    return ok(new PrintLog(disk, journal, sha256, {queue, wholeAt, tornBytes: found?.tornBytes ?? 0}));
  }

  /**
   * A new log in the place of one that cannot be read, whose files are kept under `name`. Printers and routes are taken along as far as they
   * can be read; jobs are not: what became of them is not known.
   */
  static async setAside(disk: Disk, sha256: Sha256, name: string): Promise<PrintLog> {
    for (const {path} of await disk.list(logFolder)) {
      const bytes = await disk.read(path);
      if (bytes) await disk.replace(`${asideFolder}/${name}/${path.slice(logFolder.length + 1)}`, bytes);
    }
    const found = await Journal.find(disk, logFolder);
    const {printers, routes} = found ? (await readQueue(found.journal)).queue : emptyQueue();
    const journal = await Journal.begin(disk, logFolder, beginning);
    const log = new PrintLog(disk, journal, sha256, {queue: emptyQueue(), wholeAt: 1, tornBytes: 0});
    await log.append({entry: 'whole', printers: [...printers.values()], routes, jobs: []});
    return log;
  }

  get queue(): Queue {
    return this.#queue;
  }

  /** Answers true once the disk has the entries, all with one flush; false where it refuses, and then nothing has changed. One at a time. */
  async append(...entries: readonly QueueEntry[]): Promise<boolean> {
    const written: Entry[] = [];
    for (const entry of entries) written.push(entryOf(written.at(-1) ?? this.#journal.position, entry));
    if (!(await kept(this.#journal.append(written)))) return false;
    for (const [at, entry] of entries.entries()) {
      this.#queue = applyEntry(this.#queue, entry);
      if (entry.entry === 'whole') this.#wholeAt = written[at]?.n ?? this.#wholeAt;
      if (entry.entry === 'asked') this.#staged.delete(entry.job.hash);
    }
    return true;
  }

  /** The hash under which the bytes can be read again; undefined where the disk refuses. What is staged is there already. */
  async keep(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
    const hash = await this.hashOf(bytes);
    const isThere = this.#staged.has(hash) || (await kept(this.#disk.replace(`${bytesFolder}/${hash}`, bytes)));
    return isThere ? hash : undefined;
  }

  /** Keeps bytes before a job has them: no job comes of it. Of too many the oldest are let go of. One at a time, as `append`. */
  async stage(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
    const hash = await this.keep(bytes);
    if (hash === undefined || this.#isOfJob(hash)) return hash;
    this.#staged.delete(hash);
    this.#staged.add(hash);
    for (const oldest of [...this.#staged].slice(0, -stagedMost)) await this.unstage(oldest);
    return hash;
  }

  /** Forgets staged bytes that no job has; false where the disk refuses, and then they go with the next cut. */
  async unstage(hash: string): Promise<boolean> {
    return this.#staged.delete(hash) ? kept(this.#disk.remove(`${bytesFolder}/${hash}`)) : true;
  }

  /** The very bytes of that hash, or nothing: a file that has changed is not them. */
  async bytesOf(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const bytes = await this.#disk.read(`${bytesFolder}/${hash}`).then((read) => read, onlyOfDisk);
    return bytes && (await this.hashOf(bytes)) === hash ? bytes : undefined;
  }

  /**
   * Forgets jobs that ended before a time, and the bytes that no other job has, staged ones too: the queue as it is then is written into
   * a file of its own before the older ones go. False where the disk refuses; it is tried again another day.
   */
  async cut(endedBefore: number): Promise<boolean> {
    const whole = wholeWithout(this.#queue, endedBefore);
    if (whole && !((await kept(this.#journal.turn())) && (await this.append(whole)))) return false;
    return kept(this.#drop());
  }

  async #drop(): Promise<void> {
    this.#staged.clear();
    await this.#journal.dropUpTo(this.#wholeAt - 1);
    const named = new Set(Array.from(this.#queue.jobs.values(), ({job}) => job.hash));
    for (const {path} of await this.#disk.list(bytesFolder)) {
      if (!named.has(path.slice(bytesFolder.length + 1))) await this.#disk.remove(path);
    }
  }

  #isOfJob(hash: string): boolean {
    return [...this.#queue.jobs.values()].some(({job}) => job.hash === hash);
  }

  async hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    return Array.from(await this.#sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}

/**
 * What the entries tell, up to the first that cannot be understood. A log that was cut begins with the whole of what was kept; files that were
 * to be dropped may still lie before it.
 */
async function readQueue(
  journal: Journal,
): Promise<{readonly queue: Queue; readonly wholeAt: number; readonly isWhole: boolean}> {
  let queue = emptyQueue();
  let [read, wholeAt] = [0, 0];
  for await (const each of journal.entries(0)) {
    const entry = checkEntry(valueOf(each));
    if (!entry.ok) return {queue, wholeAt, isWhole: false};
    read = each.n;
    if (each.n === 1 || entry.value.entry === 'whole') wholeAt = each.n;
    if (wholeAt > 0) queue = applyEntry(queue, entry.value);
  }
  return {queue, wholeAt, isWhole: read === journal.position.n && (wholeAt > 0 || read === 0)};
}

async function kept(written: Promise<void>): Promise<boolean> {
  return written.then(
    () => true,
    (error: unknown) => {
      onlyOfDisk(error);
      return false;
    },
  );
}

/** What a disk may do is no bug of ours. */
function onlyOfDisk(error: unknown): undefined {
  if (error instanceof DiskError) return undefined;
  throw error;
}
