import {type Disk, DiskError} from '../journal/disk.ts';
import {beginning, entryOf, type Sha256, valueOf} from '../journal/entry.ts';
import {Journal} from '../journal/journal.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {applyEntry, checkEntry, emptyQueue, type Queue, type QueueEntry} from './queue.ts';

const logFolder = 'printing/log';
const bytesFolder = 'printing/bytes';

/**
 * The queue on a disk: its entries in a journal of their own (`core/journal`), each answered once the disk has it, and the bytes of
 * documents beside it, each in a file named after its hash. A torn tail is what was not answered.
 */
export class PrintLog {
  readonly #disk: Disk;
  readonly #journal: Journal;
  readonly #sha256: Sha256;
  #queue: Queue;
  /** Bytes behind the last whole entry, when it was opened: a write that was cut short, or entries that were damaged. */
  readonly tornBytes: number;

  private constructor(disk: Disk, journal: Journal, sha256: Sha256, read: {queue: Queue; tornBytes: number}) {
    this.#disk = disk;
    this.#journal = journal;
    this.#sha256 = sha256;
    this.#queue = read.queue;
    this.tornBytes = read.tornBytes;
  }

  /** The queue as it was left; `printing.queue_unreadable` where a newer version, or something else, has written it. */
  static async open(disk: Disk, sha256: Sha256): Promise<Result<PrintLog>> {
    const found = await Journal.find(disk, logFolder);
    // A new log is written whole, so one without a beginning was damaged: it is not taken for none.
    if (!found && (await disk.list(logFolder)).length > 0) return fail('printing.queue_unreadable');
    const journal = found?.journal ?? (await Journal.begin(disk, logFolder, beginning));
    let queue = emptyQueue();
    let read = 0;
    for await (const each of journal.entries(0)) {
      const entry = checkEntry(valueOf(each));
      if (!entry.ok) return fail('printing.queue_unreadable');
      queue = applyEntry(queue, entry.value);
      read = each.n;
    }
    // What lies behind a damaged place cannot be told: going on would forget what was asked.
    if (read !== journal.position.n) return fail('printing.queue_unreadable');
    return ok(new PrintLog(disk, journal, sha256, {queue, tornBytes: found?.tornBytes ?? 0}));
  }

  get queue(): Queue {
    return this.#queue;
  }

  /** Answers true once the disk has the entry; false where it refuses, and then nothing has changed. One at a time. */
  async append(entry: QueueEntry): Promise<boolean> {
    const isWritten = await kept(this.#journal.append([entryOf(this.#journal.position, entry)]));
    if (isWritten) this.#queue = applyEntry(this.#queue, entry);
    return isWritten;
  }

  /** The hash under which the bytes can be read again; undefined where the disk refuses. */
  async keep(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
    const hash = await this.hashOf(bytes);
    return (await kept(this.#disk.replace(`${bytesFolder}/${hash}`, bytes))) ? hash : undefined;
  }

  /** The very bytes of that hash, or nothing: a file that has changed is not them. */
  async bytesOf(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const bytes = await this.#disk.read(`${bytesFolder}/${hash}`).then((read) => read, onlyOfDisk);
    return bytes && (await this.hashOf(bytes)) === hash ? bytes : undefined;
  }

  async hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    return Array.from(await this.#sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
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
