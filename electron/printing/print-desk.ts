import {createHash} from 'node:crypto';
import {type Disk, DiskError} from '#core/journal/disk.ts';
import {fail, ok, type Result} from '#core/lib/result.ts';
import {endedStatuses} from '#core/printing/print-job.ts';
import {PrintLog} from '#core/printing/print-log.ts';
import type {PrinterPort} from '#core/printing/printer-port.ts';
import {Spooler} from '#core/printing/spooler.ts';
import {jobsToldMax, type PrintingCalls, type PrintingDesk} from '#core/shell/printing-calls.ts';
import type {Instant} from '#core/time/instant.ts';

const tickMs = 500;

export type PrintingAnswers = {
  readonly [C in keyof PrintingCalls]: (
    args: PrintingCalls[C]['args'],
  ) => Result<PrintingCalls[C]['answer']> | Promise<Result<PrintingCalls[C]['answer']>>;
};

/** The print queue of this desk at work: it is taken up when the desktop starts, and goes on without any page. */
export class PrintDesk {
  readonly #disk: Disk;
  readonly #port: PrinterPort;
  #opened: Promise<Result<Spooler>> | undefined;
  #isTicking = false;

  constructor(disk: Disk, port: PrinterPort) {
    this.#disk = disk;
    this.#port = port;
  }

  /** Until the returned function is called. */
  start(): () => void {
    const timer = setInterval(() => void this.tick(), tickMs);
    return () => clearInterval(timer);
  }

  async tick(): Promise<void> {
    if (this.#isTicking) return;
    this.#isTicking = true;
    const spooler = await this.#open();
    if (spooler.ok) await spooler.value.tick(now());
    this.#isTicking = false;
  }

  get answers(): PrintingAnswers {
    return {
      'printing.desk': () => this.#with(async (spooler) => ok(told(spooler))),
      'printing.save': (printer) => this.#done((spooler) => spooler.savePrinter(printer)),
      'printing.remove': ({printerId}) => this.#done((spooler) => spooler.removePrinter(printerId)),
      'printing.route': ({routes}) => this.#done((spooler) => spooler.setRoutes(routes)),
      'printing.look': async (printer) => ok(await this.#port.ask(printer)),
      'printing.print': ({bytes, ...job}) => this.#done((spooler) => spooler.ask(job, new Uint8Array(bytes), now())),
      'printing.reprint': ({of, id, reason}) => this.#done((spooler) => spooler.reprint(of, {id, reason}, now())),
      'printing.settle': ({jobId, found}) => this.#done((spooler) => spooler.settle(jobId, found, now())),
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

  /** A disk that refused is asked again at the next tick; a queue that cannot be read stays so. */
  #open(): Promise<Result<Spooler>> {
    this.#opened ??= this.#takeUp().catch((error: unknown) => {
      if (!(error instanceof DiskError)) throw error;
      this.#opened = undefined;
      return fail('printing.not_written');
    });
    return this.#opened;
  }

  async #takeUp(): Promise<Result<Spooler>> {
    const log = await PrintLog.open(this.#disk, async (bytes) => createHash('sha256').update(bytes).digest());
    return log.ok ? ok(await Spooler.takeUp(log.value, this.#port, now())) : log;
  }
}

function told({printers, routes, jobs}: Spooler): PrintingDesk {
  const newest = new Set(jobs.slice(-jobsToldMax));
  return {printers, routes, jobs: jobs.filter((job) => newest.has(job) || !endedStatuses.includes(job.status))};
}

function now(): Instant {
  return Date.now() as Instant;
}
