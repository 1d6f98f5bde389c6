import type {PackedDraft, SourceRow} from '#core/intake/draft.ts';
import type {Knowledge} from '#core/intake/knowledge.ts';
import type {BroughtFile} from '#core/intake/messages.ts';
import {DraftUnpacker} from '#core/intake/packed-drafts.ts';
import type {PackedReading, Rejection} from '#core/intake/reading.ts';
import {must} from '#core/lib/assert.ts';
import {type Result, ok} from '#core/lib/result.ts';
import type {TableWish} from '#core/intake/table/opened-table.ts';
import type {RateDay} from '#core/money/schema.ts';
import type {MarkedFile} from './held-file.ts';
import type {FileLook, FromReader, ReaderLine, ToReader} from './reader-messages.ts';

/** Opens the line to an intake worker; `onDeath` is called if the worker ends by itself. */
export type OpenReader = (onDeath: (what: string) => void) => ReaderLine<ToReader, FromReader>;

type Ended<T> = Result<T> | 'cancelled';

interface Task {
  readonly receive: (message: FromReader) => void;
  readonly reject: (error: Error) => void;
}

/** How a task can be stopped from outside. */
export interface Stoppable<T> {
  readonly ended: Promise<Ended<T>>;
  stop(): void;
}

/** The data worker's side of the intake worker, which is started with the first file. */
export class ReaderClient {
  readonly #open: OpenReader;
  readonly #tasks = new Map<number, Task>();
  #line: ReaderLine<ToReader, FromReader> | undefined;
  #lastTask = 0;
  readonly #marks = new WeakMap<Blob, number>();
  #lastMark = 0;

  constructor(open: OpenReader) {
    this.#open = open;
  }

  look(file: BroughtFile, wish: TableWish): Stoppable<FileLook> {
    return this.#start<FileLook>(
      (task) => ({task, look: this.#marked(file), wish}),
      (message, end) => 'seen' in message && end(ok(message.seen)),
    );
  }

  rows(file: BroughtFile, wish: TableWish, numbers: readonly number[]): Stoppable<readonly SourceRow[]> {
    return this.#start<readonly SourceRow[]>(
      (task) => ({task, rows: this.#marked(file), wish, numbers}),
      (message, end) => 'found' in message && end(ok(message.found)),
    );
  }

  read(file: BroughtFile, known: Knowledge, progress: (done: number) => void): Stoppable<PackedReading> {
    const orders: PackedDraft[] = [];
    const unpacker = new DraftUnpacker();
    const rejected: Rejection[] = [];
    const rateDays: RateDay[] = [];
    return this.#start<PackedReading>(
      (task) => ({task, read: this.#marked(file), known}),
      (message, end) => {
        if ('done' in message) progress(message.done);
        else if ('orders' in message) orders.push(...unpacker.unpack(message.orders));
        else if ('rejected' in message) rejected.push(...message.rejected);
        else if ('rateDays' in message) rateDays.push(...message.rateDays);
        else if ('facts' in message) end(ok({...message.facts, orders, rejected, rateDays}));
      },
    );
  }

  /** Packs a file; each part is given to `take`, and the next comes when that is done. Ends with the id of the bytes packed. */
  pack(file: BroughtFile, take: (part: Uint8Array<ArrayBuffer>) => Promise<void>): Stoppable<string> {
    return this.#start<string>(
      (task) => ({task, pack: this.#marked(file)}),
      (message, end, reject) => {
        if ('fileId' in message) end(ok(message.fileId));
        if (!('packed' in message)) return;
        take(message.packed).then(() => this.#post({taken: message.task}), reject);
      },
    );
  }

  pause(): void {
    this.#post({pause: true});
  }

  resume(): void {
    this.#post({resume: true});
  }

  close(): void {
    this.#line?.close();
    this.#line = undefined;
    for (const {reject} of this.#tasks.values()) reject(new DOMException('the reader was closed', 'AbortError'));
    this.#tasks.clear();
  }

  #marked(file: BroughtFile): MarkedFile {
    const mark = this.#marks.get(file.blob) ?? (this.#lastMark += 1);
    this.#marks.set(file.blob, mark);
    return {...file, mark};
  }

  #post(message: ToReader): void {
    this.#line?.post(message);
  }

  #start<T>(
    question: (task: number) => ToReader,
    hear: (message: FromReader, end: (ended: Ended<T>) => void, reject: (error: Error) => void) => void,
  ): Stoppable<T> {
    const task = (this.#lastTask += 1);
    const ended = new Promise<Ended<T>>((resolve, reject) => {
      const end = (how: Ended<T>): void => {
        this.#tasks.delete(task);
        resolve(how);
      };
      const giveUp = (error: Error): void => {
        this.#tasks.delete(task);
        this.#post({cancel: task});
        reject(error);
      };
      const receive = (message: FromReader): void => {
        if ('fault' in message) end({ok: false, fault: message.fault});
        else if ('cancelled' in message) end('cancelled');
        else if ('bug' in message) giveUp(new Error(`the intake worker failed: ${message.bug}`));
        else hear(message, end, giveUp);
      };
      this.#tasks.set(task, {receive, reject: giveUp});
    });
    this.#started().post(question(task));
    return {ended, stop: () => this.#post({cancel: task})};
  }

  #started(): ReaderLine<ToReader, FromReader> {
    if (this.#line) return this.#line;
    this.#line = this.#open((what) => this.#died(what));
    this.#line.listen((message) => this.#tasks.get(message.task)?.receive(message));
    return must(this.#line, 'the line that was just opened');
  }

  #died(what: string): void {
    this.#line = undefined;
    const tasks = [...this.#tasks.values()];
    for (const {reject} of tasks) reject(new Error(`the intake worker failed: ${what}`));
  }
}
