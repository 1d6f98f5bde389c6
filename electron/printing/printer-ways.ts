import type {PrintJob} from '#core/printing/print-job.ts';
import type {Printer, Way} from '#core/printing/printer.ts';
import type {JobSaid, PrinterPort, PrinterSaid, QueuesSaid, Sending} from '#core/printing/printer-port.ts';
import {type IppTerms, ippTerms} from './ipp-exchange.ts';
import {askIpp, askIppJob, askQueues, cancelIpp, sendIpp} from './ipp-printer.ts';
import {RawApproach} from './raw-approach.ts';
import {type RawLimits, rawLimits, sendRaw} from './raw-printer.ts';

/**
 * The printers of a desk, each by its way. A queue of the system is CUPS on this computer, which speaks IPP too; Windows has none, and
 * such a printer is told to be out of reach.
 */
export class PrinterWays implements PrinterPort {
  readonly #raw: RawLimits;
  readonly #ipp: IppTerms;
  readonly #approach = new RawApproach();

  constructor({raw = rawLimits, ipp = ippTerms}: {readonly raw?: RawLimits; readonly ipp?: IppTerms} = {}) {
    this.#raw = raw;
    this.#ipp = ipp;
  }

  approach({way}: Printer): void {
    if (way.way === 'raw') this.#approach.begin({host: way.host, port: way.port});
  }

  send(printer: Printer, job: PrintJob, bytes: Uint8Array): Sending {
    const {way} = printer;
    if (way.way === 'raw') return sendRaw(way, bytes, job.copies, this.#raw, this.#approach.take(way));
    return sendIpp(uriOf(way), printer, job, bytes, this.#termsOf(way));
  }

  async ask({way}: Printer): Promise<PrinterSaid> {
    if (way.way !== 'raw') return askIpp(uriOf(way), this.#termsOf(way));
    // A raw port says nothing about itself, and a connection would be a job without a byte to some printers.
    return {state: 'silent', reasons: [], words: '', mimeTypes: [], media: []};
  }

  queues(): Promise<QueuesSaid> {
    return askQueues(`${system}/`, this.#ipp);
  }

  async askJob({way}: Printer, remoteId: number): Promise<JobSaid> {
    return way.way === 'raw' ? {state: 'silent', words: ''} : askIppJob(uriOf(way), remoteId, this.#termsOf(way));
  }

  async cancel({way}: Printer, remoteId: number): Promise<JobSaid> {
    return way.way === 'raw' ? {state: 'silent', words: ''} : cancelIpp(uriOf(way), remoteId, this.#termsOf(way));
  }

  #termsOf(way: Way): IppTerms {
    const fingerprint = way.way === 'ipp' ? way.fingerprint : undefined;
    return fingerprint === undefined ? this.#ipp : {...this.#ipp, fingerprint};
  }
}

/** CUPS of this computer. */
const system = 'ipp://localhost:631';

function uriOf(way: Exclude<Way, {readonly way: 'raw'}>): string {
  return way.way === 'ipp' ? way.uri : `${system}/printers/${encodeURIComponent(way.name)}`;
}
