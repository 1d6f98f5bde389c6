import type {Fault} from '#core/faults.ts';
import type {IntakeCalls, IntakePhase, IntakeProgress, IntakeState, KeptFile} from '#core/intake/messages.ts';
import {noIntake} from '#core/intake/messages.ts';
import type {ImportId} from '#core/intake/schema.ts';
import type {Result} from '#core/lib/result.ts';
import type {Call} from '#core/sync/define.ts';
import type {Instant} from '#core/time/instant.ts';
import type {Shop} from '../shop.ts';
import {faultOf} from '../store-faults.ts';
import type {Coming} from './kept-files.ts';
import {readBrought} from './read-brought.ts';
import {keepImport} from './keep-import.ts';
import type {ReaderClient} from './reader-client.ts';
import {pageOfItems} from './plan-items.ts';
import {withCells} from './rejected-cells.ts';
import {type Decisions, type SessionPlan, planSession, undecidedOf} from './session-plan.ts';
import {type SessionFile, statusOf, toldFile} from './session-file.ts';
import {type Undone, undoCallsOf, undoImport} from './undo-import.ts';
import {unfinishedImport} from './unfinished.ts';

/** What a session needs of its worker. */
export interface SessionHost {
  readonly shop: Shop;
  readonly reader: ReaderClient;
  readonly now: () => Instant;
  /** A new random id. */
  readonly newId: () => string;
  readonly tell: (state: IntakeState) => void;
  readonly report: (error: unknown) => void;
}

type Args<N extends keyof IntakeCalls> = IntakeCalls[N]['args'];
type Answer<N extends keyof IntakeCalls> = IntakeCalls[N]['answer'];

/** Often enough for a bar that moves. */
const tellEveryMs = 500;
const filesMax = 100;
const itemsMax = 200;

/**
 * Files on their way into the shop: read, asked about, compared, shown, kept. Nothing touches the shop before `accept`, and
 * an import that is stopped is taken back as a whole.
 */
export class IntakeSession {
  readonly #host: SessionHost;
  #files: readonly SessionFile[] = [];
  #phase: IntakePhase = 'idle';
  #progress: IntakeProgress | undefined;
  #plan: SessionPlan | undefined;
  #decisions: Decisions = new Map();
  #importId: string | undefined;
  #undo: readonly Call[] | undefined;
  #fault: Fault | undefined;
  #unfinished: IntakeState['unfinished'];
  /** Ends the piece of work that is under way. */
  #stop: (() => void) | undefined;
  #working: Promise<void> | undefined;
  /** Another after every change of what a plan is made of. */
  #revision = 0;
  #readBytes = 0;
  #pausedAt: Instant | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isEnded = false;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  get state(): IntakeState {
    return {
      phase: this.#phase,
      files: this.#files.map((file) => toldFile(file, this.#plan?.files.get(file.key))),
      counts: this.#plan?.counts ?? noIntake.counts,
      undecided: this.#plan ? undecidedOf(this.#plan, this.#decisions) : 0,
      ...(this.#progress ? {progress: this.#progress} : {}),
      ...(this.#importId === undefined ? {} : {importId: this.#importId}),
      ...(this.#undo ? {undo: this.#undo} : {}),
      ...(this.#fault ? {fault: this.#fault} : {}),
      ...(this.#unfinished ? {unfinished: this.#unfinished} : {}),
    };
  }

  /** Looks for an import that an earlier start did not bring to its end. */
  async lookBack(): Promise<void> {
    this.#unfinished = await unfinishedImport(this.#host.shop.store);
    await this.#host.shop.files.sweep(this.#host.now());
    this.#tell();
  }

  add({files}: Args<'intake.add'>): void {
    if (this.#phase === 'keeping') return;
    if (this.#phase === 'kept' || this.#phase === 'cancelled') this.clear();
    const room = filesMax - this.#files.length;
    const added = files.slice(0, room).map((brought): SessionFile => {
      return {key: this.#host.newId(), brought, stage: 'waiting', chosen: {}, remembered: {}, sample: []};
    });
    this.#files = [...this.#files, ...added];
    this.#changed();
  }

  choose({file: key, ...choice}: Args<'intake.choose'>): void {
    const file = this.#file(key);
    if (!file || !this.#isOpen()) return;
    // Which storefront it belongs to changes nothing of what the file says.
    const isReadAgain = Object.keys(choice).some((name) => name !== 'storefrontId');
    this.#put(key, {chosen: {...file.chosen, ...choice}});
    if (isReadAgain && file.stage === 'reading') this.#stopReading();
    else if (isReadAgain) this.#put(key, {stage: 'waiting'});
    this.#changed();
  }

  remove({file: key}: Args<'intake.remove'>): void {
    if (!this.#isOpen()) return;
    if (this.#file(key)?.stage === 'reading') this.#stopReading();
    this.#files = this.#files.filter((file) => file.key !== key);
    this.#changed();
  }

  pause(): void {
    if (this.#phase !== 'reading') return;
    this.#host.reader.pause();
    this.#pausedAt = this.#host.now();
    this.#enter('paused');
  }

  resume(): void {
    if (this.#phase !== 'paused') return;
    const away = this.#host.now() - (this.#pausedAt ?? this.#host.now());
    if (this.#progress) this.#progress = {...this.#progress, startedAt: (this.#progress.startedAt + away) as Instant};
    this.#host.reader.resume();
    this.#enter('reading');
  }

  /** While reading, forgets the files; while keeping, takes back what was written. */
  cancel(): void {
    if (this.#phase === 'reading' || this.#phase === 'paused') {
      this.#files = [];
      this.#plan = undefined;
      this.#revision += 1;
      this.#progress = undefined;
      this.#stop?.();
      this.#host.reader.resume();
      this.#enter('cancelled');
    } else if (this.#phase === 'keeping') this.#stop?.();
  }

  clear(): void {
    if (this.#phase === 'keeping') return;
    this.#stop?.();
    this.#host.reader.resume();
    this.#files = [];
    this.#plan = undefined;
    this.#revision += 1;
    this.#decisions = new Map();
    this.#progress = undefined;
    this.#importId = undefined;
    this.#undo = undefined;
    this.#fault = undefined;
    this.#enter('idle');
  }

  async items({file, kind, from, count}: Args<'intake.items'>): Promise<Answer<'intake.items'>> {
    const files = this.#files.filter(({key}) => file === undefined || key === file);
    const page = pageOfItems({files, kind, from, count: Math.min(count, itemsMax)}, this.#plan, this.#decisions);
    // A reader that is at work, or paused, would not answer.
    const isFree = this.#phase === 'ready' || this.#phase === 'kept';
    return kind === 'rejected' && isFree
      ? {...page, items: await withCells(page.items, files, this.#host.reader)}
      : page;
  }

  decide({orderId, groups}: Args<'intake.decide'>): void {
    if (!this.#isOpen()) return;
    const conflicting = this.#plan?.conflicting ?? [];
    const ids = orderId === undefined ? conflicting.map((order) => order.orderId) : [orderId];
    for (const id of ids) this.#decisions.set(id, {...this.#decisions.get(id), ...groups});
    this.#tell();
  }

  /** Begins to keep; answers when it is begun. */
  accept(): void {
    if (this.#phase !== 'ready' || !this.#plan || this.#readyFiles().length === 0) return;
    const [plan, abort] = [this.#plan, new AbortController()];
    this.#stop = () => abort.abort();
    this.#fault = undefined;
    this.#work(() => this.#keep(plan, abort.signal));
    this.#enter('keeping');
  }

  /** Whether the arguments of a call name the import of this session. */
  isOf(args: unknown): boolean {
    return this.#importId !== undefined && (args as {readonly importId?: string}).importId === this.#importId;
  }

  /** Takes a whole import back, this session's or an earlier one. */
  async undo(importId: string): Promise<Result<Undone>> {
    if (this.#phase === 'keeping') return {ok: false, fault: {code: 'intake.busy', values: {}}};
    const {shop, now} = this.#host;
    const undone = await undoImport(shop, {importId: importId as ImportId, at: now(), status: 'undone'});
    if (this.#unfinished?.importId === importId) this.#unfinished = undefined;
    // What was compared with the shop was compared with this import in it.
    if (this.#importId === importId) this.clear();
    else if (this.#isOpen()) this.#changed();
    return undone;
  }

  /** What the next import would add to the kept files at most, and which of them it would keep. */
  coming(kept: readonly KeptFile[]): Coming {
    const ids = new Set(kept.map(({fileId}) => fileId));
    const files = this.#readyFiles();
    const added = files.filter(({fileId}) => fileId !== undefined && !ids.has(fileId));
    return {
      comingBytes: added.reduce((sum, {brought}) => sum + brought.blob.size, 0),
      spare: new Set(files.flatMap(({fileId}) => fileId ?? [])),
    };
  }

  /** Another shop is opened in this window: nothing of this session goes on. */
  end(): void {
    this.#isEnded = true;
    this.#stop?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#host.reader.close();
  }

  /** Whether the session still takes what a person says of its files. */
  #isOpen(): boolean {
    return ['idle', 'reading', 'paused', 'ready'].includes(this.#phase);
  }

  #readyFiles(): readonly SessionFile[] {
    return this.#files.filter((file) => statusOf(file) === 'ready');
  }

  /** The file under way is given up; what is not paused goes on with the next. */
  #stopReading(): void {
    this.resume();
    this.#stop?.();
  }

  #file(key: string): SessionFile | undefined {
    return this.#files.find((file) => file.key === key);
  }

  #put(key: string, changes: Partial<SessionFile>): void {
    this.#files = this.#files.map((file) => (file.key === key ? {...file, ...changes} : file));
  }

  /** Something the plan is made of is different: what is to be read is read, and the shop compared with again. */
  #changed(): void {
    this.#revision += 1;
    this.#plan = undefined;
    // Nothing can be accepted before it is compared with the shop again.
    if (this.#phase !== 'paused') this.#phase = 'reading';
    this.#work(() => this.#settle());
    this.#tellSoon();
  }

  /** One piece of work after the other; an error that is no fault is a bug and goes to the page. */
  #work(body: () => Promise<void>): void {
    const working: Promise<void> = (this.#working ?? Promise.resolve())
      .then(body)
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        if (this.#working === working) this.#working = undefined;
      });
    this.#working = working;
  }

  #failed(error: unknown): void {
    this.#fault = faultOf(error);
    this.#progress = undefined;
    // What was under way when the shop was left does not end well, and is no bug.
    if (!this.#fault && !this.#isEnded) this.#host.report(error);
    this.#enter('cancelled');
  }

  async #settle(): Promise<void> {
    this.#readBytes = 0;
    this.#progress = undefined;
    for (;;) {
      const next = this.#files.find(({stage}) => stage === 'waiting');
      if (!next) break;
      if (this.#phase !== 'paused') this.#enter('reading');
      await this.#read(next);
    }
    const revision = this.#revision;
    if (this.#phase === 'cancelled') return;
    const startedAt = this.#host.now();
    const progress = (done: number, total: number): boolean => {
      if (revision !== this.#revision) return false;
      this.#progress = {unit: 'orders', done, total, startedAt};
      this.#tellSoon();
      return true;
    };
    const plan = await planSession(this.#host.shop, this.#readyFiles(), startedAt, progress);
    // Something has changed meanwhile, and what changed it has asked for another plan.
    if (!plan || revision !== this.#revision) return;
    this.#plan = plan;
    this.#progress = undefined;
    // Paused after the last file was read, the next one would never begin.
    this.#host.reader.resume();
    this.#enter(this.#files.length > 0 ? 'ready' : 'idle');
  }

  async #read(file: SessionFile): Promise<void> {
    const {key} = file;
    const size = file.brought.blob.size;
    const startedAt = this.#progress?.startedAt ?? this.#host.now();
    const progress = (read: number): void => {
      const waiting = this.#files.filter(({stage}) => stage === 'waiting');
      const toCome = waiting.reduce((sum, {brought}) => sum + brought.blob.size, 0);
      const done = this.#readBytes + read;
      this.#progress = {unit: 'bytes', done, total: this.#readBytes + size + toCome, startedAt};
      this.#tellSoon();
    };
    const become = (changes: Partial<SessionFile>): void => {
      this.#put(key, changes);
      progress(0);
    };
    const isTwice = (fileId: string): boolean => this.#files.some((one) => one.key !== key && one.fileId === fileId);
    const {shop, reader} = this.#host;
    const stoppable = (stop: () => void): void => {
      this.#stop = stop;
    };
    become({stage: 'reading', fault: undefined, reading: undefined, fileId: undefined});
    const found = await readBrought(file, {store: shop.store, reader, become, progress, stoppable, isTwice});
    this.#stop = undefined;
    this.#put(key, found === 'cancelled' ? {stage: 'waiting'} : {...found, stage: 'read'});
    this.#readBytes += size;
  }

  async #keep(plan: SessionPlan, signal: AbortSignal): Promise<void> {
    const {shop, reader, now} = this.#host;
    const startedAt = now();
    const importId = this.#host.newId() as ImportId;
    this.#importId = importId;
    const progress = (done: number, total: number): void => {
      this.#progress = {unit: 'orders', done, total, startedAt};
      this.#tellSoon();
    };
    const files = this.#readyFiles();
    const kept = await keepImport({
      shop,
      reader,
      now,
      signal,
      progress,
      plan,
      files,
      importId,
      decisions: this.#decisions,
    });
    this.#stop = undefined;
    this.#progress = undefined;
    if (kept.ok && kept.value === 'kept') {
      for (const {key} of files) this.#put(key, {stage: 'kept'});
      this.#undo = await undoCallsOf(shop.store, importId);
    }
    if (!kept.ok) this.#fault = kept.fault;
    this.#enter(kept.ok ? kept.value : 'cancelled');
  }

  #enter(phase: IntakePhase): void {
    this.#phase = phase;
    this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#isEnded) this.#host.tell(this.state);
  }

  #tellSoon(): void {
    if (!this.#isEnded) this.#timer ??= setTimeout(() => this.#tell(), tellEveryMs);
  }
}
