import {must} from '../lib/assert.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {branded, check, integer, list, object, oneOf, optional, text} from '../lib/shape.ts';
import {id} from '../lib/id.ts';
import type {Instant} from '../time/instant.ts';
import {
  advance,
  endedStatuses,
  type JobStatus,
  jobStatuses,
  type JobStep,
  jobSteps,
  type PrintJob,
  type PrintJobId,
  printJobShape,
} from './print-job.ts';
import {checkPrinter, checkWay, type Printer, type PrinterId, type Way} from './printer.ts';
import {checkFit, type Route, routeShape, routesMax} from './routing.ts';

/** One line of the log. Everything the queue knows is what these lines, in their order, tell. */
export type QueueEntry =
  | {readonly entry: 'printer'; readonly printer: Printer}
  | {readonly entry: 'printerRemoved'; readonly printerId: PrinterId}
  | {readonly entry: 'routes'; readonly routes: readonly Route[]}
  | {readonly entry: 'asked'; readonly job: PrintJob}
  | WholeEntry
  | StepEntry;

/** Everything as it stood when the log was cut: what was before it is no longer needed. */
export interface WholeEntry {
  readonly entry: 'whole';
  readonly printers: readonly Printer[];
  readonly routes: readonly Route[];
  readonly jobs: readonly QueuedJob[];
}

export interface StepEntry {
  readonly entry: 'step';
  readonly jobId: PrintJobId;
  readonly step: JobStep;
  readonly at: Instant;
  /** The printer's words about it. */
  readonly words?: string;
  /** The printer's number for the job. */
  readonly remoteId?: number;
  /** Why it was not even tried. */
  readonly fault?: JobFault;
}

const jobFaults = ['printing.bytes_gone'] as const;
export type JobFault = (typeof jobFaults)[number];

/** A job and where it stands. */
export interface QueuedJob {
  readonly job: PrintJob;
  readonly status: JobStatus;
  readonly since: Instant;
  /** How often nothing could be sent. */
  readonly postponed: number;
  readonly words: string;
  readonly remoteId?: number;
  readonly fault?: JobFault;
  /** The way its bytes took: only there can be asked what became of it. */
  readonly sentBy?: Way;
}

export interface Queue {
  readonly printers: ReadonlyMap<PrinterId, Printer>;
  readonly routes: readonly Route[];
  /** In the order in which they were asked for. */
  readonly jobs: ReadonlyMap<PrintJobId, QueuedJob>;
}

export function emptyQueue(): Queue {
  return {printers: new Map(), routes: [], jobs: new Map()};
}

/** The queue behind an entry. The maps of the queue before are changed: only the newest is looked at. */
export function applyEntry(queue: Queue, entry: QueueEntry): Queue {
  const printers = queue.printers as Map<PrinterId, Printer>;
  const jobs = queue.jobs as Map<PrintJobId, QueuedJob>;
  switch (entry.entry) {
    case 'printer':
      printers.set(entry.printer.id, entry.printer);
      return queue;
    case 'printerRemoved':
      printers.delete(entry.printerId);
      return queue;
    case 'routes':
      return {...queue, routes: entry.routes};
    case 'asked': {
      const {job} = entry;
      jobs.set(job.id, {job, status: 'asked', since: job.askedAt, postponed: 0, words: ''});
      // One entry for both, so that no kill comes between: the old one can be printed again only once for one word.
      const of = job.reprint?.of;
      if (of === undefined || jobs.get(of)?.status !== 'unknown') return queue;
      jobs.set(of, stepped(queue, {entry: 'step', jobId: of, step: 'foundMissing', at: job.askedAt}));
      return queue;
    }
    case 'whole':
      return {
        printers: new Map(entry.printers.map((printer) => [printer.id, printer])),
        routes: entry.routes,
        jobs: new Map(entry.jobs.map((queued) => [queued.job.id, queued])),
      };
    case 'step':
      jobs.set(entry.jobId, stepped(queue, entry));
      return queue;
  }
}

/** The queue without jobs that ended before a time; undefined where there are none. What is open or in doubt stays however old it is. */
export function wholeWithout({printers, routes, jobs}: Queue, endedBefore: number): WholeEntry | undefined {
  const kept = [...jobs.values()].filter(({status, since}) => !endedStatuses.includes(status) || since >= endedBefore);
  if (kept.length === jobs.size) return undefined;
  return {entry: 'whole', printers: [...printers.values()], routes, jobs: kept};
}

function stepped(queue: Queue, {jobId, step, at, words = '', remoteId, fault}: StepEntry): QueuedJob {
  const queued = must(queue.jobs.get(jobId), 'a step is of a job that was asked for');
  const status = advance(queued.status, step);
  const way = step === 'send' ? queue.printers.get(queued.job.printerId)?.way : undefined;
  return {
    ...queued,
    ...(remoteId === undefined ? {} : {remoteId}),
    ...(fault === undefined ? {} : {fault}),
    ...(way === undefined ? {} : {sentBy: way}),
    status: must(status.ok ? status.value : undefined, 'only steps that are allowed are written down'),
    since: at,
    postponed: queued.postponed + (step === 'postpone' ? 1 : 0),
    words,
  };
}

/** A printer that could not be reached is tried again after 1, 2, 4 ... seconds, at most a minute later. */
export function nextTryAt({since, postponed}: QueuedJob): number {
  return postponed === 0 ? since : since + Math.min(60_000, 500 * 2 ** Math.min(postponed, 10));
}

/** Whether a job that is asked for now has its turn at once: nothing waits for its printer, and nobody doubts what came out of it. */
export function isFree({jobs}: Queue, printerId: PrinterId): boolean {
  return [...jobs.values()].every(({job, status}) => job.printerId !== printerId || endedStatuses.includes(status));
}

/**
 * The jobs whose turn it is, one for each printer: the first that waits, but before it what is printed again, for somebody stands there
 * and holds its place in the pile. A printer that is sending, or of whose last job nobody knows whether it came out, gets no other.
 * A job that does not fit what its printer is set to by now waits until it does: the roll is changed, or a person cancels.
 */
export function turns(queue: Queue, now: Instant): QueuedJob[] {
  const held = new Set<PrinterId>();
  const first = new Map<PrinterId, QueuedJob>();
  for (const queued of queue.jobs.values()) {
    const {printerId, reprint} = queued.job;
    if (queued.status === 'sending' || queued.status === 'unknown') held.add(printerId);
    if (queued.status !== 'asked') continue;
    const before = first.get(printerId);
    if (!before || (reprint && !before.job.reprint)) first.set(printerId, queued);
  }
  return [...first.values()].filter((queued) => {
    const printer = queue.printers.get(queued.job.printerId);
    return printer && !held.has(printer.id) && nextTryAt(queued) <= now && checkFit(queued.job, printer).ok;
  });
}

const stepShape = object({
  entry: oneOf(['step']),
  jobId: id('printJob'),
  step: oneOf(jobSteps),
  at: branded<Instant>(integer({min: 0})),
  words: optional(text({max: 1_000})),
  remoteId: optional(integer({min: 0})),
  fault: optional(oneOf(jobFaults)),
});
const removedShape = object({entry: oneOf(['printerRemoved']), printerId: id('printer')});
const routesShape = object({entry: oneOf(['routes']), routes: list(routeShape, {max: routesMax})});
const askedShape = object({entry: oneOf(['asked']), job: printJobShape});

/** Far more than are asked for in the days that ended jobs are kept. */
const jobsMax = 200_000;
const queuedShape = object({
  job: printJobShape,
  status: oneOf(jobStatuses),
  since: branded<Instant>(integer({min: 0})),
  postponed: integer({min: 0}),
  words: text({max: 1_000}),
  remoteId: optional(integer({min: 0})),
  fault: optional(oneOf(jobFaults)),
});
const wholeShape = object({
  entry: oneOf(['whole']),
  routes: list(routeShape, {max: routesMax}),
  jobs: list(queuedShape, {max: jobsMax}),
});

/** Printers and ways are checked by themselves: they are one of several kinds. */
function checkWhole(value: object): Result<WholeEntry> {
  const {printers, jobs, ...rest} = value as {readonly printers?: unknown; readonly jobs?: unknown};
  if (!Array.isArray(printers) || !Array.isArray(jobs))
    return fail('core.bad_shape', {path: 'printers', problem: 'missing'});
  const known: Printer[] = [];
  for (const each of printers as readonly unknown[]) {
    const printer = checkPrinter(each);
    if (!printer.ok) return printer;
    known.push(printer.value);
  }
  const sentBy = new Map<number, Way>();
  const plain: unknown[] = [];
  for (const [at, each] of (jobs as readonly {readonly sentBy?: unknown}[]).entries()) {
    const {sentBy: given, ...job} = each;
    plain.push(job);
    if (given === undefined) continue;
    const way = checkWay(given);
    if (!way.ok) return way;
    sentBy.set(at, way.value);
  }
  const whole = check(wholeShape, {...rest, jobs: plain});
  if (!whole.ok) return whole;
  const told = whole.value.jobs.map((job, at) => {
    const way = sentBy.get(at);
    return way === undefined ? job : {...job, sentBy: way};
  });
  return ok({...whole.value, printers: known, jobs: told});
}

/** An entry as it was read back; `core.bad_shape` for what this version does not know. */
export function checkEntry(value: unknown): Result<QueueEntry> {
  const given = value as {readonly entry?: unknown; readonly printer?: unknown} | null;
  switch (given?.entry) {
    case 'printer': {
      const printer = checkPrinter(given.printer);
      return printer.ok ? ok({entry: 'printer', printer: printer.value}) : printer;
    }
    case 'printerRemoved':
      return check(removedShape, value);
    case 'routes':
      return check(routesShape, value);
    case 'asked':
      return check(askedShape, value);
    case 'whole':
      return checkWhole(given);
    case 'step':
      return check(stepShape, value);
    default:
      return fail('core.bad_shape', {path: 'entry', problem: 'invalid_value'});
  }
}
