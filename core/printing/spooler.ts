import {PathTurns} from '../journal/path-turns.ts';
import {canonical} from '../lib/canonical.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import type {Instant} from '../time/instant.ts';
import type {PrintLog} from './print-log.ts';
import {
  advance,
  type AskedJob,
  documentBytesMax,
  endedStatuses,
  type JobStep,
  type PrintJob,
  type PrintJobId,
  type ReprintReason,
} from './print-job.ts';
import {type Printer, type PrinterId, printersMax} from './printer.ts';
import {type JobSaid, type PrinterPort, printersWords, type Sending, type Sent} from './printer-port.ts';
import {isFree, type QueuedJob, type QueueEntry, type StepEntry, turns} from './queue.ts';
import {checkFit, type Route} from './routing.ts';

/** A sending that has said nothing for so long is given up. The adapters have shorter limits; this one holds when they do not. */
export const sendingMsMax = 10 * 60_000;
/** A printer is asked about a job it has taken, every few seconds and not for ever. */
export const askEveryMs = 3_000;
export const watchMsMax = 60 * 60_000;

const stepOfOutcome: Readonly<Record<Sent['outcome'], JobStep>> = {
  handedOver: 'handOver',
  refused: 'fail',
  notReached: 'postpone',
  lost: 'lose',
};
const stepOfState: Readonly<Record<JobSaid['state'], JobStep | undefined>> = {
  working: undefined,
  silent: undefined,
  completed: 'confirm',
  aborted: 'fail',
  cancelled: 'cancel',
};

/** So long what has ended can be printed again; then it is forgotten, with the addresses on it. */
export const keptMs = 14 * 24 * 60 * 60_000;
const cutEveryMs = 24 * 60 * 60_000;

interface UnderWay {
  readonly sending: Sending;
  readonly since: Instant;
}

/**
 * The queue at work. It has no clock: its host calls `tick` every second or so. Whatever changes is written down before it
 * counts, `send` before the first byte leaves; so after a crash each job stands where it stood, or is `unknown`.
 */
export class Spooler {
  readonly #log: PrintLog;
  readonly #port: PrinterPort;
  readonly #turns = new PathTurns();
  readonly #underWay = new Map<PrintJobId, UnderWay>();
  /** What became of a job, where the disk would not have it: said again at the next tick. */
  readonly #owed = new Map<PrintJobId, StepEntry>();
  readonly #heard = new Map<PrintJobId, {readonly words: string; readonly at: Instant}>();
  readonly #onChange: () => void;
  #now: Instant;
  /** When what is old was last forgotten. */
  #cutAt: number | undefined;

  private constructor(log: PrintLog, port: PrinterPort, now: Instant, onChange: () => void) {
    this.#log = log;
    this.#port = port;
    this.#now = now;
    this.#onChange = onChange;
  }

  /**
   * Takes up a queue where the last run left it. What was being sent then may have left: a person decides. `onChange` is called when
   * printers, routes or jobs are others than before.
   */
  static async takeUp(
    log: PrintLog,
    port: PrinterPort,
    now: Instant,
    onChange: () => void = () => undefined,
  ): Promise<Spooler> {
    const spooler = new Spooler(log, port, now, onChange);
    for (const {job, status} of log.queue.jobs.values()) {
      if (status === 'sending') spooler.#owed.set(job.id, {entry: 'step', jobId: job.id, step: 'lose', at: now});
    }
    await spooler.#payOwed();
    for (const {job} of doubtful(log)) {
      const send = await spooler.#step({entry: 'step', jobId: job.id, step: 'send', at: now});
      if (send.ok) await spooler.#step({entry: 'step', jobId: job.id, step: 'lose', at: now});
    }
    return spooler;
  }

  get jobs(): readonly QueuedJob[] {
    return Array.from(this.#log.queue.jobs.values(), (queued) => {
      const heard = queued.status === 'sent' ? this.#heard.get(queued.job.id) : undefined;
      return heard ? {...queued, words: heard.words} : queued;
    });
  }

  get printers(): readonly Printer[] {
    return [...this.#log.queue.printers.values()];
  }

  get routes(): readonly Route[] {
    return this.#log.queue.routes;
  }

  savePrinter(printer: Printer): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const {printers} = this.#log.queue;
      if (!printers.has(printer.id) && printers.size >= printersMax) return fail('printing.too_many_printers');
      return this.#write({entry: 'printer', printer});
    });
  }

  /** Refused while something waits for the printer or may have come out of it. */
  removePrinter(printerId: PrinterId): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const isBusy = this.jobs.some(({job, status}) => job.printerId === printerId && !endedStatuses.includes(status));
      if (isBusy) return fail('printing.printer_busy');
      if (!this.#log.queue.printers.has(printerId)) return fail('printing.printer_not_found');
      return this.#write({entry: 'printerRemoved', printerId});
    });
  }

  setRoutes(routes: readonly Route[]): Promise<Result<null>> {
    return this.#inTurn(() => this.#write({entry: 'routes', routes}));
  }

  /**
   * Brings bytes to the disk that may be asked for soon, so that nobody waits for it then. Nothing is printed of it, and where no job
   * comes, nothing stays: it is forgotten by `unstage`, and by the next run.
   */
  stage(bytes: Uint8Array<ArrayBuffer>): Promise<Result<{readonly hash: string}>> {
    return this.#inTurn(async () => {
      if (!isDocumentSize(bytes)) return fail('printing.document_size', {bytesMax: documentBytesMax});
      const hash = await this.#log.stage(bytes);
      return hash === undefined ? fail('printing.not_written') : ok({hash});
    });
  }

  unstage(hash: string): Promise<Result<null>> {
    return this.#inTurn(async () => ((await this.#log.unstage(hash)) ? ok(null) : fail('printing.not_written')));
  }

  /** Asked twice with one id, it is one job; `printing.job_differs` where the second is not the first. A free printer gets it at once. */
  ask(asked: AskedJob, bytes: Uint8Array<ArrayBuffer>, now: Instant): Promise<Result<null>> {
    return this.#inTurn(async () => {
      if (!isDocumentSize(bytes)) return fail('printing.document_size', {bytesMax: documentBytesMax});
      const before = this.#log.queue.jobs.get(asked.id);
      if (before) return this.#sameAgain(before.job, asked, bytes);
      const printer = this.#log.queue.printers.get(asked.printerId);
      if (!printer) return fail('printing.printer_not_found');
      const fits = checkFit(asked, printer);
      if (!fits.ok) return fits;
      const hash = await this.#log.keep(bytes);
      if (hash === undefined) return fail('printing.not_written');
      const job: PrintJob = {...asked, hash, bytes: bytes.length, askedAt: now};
      // One flush for both: somebody stands there and waits for the paper.
      const goesAtOnce = isFree(this.#log.queue, asked.printerId);
      const sends: readonly StepEntry[] = goesAtOnce ? [{entry: 'step', jobId: job.id, step: 'send', at: now}] : [];
      // Not a byte leaves, and meanwhile the disk is at work.
      if (goesAtOnce) this.#port.approach(printer);
      if (!(await this.#log.append({entry: 'asked', job}, ...sends))) return fail('printing.not_written');
      // Before pages are told, which ask for the whole queue then.
      if (goesAtOnce) this.#begin(printer, {job, bytes}, now);
      this.#onChange();
      return ok(null);
    });
  }

  /**
   * One more job with the very bytes of one that has ended, and the reason for it. Of one of which nobody knows whether it came out, this
   * is a person's word that it did not; its printer is held until the new job stands in the queue, and goes on with that one.
   */
  reprint(
    of: PrintJobId,
    {id, reason}: {readonly id: PrintJobId; readonly reason: ReprintReason},
    now: Instant,
  ): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const before = this.#log.queue.jobs.get(of);
      if (!before) return fail('printing.job_not_found');
      const again = this.#log.queue.jobs.get(id)?.job;
      const isSame = again?.reprint?.of === of && again.reprint.reason === reason;
      if (again) return isSame ? ok(null) : fail('printing.job_differs');
      const isUnknown = before.status === 'unknown';
      if (!isUnknown && !endedStatuses.includes(before.status))
        return fail('printing.not_ended', {status: before.status});
      if (!this.#log.queue.printers.has(before.job.printerId)) return fail('printing.printer_not_found');
      if (!(await this.#log.bytesOf(before.job.hash))) return fail('printing.bytes_gone');
      return this.#write({entry: 'asked', job: {...before.job, id, askedAt: now, reprint: {of, reason}}});
    });
  }

  /** A person's word about a job of which nobody knows whether it came out. */
  settle(jobId: PrintJobId, found: 'foundPrinted' | 'foundMissing', now: Instant): Promise<Result<null>> {
    return this.#step({entry: 'step', jobId, step: found, at: now});
  }

  /** What waits is cancelled here; what a printer has taken, by the printer, if it can. */
  async cancel(jobId: PrintJobId, now: Instant): Promise<Result<null>> {
    const queued = this.#log.queue.jobs.get(jobId);
    if (queued?.status !== 'sent') return this.#step({entry: 'step', jobId, step: 'cancel', at: now});
    const printer = this.#takerOf(queued);
    if (!printer || queued.remoteId === undefined) return fail('printing.cannot_cancel', {words: ''});
    const said = await this.#port.cancel(printer, queued.remoteId);
    if (said.state !== 'cancelled') return fail('printing.cannot_cancel', {words: printersWords(said.words)});
    return this.#step({entry: 'step', jobId, step: 'cancel', at: now, words: printersWords(said.words)});
  }

  /** Sends what has its turn, gives up what takes too long, and asks printers what became of what they took. */
  async tick(now: Instant): Promise<void> {
    this.#now = now;
    await this.#payOwed();
    for (const [jobId, {sending, since}] of this.#underWay) {
      if (now - since < sendingMsMax) continue;
      sending.abandon();
      await this.#ended(jobId, {outcome: 'lost', words: ''});
    }
    for (const {job} of turns(this.#log.queue, now)) await this.#send(job, now);
    for (const queued of this.jobs) this.#watch(queued, now);
    await this.#cut(now);
  }

  async #cut(now: Instant): Promise<void> {
    if (this.#cutAt !== undefined && now - this.#cutAt < cutEveryMs) return;
    this.#cutAt = now;
    await this.#inTurn(() => this.#log.cut(now - keptMs));
  }

  async #send(job: PrintJob, at: Instant): Promise<void> {
    const printer = this.#log.queue.printers.get(job.printerId);
    if (!printer) return;
    const bytes = await this.#log.bytesOf(job.hash);
    if (!bytes) {
      await this.#step({entry: 'step', jobId: job.id, step: 'fail', at, fault: 'printing.bytes_gone'});
      return;
    }
    const isWritten = await this.#step({entry: 'step', jobId: job.id, step: 'send', at});
    if (isWritten.ok) this.#begin(printer, {job, bytes}, at);
  }

  /** Hands the bytes over, once it is written down that they go. */
  #begin(
    printer: Printer,
    {job, bytes}: {readonly job: PrintJob; readonly bytes: Uint8Array<ArrayBuffer>},
    since: Instant,
  ): void {
    const sending = this.#port.send(printer, job, bytes);
    this.#underWay.set(job.id, {sending, since});
    void sending.done.then((sent) => this.#ended(job.id, sent));
  }

  /** Heard once of each sending: what comes after it was given up changes nothing. */
  async #ended(jobId: PrintJobId, sent: Sent): Promise<void> {
    if (!this.#underWay.delete(jobId)) return;
    const remoteId = sent.outcome === 'handedOver' ? sent.remoteId : undefined;
    this.#owed.set(jobId, {
      entry: 'step',
      jobId,
      step: stepOfOutcome[sent.outcome],
      at: this.#now,
      words: printersWords(sent.words ?? ''),
      ...(remoteId === undefined ? {} : {remoteId}),
    });
    await this.#payOwed();
  }

  async #payOwed(): Promise<void> {
    for (const [jobId, entry] of this.#owed) {
      const stepped = await this.#step(entry);
      if (stepped.ok || stepped.fault.code !== 'printing.not_written') this.#owed.delete(jobId);
    }
  }

  /** The printer that took a job, if it is still reached the way it was then: another would answer for a job of its own. */
  #takerOf({job, sentBy}: QueuedJob): Printer | undefined {
    const printer = this.#log.queue.printers.get(job.printerId);
    return printer && sentBy && canonical(printer.way) === canonical(sentBy) ? printer : undefined;
  }

  #watch(queued: QueuedJob, now: Instant): void {
    const {job, status, since, remoteId} = queued;
    if (status !== 'sent' || remoteId === undefined || now - since > watchMsMax) return;
    const printer = this.#takerOf(queued);
    if (!printer || now - (this.#heard.get(job.id)?.at ?? 0) < askEveryMs) return;
    this.#heard.set(job.id, {words: this.#heard.get(job.id)?.words ?? '', at: now});
    void this.#port.askJob(printer, remoteId).then(async (said) => {
      const words = printersWords(said.words);
      const step = stepOfState[said.state];
      const isNew = words !== this.#heard.get(job.id)?.words;
      this.#heard.set(job.id, {words, at: now});
      if (isNew) this.#onChange();
      if (!step) return;
      await this.#step({entry: 'step', jobId: job.id, step, at: now, words});
    });
  }

  #step(entry: StepEntry): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const queued = this.#log.queue.jobs.get(entry.jobId);
      if (!queued) return fail('printing.job_not_found');
      const status = advance(queued.status, entry.step);
      return status.ok ? this.#write(entry) : status;
    });
  }

  async #sameAgain(before: PrintJob, asked: AskedJob, bytes: Uint8Array<ArrayBuffer>): Promise<Result<null>> {
    const {askedAt, reprint} = before;
    const second: PrintJob = {...asked, hash: await this.#log.hashOf(bytes), bytes: bytes.length, askedAt};
    const isSame = reprint === undefined && canonical(second) === canonical(before);
    return isSame ? ok(null) : fail('printing.job_differs');
  }

  async #write(...entries: readonly QueueEntry[]): Promise<Result<null>> {
    if (!(await this.#log.append(...entries))) return fail('printing.not_written');
    this.#onChange();
    return ok(null);
  }

  /** One thing after the other: what is decided is still so when it is written. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take('queue', work);
  }
}

function isDocumentSize({length}: Uint8Array): boolean {
  return length > 0 && length <= documentBytesMax;
}

/** The shortest entry of a step, with its head. */
const stepBytesMin = 110;

/**
 * The waiting jobs that may have been sent all the same: what tells so may be in the torn part of the log. As many for each printer as that
 * part can hold steps; a write that was cut short holds few.
 */
function doubtful({queue, tornBytes}: PrintLog): QueuedJob[] {
  const left = new Map<PrinterId, number>();
  const waiting = [...queue.jobs.values()].filter(({status}) => status === 'asked');
  const [again, first] = [waiting.filter(({job}) => job.reprint), waiting.filter(({job}) => !job.reprint)];
  return [...again, ...first].filter(({job}) => {
    const more = left.get(job.printerId) ?? Math.ceil(tornBytes / stepBytesMin);
    left.set(job.printerId, more - 1);
    return more > 0;
  });
}
