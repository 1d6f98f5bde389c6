import type {PrintJob} from './print-job.ts';
import type {Printer} from './printer.ts';

/** What came of a sending. `words` are the printer's or the system's own, at most `wordsMax` characters, in whatever language they came. */
export type Sent =
  /** All bytes are with the printer; `remoteId` is its own number for the job, where it gave one. */
  | {readonly outcome: 'handedOver'; readonly remoteId?: number; readonly words?: string}
  /** The printer said no, so nothing comes out. */
  | {readonly outcome: 'refused'; readonly words: string}
  /** Nothing comes out, and it may be tried again: not one byte of the document had left, or a busy printer took none. */
  | {readonly outcome: 'notReached'; readonly words: string}
  /** Bytes had left, and nobody knows what became of them. */
  | {readonly outcome: 'lost'; readonly words: string};

/** What a printer says about a job it has taken. */
export interface JobSaid {
  readonly state: 'working' | 'completed' | 'aborted' | 'cancelled' | 'silent';
  readonly words: string;
}

/** What a printer says about itself. */
export interface PrinterSaid {
  readonly state: 'idle' | 'working' | 'stopped' | 'silent';
  /** Its reasons, such as `media-empty`; in its own words. */
  readonly reasons: readonly string[];
  readonly words: string;
  /** What it says it takes; empty where it says nothing. */
  readonly mimeTypes: readonly string[];
  readonly media: readonly string[];
  /** SHA-256 of the certificate it showed, where nobody trusts that: it was asked nothing then. */
  readonly certificate?: string;
}

/** The queues of this computer's own system; none where it has none, and then `words` say why. */
export interface QueuesSaid {
  readonly queues: readonly {
    readonly name: string;
    /** As its owner calls it. */
    readonly info: string;
  }[];
  readonly words: string;
}

/** A sending under way. */
export interface Sending {
  readonly done: Promise<Sent>;
  /** Ends it: the connection is closed, and nothing more leaves. `done` then says `lost` or `notReached`. */
  abandon(): void;
}

/** Printers as the spooler reaches them. An adapter never rejects for what the world does: it says it. */
export interface PrinterPort {
  /** Goes to a printer, where that takes time, without a byte: something is about to be sent there. */
  approach(printer: Printer): void;
  /** Sends the bytes once, `job.copies` times on paper. */
  send(printer: Printer, job: PrintJob, bytes: Uint8Array): Sending;
  ask(printer: Printer): Promise<PrinterSaid>;
  queues(): Promise<QueuesSaid>;
  askJob(printer: Printer, remoteId: number): Promise<JobSaid>;
  /** Whether the printer agreed; what has come out is out. */
  cancel(printer: Printer, remoteId: number): Promise<JobSaid>;
}

export const wordsMax = 300;

// Control characters, and marks that turn the reading direction: a printer may send anything.
const unreadable = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

/** A printer's words as they can be kept and shown: one line, bounded. */
export function printersWords(said: string): string {
  const plain = said
    .slice(0, wordsMax * 4)
    .replace(unreadable, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(plain).slice(0, wordsMax).join('');
}
