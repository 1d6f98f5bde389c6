import {type Result, ok} from '#core/lib/result.ts';
import {previewTarget} from '#core/printing/make-document.ts';
import type {PrintTarget} from '#core/printing/compile-pages.ts';
import type {PrintJobId} from '#core/printing/print-job.ts';
import {type Printer, dotLanguages} from '#core/printing/printer.ts';
import type {QueuedJob} from '#core/printing/queue.ts';
import {printerOfKind} from '#core/printing/routing.ts';
import type {PrintingDesk} from '#core/shell/printing-calls.ts';
import type {ParcelId} from '#core/shipping/packing/schema.ts';
import {newId} from '../../app/data/new-id.ts';
import {jobAbout} from '../../app/printing/print-document.ts';
import {callPrinting, usePrinting} from '../../app/printing/print-store.ts';

/** Where labels of this desk come out. `system` is the print window of the browser or of the computer. */
export type LabelOutlet = {readonly to: 'system'} | {readonly to: 'printer'; readonly printer: Printer};

/** The printer for labels as things stand, or the system's print window where none was set up. */
export function outletOf(desk: PrintingDesk | undefined): LabelOutlet {
  const printer = desk && printerOfKind('label', desk);
  return printer ? {to: 'printer', printer} : {to: 'system'};
}

/** For what a label is made. */
export function targetOf(outlet: LabelOutlet): PrintTarget {
  return outlet.to === 'printer' ? outlet.printer : previewTarget;
}

interface Asked {
  readonly id: PrintJobId;
  readonly about: ParcelId;
  readonly title: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Hands a label over to be printed. Asked twice with one id it is printed once. */
export async function printLabel(printer: Printer, asked: Asked): Promise<Result<unknown>> {
  const {id: printerId, language, media, dpi} = printer;
  const dots = dotLanguages.includes(language) ? {dpi} : {};
  const told = await callPrinting('printing.print', {
    ...asked,
    ...dots,
    kind: 'label',
    printerId,
    language,
    media,
    copies: 1,
  });
  // It was printed before, as the printer was set then: that label is the one in somebody's hand.
  return !told.ok && told.fault.code === 'printing.job_differs' ? ok(null) : told;
}

/**
 * Lays a label on the desktop's disk that is not asked for yet, so that nobody waits for it then; nothing is printed of it. To be called when
 * it is not wanted any more. Where the desktop would not, the label goes its whole way when it is printed.
 */
export function stageLabel(outlet: LabelOutlet, bytes: Uint8Array<ArrayBuffer>): () => void {
  const {desktop} = usePrinting.getState();
  if (outlet.to !== 'printer' || !desktop) return () => undefined;
  const staged = desktop.call('printing.stage', {bytes});
  return () => void staged.then(async (told) => told.ok && desktop.call('printing.unstage', told.value));
}

/** The label of a parcel once more, where the desktop still has it; undefined where it has not. */
export async function printAgain(of: ParcelId): Promise<Result<PrintJobId> | undefined> {
  const job = newestJob(of);
  if (!job) return undefined;
  const id = newId('printJob');
  const reason = job.status === 'unknown' ? 'notPrinted' : 'damaged';
  const again = await callPrinting('printing.reprint', {of: job.job.id, id, reason});
  if (again.ok) return ok(id);
  return ['printing.bytes_gone', 'printing.job_not_found'].includes(again.fault.code) ? undefined : again;
}

/** The printed label is in somebody's hand, or torn up: nobody needs to be asked about its job, and it need not come out any more. */
export async function settleJob(of: ParcelId, outcome: 'used' | 'void'): Promise<void> {
  const queued = newestJob(of);
  if (!queued) return;
  const {status, job} = queued;
  if (status === 'unknown') {
    await callPrinting('printing.settle', {
      jobId: job.id,
      found: outcome === 'used' ? 'foundPrinted' : 'foundMissing',
    });
  }
  if (status === 'asked' && outcome === 'void') await callPrinting('printing.cancel', {jobId: job.id});
}

function newestJob(of: ParcelId): QueuedJob | undefined {
  const {desk} = usePrinting.getState();
  return desk && jobAbout(desk.jobs, 'label', of);
}
