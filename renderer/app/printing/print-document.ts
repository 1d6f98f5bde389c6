import {base64url, hashBytes} from '#core/lib/hash.ts';
import {idFromName} from '#core/lib/id.ts';
import {ok, type Result} from '#core/lib/result.ts';
import {isChecked} from '#core/printing/check-barcodes.ts';
import type {DocumentContent} from '#core/printing/make-document.ts';
import type {AskedJob, DocumentKind} from '#core/printing/print-job.ts';
import {dotLanguages, type Printer} from '#core/printing/printer.ts';
import type {QueuedJob} from '#core/printing/queue.ts';
import type {TestSheetJob} from '#core/shipping/documents/test-sheet.ts';
import {newId} from '../data/new-id.ts';
import {type DocumentClient, documents} from './document-client.ts';
import {callPrinting, usePrinting} from './print-store.ts';

interface Asked {
  readonly kind: DocumentKind;
  /** The row it is about. */
  readonly about: string;
  readonly document: DocumentContent;
}

/** `asked` is in the queue and printed whatever becomes of this page; `before` is the job that has these very bytes already. */
export type Printed = {readonly outcome: 'asked'} | {readonly outcome: 'before'; readonly queued: QueuedJob};

/**
 * Makes a document for a printer and asks for it. Its job is named by what it is about and by its bytes, so pressing twice, or again
 * after an answer that was lost, is one job: the same paper a second time takes a person's reason.
 */
export async function printDocument(
  printer: Printer,
  {kind, about, document}: Asked,
  make: DocumentClient['make'] = documents.make,
): Promise<Result<Printed>> {
  const made = await make({...document, target: printer, isChecked: isChecked(printer.checking, about)});
  if (!made.ok) return made;
  const bytes = made.value;
  const id = idFromName('printJob', kind, about, printer.id, base64url(hashBytes(bytes)));
  const jobs = usePrinting.getState().desk?.jobs ?? [];
  const before = jobs.find(({job}) => job.id === id);
  if (before) return ok({outcome: 'before', queued: newestOf(jobs, before)});
  const asked = await askToPrint(printer, {id, kind, about, title: document.job.title, bytes});
  return asked.ok ? ok({outcome: 'asked'}) : asked;
}

/** A test sheet is another one each time: it is printed to be looked at. */
export async function printTestSheet(
  printer: Printer,
  job: TestSheetJob,
  make: DocumentClient['make'] = documents.make,
): Promise<Result<unknown>> {
  const made = await make({make: 'testSheet', job, target: printer, isChecked: false});
  if (!made.ok) return made;
  const id = newId('printJob');
  return askToPrint(printer, {id, kind: 'testSheet', about: printer.id, title: job.title, bytes: made.value});
}

function askToPrint(
  {id: printerId, language, media, dpi}: Printer,
  job: Pick<AskedJob, 'id' | 'kind' | 'title' | 'about'> & {readonly bytes: Uint8Array},
): Promise<Result<unknown>> {
  const dots = dotLanguages.includes(language) ? {dpi} : {};
  return callPrinting('printing.print', {...job, printerId, language, media, ...dots, copies: 1});
}

/** The last of those that printed a job again. */
function newestOf(jobs: readonly QueuedJob[], first: QueuedJob): QueuedJob {
  const again = jobs.findLast(({job}) => job.reprint?.of === first.job.id);
  return again ? newestOf(jobs, again) : first;
}

/** The newest job about a row. */
export function jobAbout(jobs: readonly QueuedJob[], kind: DocumentKind, about: string): QueuedJob | undefined {
  return jobs.findLast(({job}) => job.kind === kind && job.about === about);
}
