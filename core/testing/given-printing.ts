import {hashBytes} from '../lib/hash.ts';
import type {Id} from '../lib/id.ts';
import type {Disk} from '../journal/disk.ts';
import {must} from '../lib/assert.ts';
import type {AskedJob, PrintJob, PrintJobId} from '../printing/print-job.ts';
import {PrintLog} from '../printing/print-log.ts';
import type {Printer, PrinterId} from '../printing/printer.ts';
import type {JobSaid, PrinterPort, PrinterSaid, QueuesSaid, Sending, Sent} from '../printing/printer-port.ts';
import {Spooler} from '../printing/spooler.ts';
import {utf8} from '../lib/utf8.ts';
import type {Instant} from '../time/instant.ts';

export function printerId(n: number): PrinterId {
  return `printer-${String(n).padStart(4, '0')}` as Id<'printer'>;
}

export function jobId(n: number): PrintJobId {
  return `job-${String(n).padStart(8, '0')}` as Id<'printJob'>;
}

export function givenPrinter(n: number, changes: Partial<Printer> = {}): Printer {
  return {
    id: printerId(n),
    name: `Zebra ${n}`,
    way: {way: 'ipp', uri: `ipp://127.0.0.1:8631/ipp/print/${n}`},
    media: 'na_index-4x6_4x6in',
    language: 'zpl',
    dpi: 203,
    ...changes,
  };
}

export function givenJob(n: number, changes: Partial<AskedJob> = {}): AskedJob {
  return {
    id: jobId(n),
    printerId: printerId(1),
    kind: 'label',
    language: 'zpl',
    media: 'na_index-4x6_4x6in',
    copies: 1,
    ...changes,
  };
}

export function labelBytes(n: number): Uint8Array<ArrayBuffer> {
  return utf8(`^XA^FO40,40^FDparcel ${n}^FS^XZ`);
}

interface Open {
  readonly job: PrintJob;
  readonly printer: Printer;
  readonly bytes: Uint8Array;
  isAbandoned: boolean;
  answer(sent: Sent): void;
}

/** Printers whose answers the test gives: each sending waits in `open` until it is answered. */
export class GivenPrinters implements PrinterPort {
  readonly open: Open[] = [];
  /** Every sending that was begun. */
  readonly sent: PrintJob[] = [];
  readonly asked: string[] = [];
  /** The printers that something was about to be sent to. */
  readonly approached: string[] = [];
  /** What every printer says of every job it took. */
  said: JobSaid = {state: 'working', words: ''};

  approach({name}: Printer): void {
    this.approached.push(name);
  }

  send(printer: Printer, job: PrintJob, bytes: Uint8Array): Sending {
    this.sent.push(job);
    const {promise, resolve} = answerLater();
    const open: Open = {
      job,
      printer,
      bytes,
      isAbandoned: false,
      answer: (sent) => {
        this.open.splice(this.open.indexOf(open), 1);
        resolve(sent);
      },
    };
    this.open.push(open);
    return {
      done: promise,
      abandon: () => {
        open.isAbandoned = true;
      },
    };
  }

  /** What every printer says of itself. */
  saidOfPrinter: PrinterSaid = {state: 'idle', reasons: [], words: '', mimeTypes: [], media: []};
  saidOfQueues: QueuesSaid = {queues: [], words: ''};

  async ask(): Promise<PrinterSaid> {
    return this.saidOfPrinter;
  }

  async queues(): Promise<QueuesSaid> {
    return this.saidOfQueues;
  }

  async askJob(printer: Printer, remoteId: number): Promise<JobSaid> {
    this.asked.push(`${printer.name} ${remoteId}`);
    return this.said;
  }

  async cancel(): Promise<JobSaid> {
    return this.said;
  }
}

function answerLater(): {promise: Promise<Sent>; resolve: (sent: Sent) => void} {
  let resolve: (sent: Sent) => void = () => undefined;
  const promise = new Promise<Sent>((answered) => {
    resolve = answered;
  });
  return {promise, resolve};
}

export async function givenSpooler(disk: Disk, port: PrinterPort, now = 0): Promise<Spooler> {
  const log = await PrintLog.open(disk, async (bytes) => hashBytes(bytes));
  return Spooler.takeUp(must(log.ok ? log.value : undefined, 'a queue that can be read'), port, now as Instant);
}

/** Lets everything that waits for nothing but itself go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}
