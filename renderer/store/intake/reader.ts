import type {Pace} from '#core/intake/byte-source.ts';
import {DraftPacker} from '#core/intake/packed-drafts.ts';
import {readFile} from '#core/intake/read-file.ts';
import {must} from '#core/lib/assert.ts';
import {faultOfFile} from './file-faults.ts';
import {ContentHash} from './content-hash.ts';
import {HeldFile, type MarkedFile} from './held-file.ts';
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
  readonly #held = new HeldFile();
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
      else if ('pack' in message) await this.#pack(message);
      else await this.#read(message);
    } catch (error) {
      const fault = faultOfFile(error);
      if (fault) this.#line.post({task, fault});
      else this.#line.post({task, bug: error instanceof Error ? (error.stack ?? error.message) : String(error)});
    }
  }

  async #look({task, look, wish}: Extract<Task, {look: MarkedFile}>): Promise<void> {
    const file = await this.#held.open(look);
    const sample = await sampleOf(file.source, wish);
    if (!sample.ok) return this.#line.post({task, fault: sample.fault});

    const hash = new ContentHash();
    for await (const part of file.parts()) {
      await hash.add(part);
      if (!(await this.#pace.step(task, () => undefined))) return this.#line.post({task, cancelled: true});
    }
    const fileId = await hash.end();
    if (file.isHeld) file.heldId = fileId;
    this.#line.post({task, seen: {fileId, sample: sample.value}});
  }

  async #rows({task, rows, wish, numbers}: Extract<Task, {rows: MarkedFile}>): Promise<void> {
    const found = await rowsOf((await this.#held.open(rows)).source, wish, numbers);
    this.#line.post(found.ok ? {task, found: found.value} : {task, fault: found.fault});
  }

  async #pack({task, pack}: Extract<Task, {pack: MarkedFile}>): Promise<void> {
    const file = await this.#held.open(pack);
    const hash = file.heldId === undefined ? new ContentHash() : undefined;
    for await (const part of packed(file.parts(), async (bytes) => hash?.add(bytes))) {
      const taken = new Promise<void>((resolve) => this.#taken.set(task, resolve));
      this.#line.post({task, packed: part}, [part.buffer]);
      await taken;
      if (!(await this.#pace.step(task, () => undefined))) {
        this.#taken.delete(task);
        return this.#line.post({task, cancelled: true});
      }
    }
    this.#taken.delete(task);
    this.#held.letGo();
    this.#line.post({task, fileId: file.heldId ?? (await must(hash, 'a hash of what was not hashed before').end())});
  }

  async #read({task, read, known}: Extract<Task, {read: MarkedFile}>): Promise<void> {
    const {source} = await this.#held.open(read);
    const pace: Pace = {
      step: (done) => this.#pace.step(task, () => this.#line.post({task, done})),
    };
    const reading = await readFile(source, known, pace);
    if (reading === 'cancelled') return this.#line.post({task, cancelled: true});
    if (!reading.ok) return this.#line.post({task, fault: reading.fault});

    const {orders, rejected, rateDays, ...facts} = reading.value;
    const packer = new DraftPacker();
    for (const some of batches(orders)) this.#line.post({task, orders: packer.pack(some)});
    for (const some of batches(rejected)) this.#line.post({task, rejected: some});
    for (const some of batches(rateDays)) this.#line.post({task, rateDays: some});
    this.#line.post({task, facts});
  }
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += itemsPerMessage) yield items.slice(from, from + itemsPerMessage);
}
