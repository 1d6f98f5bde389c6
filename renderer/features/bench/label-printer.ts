import {create} from 'zustand';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {knownMedia} from '#core/printing/media.ts';
import type {PrintJobId} from '#core/printing/print-job.ts';
import type {Printer} from '#core/printing/printer.ts';
import type {QueuedJob} from '#core/printing/queue.ts';
import {printerFor} from '#core/printing/routing.ts';
import type {PrintingDesk} from '#core/shell/printing-calls.ts';
import type {LabelForm} from '#core/shipping/documents/label-file.ts';
import {newId} from '../../app/data/new-id.ts';
import {desktop} from '../../app/desktop/desktop.ts';

/** Where labels of this desk come out. `system` is the print window of the browser or of the computer. */
export type LabelOutlet =
  | {readonly to: 'system'}
  | {readonly to: 'printer'; readonly printer: Printer; readonly waiting: readonly QueuedJob[]};

/** What the last look at the desktop's print queue told; undefined before the first, and in a browser. */
export const usePrintDesk = create<{readonly desk: PrintingDesk | undefined}>()(() => ({desk: undefined}));

const media = knownMedia.label4x6;
/** Twice what most label printers have: bars fall on whole dots of theirs. */
const systemForm: LabelForm = {language: 'png', dpi: 406};

/** Looks at the print queue; a browser has none. */
export async function lookAtPrinters(): Promise<void> {
  if (!desktop) return;
  const told = await desktop.call('printing.desk', {});
  if (told.ok) usePrintDesk.setState({desk: told.value});
}

/** The printer for labels as things stand, or the system's print window where none was set up. */
export function outletOf(desk: PrintingDesk | undefined): Result<LabelOutlet> {
  if (!desk) return ok({to: 'system'});
  const wanted = {kind: 'label', media, languages: ['zpl', 'tspl', 'pdf', 'png']} as const;
  const printer = printerFor(wanted, desk.routes, desk.printers);
  if (!printer.ok) return printer.fault.code === 'printing.no_route' ? ok({to: 'system'}) : printer;
  const waiting = desk.jobs.filter(({job, status}) => {
    return job.printerId === printer.value.id && ['asked', 'sending', 'unknown'].includes(status);
  });
  return ok({to: 'printer', printer: printer.value, waiting});
}

/** In which form the outlet takes a label. */
export function formFor(outlet: LabelOutlet): LabelForm {
  if (outlet.to === 'system') return systemForm;
  const {language, dpi} = outlet.printer;
  return {language, dpi};
}

/** Hands a label over to be printed. Asked twice with one id it is printed once. */
export async function printLabel(
  {printer}: Extract<LabelOutlet, {to: 'printer'}>,
  {id, bytes}: {readonly id: PrintJobId; readonly bytes: Uint8Array<ArrayBuffer>},
): Promise<Result<unknown>> {
  const {language, dpi} = printer;
  const job = {id, printerId: printer.id, kind: 'label', language, media, dpi, copies: 1} as const;
  const asked = await desktopCall('printing.print', {...job, bytes});
  await lookAtPrinters();
  // It was printed before, from what the label said then: that is the one in somebody's hand.
  return !asked.ok && asked.fault.code === 'printing.job_differs' ? ok(null) : asked;
}

/** The same job once more, where the desktop still has it: undefined where it has not. */
export async function printAgain(of: PrintJobId): Promise<Result<PrintJobId> | undefined> {
  const job = usePrintDesk.getState().desk?.jobs.find((queued) => queued.job.id === of);
  if (!job) return undefined;
  const id = newId('printJob');
  const reason = job.status === 'unknown' ? 'notPrinted' : 'damaged';
  const again = await desktopCall('printing.reprint', {of, id, reason});
  await lookAtPrinters();
  if (again.ok) return ok(id);
  return ['printing.bytes_gone', 'printing.job_not_found'].includes(again.fault.code) ? undefined : again;
}

/** The printed label is in somebody's hand, or torn up: nobody needs to be asked about its job, and it need not come out any more. */
export async function settleJob(of: PrintJobId, outcome: 'used' | 'void'): Promise<void> {
  const job = usePrintDesk.getState().desk?.jobs.find((queued) => queued.job.id === of);
  if (job?.status === 'unknown') {
    await desktopCall('printing.settle', {jobId: of, found: outcome === 'used' ? 'foundPrinted' : 'foundMissing'});
  }
  if (job?.status === 'asked' && outcome === 'void') await desktopCall('printing.cancel', {jobId: of});
  await lookAtPrinters();
}

const desktopCall: NonNullable<typeof desktop>['call'] = async (channel, args) =>
  desktop ? desktop.call(channel, args) : fail('printing.printer_not_found');
