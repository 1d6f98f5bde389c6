import {type Result, fail, ok} from '#core/lib/result.ts';
import {isChecked} from '#core/printing/check-barcodes.ts';
import {previewTarget} from '#core/printing/make-document.ts';
import {type Printer, dotLanguages} from '#core/printing/printer.ts';
import {printerOfKind} from '#core/printing/routing.ts';
import {comparePicks} from '#core/shipping/bought/pick-order.ts';
import type {LabelNow} from '#core/shipping/bought/queries.ts';
import type {BoughtLabelId} from '#core/shipping/bought/schema.ts';
import type {KeptLabel} from '#core/printing/bought-label-messages.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import type {LabelReader} from '../../app/labels/label-reader.ts';
import {jobOfLabel, printedBySystem} from '../../app/labels/printed-together.ts';
import {callPrinting, usePrinting} from '../../app/printing/print-store.ts';
import type {OrderToLabel} from './use-shop-labels.ts';

export interface TogetherPorts {
  readonly data: DataClient;
  readonly make: LabelReader['make'];
  readonly printBySystem: (pdf: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly tell: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** What became of a pile: labels that were asked for, and those that had been printed before. */
export interface PrintedTogether {
  readonly asked: number;
  readonly before: number;
}

/** Labels that wait, in the order in which their orders are picked; one that stuck on a parcel before comes out at the bench. */
export function inPickOrder(
  labels: readonly LabelNow[],
  orders: ReadonlyMap<string, OrderToLabel>,
): readonly LabelNow[] {
  return labels
    .filter(({stands, label}) => stands === 'waiting' && label.parcelId === undefined)
    .flatMap((now) => {
      const order = orders.get(now.label.orderId);
      return order ? [{now, order}] : [];
    })
    .toSorted((a, b) => comparePicks(a.order, b.order))
    .map(({now}) => now);
}

/** Prints labels as one pile: each a job of the queue, or all of them one document for the system's print window. */
export async function printTogether(
  ports: TogetherPorts,
  labels: readonly LabelNow[],
): Promise<Result<PrintedTogether>> {
  const {desk} = usePrinting.getState();
  const printer = desk && printerOfKind('label', desk);
  return printer ? byPrinter(ports, printer, labels) : bySystem(ports, labels);
}

async function byPrinter(
  {data, make, tell, signal}: TogetherPorts,
  printer: Printer,
  labels: readonly LabelNow[],
): Promise<Result<PrintedTogether>> {
  const {id: printerId, language, media, dpi} = printer;
  const dots = dotLanguages.includes(language) ? {dpi} : {};
  let [asked, before] = [0, 0];
  for (const [at, {label, orderNumber}] of labels.entries()) {
    if (signal.aborted) break;
    tell(at, labels.length);
    const id = jobOfLabel(label.id as BoughtLabelId);
    if (usePrinting.getState().desk?.jobs.some(({job}) => job.id === id)) {
      before += 1;
      continue;
    }
    const kept = await keptOf(data, label);
    if (!kept.ok) return kept;
    const made = await make([kept.value], {target: printer, isChecked: isChecked(printer.checking, label.id)});
    if (!made.ok) return made;
    const title = orderNumber === '' ? label.number : orderNumber;
    const job = {id, about: label.id, kind: 'label', printerId, language, media, ...dots, copies: 1} as const;
    const told = await callPrinting('printing.print', {...job, ...(title !== '' && {title}), bytes: made.value});
    if (!told.ok && told.fault.code !== 'printing.job_differs') return told;
    asked += 1;
  }
  return ok({asked, before});
}

async function bySystem(
  {data, make, printBySystem, tell, signal}: TogetherPorts,
  labels: readonly LabelNow[],
): Promise<Result<PrintedTogether>> {
  const kept: KeptLabel[] = [];
  for (const [at, {label}] of labels.entries()) {
    if (signal.aborted) return ok({asked: 0, before: 0});
    tell(at, labels.length);
    const one = await keptOf(data, label);
    if (!one.ok) return one;
    kept.push(one.value);
  }
  const made = await make(kept, {target: previewTarget, isChecked: false});
  if (!made.ok) return made;
  await printBySystem(made.value);
  printedBySystem.add(labels.map(({label}) => label.id as BoughtLabelId));
  return ok({asked: labels.length, before: 0});
}

async function keptOf(data: DataClient, {id, form}: LabelNow['label']): Promise<Result<KeptLabel>> {
  const kept = await data.call('bought.bytes', {labelId: id as BoughtLabelId});
  if (!kept.ok) return kept;
  return kept.value === null ? fail('shipping.bought_elsewhere') : ok({form, bytes: kept.value});
}
