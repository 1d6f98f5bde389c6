import type {Fault} from '../faults.ts';
import type {Printer} from './printer.ts';
import type {QueuedJob} from './queue.ts';
import {checkFit} from './routing.ts';

/** What a job that is not sent yet waits for. */
export type WaitsFor =
  /** Its turn: others of the printer are before it. */
  | {readonly for: 'turn'}
  /** A person's word about the job before it. */
  | {readonly for: 'word'}
  /** The printer, which could not be reached; `words` say why. */
  | {readonly for: 'printer'; readonly words: string}
  /** Another setting of the printer, or another printer. */
  | {readonly for: 'fit'; readonly fault: Fault};

/** Why a job has not been sent; undefined of one that has. */
export function waitsFor(
  queued: QueuedJob,
  {printers, jobs}: {readonly printers: readonly Printer[]; readonly jobs: readonly QueuedJob[]},
): WaitsFor | undefined {
  const {job, status, postponed, words} = queued;
  if (status !== 'asked') return undefined;
  const printer = printers.find(({id}) => id === job.printerId);
  if (!printer) return {for: 'fit', fault: {code: 'printing.printer_not_found', values: {}}};
  const fits = checkFit(job, printer);
  if (!fits.ok) return {for: 'fit', fault: fits.fault};
  if (jobs.some((each) => each.job.printerId === printer.id && each.status === 'unknown')) return {for: 'word'};
  return postponed > 0 ? {for: 'printer', words} : {for: 'turn'};
}
