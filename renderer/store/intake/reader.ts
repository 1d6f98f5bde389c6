import type {Pace} from '#core/intake/byte-source.ts';
import type {BroughtFile} from '#core/intake/messages.ts';
import {packDraft} from '#core/intake/packed-source.ts';
import {readFile} from '#core/intake/read-file.ts';
import {faultOfFile} from './file-faults.ts';
import {broughtSource} from './brought-source.ts';
import {ContentHash, partsOf} from './content-hash.ts';
import {packed} from './packed.ts';
import {ReaderPace} from './reader-pace.ts';
import type {FromReader, ReaderLine, ToReader} from './reader-messages.ts';
import {rowsOf, sampleOf} from './file-rows.ts';

/** Lists cross in batches, so that no message holds the receiver up. */
const itemsPerMessage = 500;

type Task = Extract<ToReader, {task: number}>;

/** Serves one line: hashes, reads and packs files, one task after the other. */
export class Reader {
  readonly #line: ReaderLine<FromReader, ToReader>;
  readonly #pace = new ReaderPace();
  readonly #taken = new Map<number, () => void>();
  #last: Promise<void> = Promise.resolve();

  constructor(line: ReaderLine<FromReader, ToReader>) {
    this.#line = line;
  }

  start(): void {
    this.#line.listen((message) => this.#receive(message));
  }

  #receive(message: ToReader): void {
    if ('task' in message) this.#last = this.#last.then(() => this.#run(message));
    else if ('taken' in message) this.#taken.get(message.taken)?.();
    else if ('cancel' in message) this.#cancel(message.cancel);
    else if ('pause' in message) this.#pace.pause();
    else this.#pace.resume();
  }

  #cancel(task: number): void {
    this.#pace.cancel(task);
    this.#taken.get(task)?.();
  }

  /** The boundary: whatever goes wrong with a file is told to the one who asked, who would else wait for ever. */
  async #run(message: Task): Promise<void> {
    const {task} = message;
    try {
      if ('look' in message) await this.#look(message);
      else if ('rows' in message) await this.#rows(message);
      else if ('pack' in message) await this.#pack(task, message.pack);
      else await this.#read(message);
    } catch (error) {
      const fault = faultOfFile(error);
      if (fault) this.#line.post({task, fault});
      else this.#line.post({task, bug: error instanceof Error ? (error.stack ?? error.message) : String(error)});
    }
  }

  async #look({task, look, wish}: Extract<Task, {look: BroughtFile}>): Promise<void> {
    const sample = await sampleOf(broughtSource(look), wish);
    if (!sample.ok) return this.#line.post({task, fault: sample.fault});

    const hash = new ContentHash();
    for await (const part of partsOf(look.blob)) {
      await hash.add(part);
      if (!(await this.#pace.step(task, () => undefined))) return this.#line.post({task, cancelled: true});
    }
    this.#line.post({task, seen: {fileId: await hash.end(), sample: sample.value}});
  }

  async #rows({task, rows, wish, numbers}: Extract<Task, {rows: BroughtFile}>): Promise<void> {
    const found = await rowsOf(broughtSource(rows), wish, numbers);
    this.#line.post(found.ok ? {task, found: found.value} : {task, fault: found.fault});
  }

  async #pack(task: number, {blob}: BroughtFile): Promise<void> {
    const hash = new ContentHash();
    for await (const part of packed(partsOf(blob), (bytes) => hash.add(bytes))) {
      const taken = new Promise<void>((resolve) => this.#taken.set(task, resolve));
      this.#line.post({task, packed: part}, [part.buffer]);
      await taken;
      if (!(await this.#pace.step(task, () => undefined))) {
        this.#taken.delete(task);
        return this.#line.post({task, cancelled: true});
      }
    }
    this.#taken.delete(task);
    this.#line.post({task, fileId: await hash.end()});
  }

  async #read({task, read, known}: Extract<Task, {read: BroughtFile}>): Promise<void> {
    const source = broughtSource(read);
    const pace: Pace = {
      step: (done) => this.#pace.step(task, () => this.#line.post({task, done})),
    };
    const reading = await readFile(source, known, pace);
    if (reading === 'cancelled') return this.#line.post({task, cancelled: true});
    if (!reading.ok) return this.#line.post({task, fault: reading.fault});

    const {orders, rejected, rateDays, ...facts} = reading.value;
    for (const some of batches(orders)) this.#line.post({task, orders: some.map(packDraft)});
    for (const some of batches(rejected)) this.#line.post({task, rejected: some});
    for (const some of batches(rateDays)) this.#line.post({task, rateDays: some});
    this.#line.post({task, facts});
  }
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += itemsPerMessage) yield items.slice(from, from + itemsPerMessage);
}
