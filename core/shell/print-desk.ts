import {type Disk, DiskError} from '../journal/disk.ts';
import type {Sha256} from '../journal/entry.ts';
import {fail, ok, type Result} from '../lib/result.ts';
import {endedStatuses} from '../printing/print-job.ts';
import {PrintLog} from '../printing/print-log.ts';
import {type PrinterPort, type PrinterSaid, printersWords} from '../printing/printer-port.ts';
import {Spooler} from '../printing/spooler.ts';
import type {Instant} from '../time/instant.ts';
import {jobsToldMax, type PrintingCalls, type PrintingDesk} from './printing-calls.ts';

/** What the host brings. */
export interface PrintDeskHost {
  readonly disk: Disk;
  readonly port: PrinterPort;
  readonly sha256: Sha256;
  readonly now: () => Instant;
  /** Something of what `printing.desk` answers is another. */
  readonly onChange: () => void;
}

export type PrintingAnswers = {
  readonly [C in keyof PrintingCalls]: (
    args: PrintingCalls[C]['args'],
  ) => Result<PrintingCalls[C]['answer']> | Promise<Result<PrintingCalls[C]['answer']>>;
};

/** The print queue of this desk at work: it is taken up at the first tick, and goes on without any page. The host ticks. */
export class PrintDesk {
  readonly #host: PrintDeskHost;
  #opened: Promise<Result<Spooler>> | undefined;
  #isTicking = false;
  /** Something was asked during a tick, which may not have seen it. */
  #isAsked = false;
  /** Whether pages were told that the disk does not answer. */
  #isRefused = false;

  constructor(host: PrintDeskHost) {
    this.#host = host;
  }

  async tick(): Promise<void> {
    if (this.#isTicking) return;
    this.#isTicking = true;
    do {
      this.#isAsked = false;
      const spooler = await this.#open();
      if (spooler.ok) await spooler.value.tick(this.#host.now());
    } while (this.#isAsked);
    this.#isTicking = false;
  }

  /** What was asked goes at once, and not with the next tick of the host: somebody stands there and waits for the paper. */
  async #goes(asked: Promise<Result<null>>): Promise<Result<null>> {
    const done = await asked;
    this.#isAsked = true;
    if (done.ok) void this.tick();
    return done;
  }

  get answers(): PrintingAnswers {
    const {port, now} = this.#host;
    return {
      'printing.desk': () => this.#with(async (spooler) => ok(told(spooler))),
      'printing.save': (printer) => this.#done((spooler) => spooler.savePrinter(printer)),
      'printing.remove': ({printerId}) => this.#done((spooler) => spooler.removePrinter(printerId)),
      'printing.route': ({routes}) => this.#done((spooler) => spooler.setRoutes(routes)),
      'printing.look': async (printer) => ok(readable(await port.ask(printer))),
      'printing.queues': async () => ok(await port.queues()),
      'printing.stage': ({bytes}) => this.#with((spooler) => spooler.stage(new Uint8Array(bytes))),
      'printing.unstage': ({hash}) => this.#done((spooler) => spooler.unstage(hash)),
      'printing.print': ({bytes, ...job}) =>
        this.#done((spooler) => this.#goes(spooler.ask(job, new Uint8Array(bytes), now()))),
      'printing.reprint': ({of, id, reason}) =>
        this.#done((spooler) => this.#goes(spooler.reprint(of, {id, reason}, now()))),
      'printing.settle': ({jobId, found}) => this.#done((spooler) => this.#goes(spooler.settle(jobId, found, now()))),
      'printing.setAside': () => this.#setAside(),
      'printing.cancel': ({jobId}) => this.#done((spooler) => spooler.cancel(jobId, now())),
    };
  }

  #done(work: (spooler: Spooler) => Promise<Result<null>>): Promise<Result<Readonly<Record<never, never>>>> {
    return this.#with(async (spooler) => {
      const done = await work(spooler);
      return done.ok ? ok({}) : done;
    });
  }

  async #with<T>(work: (spooler: Spooler) => Promise<Result<T>>): Promise<Result<T>> {
    const spooler = await this.#open();
    return spooler.ok ? work(spooler.value) : spooler;
  }

  async #setAside(): Promise<Result<Readonly<Record<never, never>>>> {
    const before = await this.#open();
    if (before.ok || before.fault.code !== 'printing.queue_unreadable') return fail('printing.queue_readable');
    const {disk, sha256, port, now, onChange} = this.#host;
    this.#opened = undisturbed(
      PrintLog.setAside(disk, sha256, String(now())).then(async (log) =>
        ok(await Spooler.takeUp(log, port, now(), onChange)),
      ),
      () => {
        this.#opened = undefined;
      },
    );
    const opened = await this.#opened;
    onChange();
    return opened.ok ? ok({}) : opened;
  }

  /** A disk that refused is asked again at the next tick; a queue that cannot be read stays so. */
  #open(): Promise<Result<Spooler>> {
    this.#opened ??= undisturbed(this.#takeUp(), () => {
      this.#opened = undefined;
      this.#isRefused = true;
    });
    return this.#opened;
  }

  async #takeUp(): Promise<Result<Spooler>> {
    const {disk, sha256, port, now, onChange} = this.#host;
    const log = await PrintLog.open(disk, sha256);
    if (!log.ok) return log;
    const spooler = await Spooler.takeUp(log.value, port, now(), onChange);
    if (this.#isRefused) onChange();
    this.#isRefused = false;
    return ok(spooler);
  }
}

/** What a disk may do is answered, and told. */
function undisturbed<T>(work: Promise<Result<T>>, onRefused: () => void): Promise<Result<T>> {
  return work.then(
    (done) => done,
    (error: unknown) => {
      if (!(error instanceof DiskError)) throw error;
      onRefused();
      return fail('printing.not_written');
    },
  );
}

/** What a printer says of itself, as it can be shown. */
function readable({state, reasons, words, mimeTypes, media, certificate}: PrinterSaid): PrinterSaid {
  const lines = (said: readonly string[]): readonly string[] => said.map(printersWords).filter((line) => line !== '');
  return {
    state,
    reasons: lines(reasons),
    words: printersWords(words),
    mimeTypes: lines(mimeTypes),
    media: lines(media),
    ...(certificate === undefined ? {} : {certificate}),
  };
}

function told({printers, routes, jobs}: Spooler): PrintingDesk {
  const newest = new Set(jobs.slice(-jobsToldMax));
  return {printers, routes, jobs: jobs.filter((job) => newest.has(job) || !endedStatuses.includes(job.status))};
}
