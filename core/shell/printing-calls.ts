import type {Fault} from '../faults.ts';
import {id} from '../lib/id.ts';
import {fail, ok, type Result} from '../lib/result.ts';
import {type Shape, check, list, object, oneOf, pattern} from '../lib/shape.ts';
import {
  type AskedJob,
  askedJobShape,
  contentHashForm,
  documentBytesMax,
  type PrintJobId,
  type ReprintReason,
  reprintReasons,
} from '../printing/print-job.ts';
import type {PrinterSaid, QueuesSaid} from '../printing/printer-port.ts';
import {checkPrinter, type Printer, type PrinterId} from '../printing/printer.ts';
import type {QueuedJob} from '../printing/queue.ts';
import {type Route, routeShape, routesMax} from '../printing/routing.ts';

type Nothing = Readonly<Record<never, never>>;

/** Whatever waits or is in doubt, and of what has ended the newest. */
export const jobsToldMax = 500;

export interface PrintingDesk {
  readonly printers: readonly Printer[];
  readonly routes: readonly Route[];
  /** In the order in which they were asked for. */
  readonly jobs: readonly QueuedJob[];
}

const settlements = ['foundPrinted', 'foundMissing'] as const;

/** What a page may ask of the desktop's print queue. The browser edition has none. */
export interface PrintingCalls {
  readonly 'printing.desk': {readonly args: Nothing; readonly answer: PrintingDesk};
  readonly 'printing.save': {readonly args: Printer; readonly answer: Nothing};
  readonly 'printing.remove': {readonly args: {readonly printerId: PrinterId}; readonly answer: Nothing};
  readonly 'printing.route': {readonly args: {readonly routes: readonly Route[]}; readonly answer: Nothing};
  /** What a printer says of itself, before it is saved too. */
  readonly 'printing.look': {readonly args: Printer; readonly answer: PrinterSaid};
  /** The printers that this computer's system knows. */
  readonly 'printing.queues': {readonly args: Nothing; readonly answer: QueuesSaid};
  /** Brings to the disk what may be asked for soon; nothing is printed of it, and `printing.print` of these bytes need not wait for them. */
  readonly 'printing.stage': {
    readonly args: {readonly bytes: Uint8Array};
    readonly answer: {readonly hash: string};
  };
  /** Forgets staged bytes, where no job has them. */
  readonly 'printing.unstage': {readonly args: {readonly hash: string}; readonly answer: Nothing};
  /** Answered once the job is on the disk; it is printed then, whatever becomes of the page. */
  readonly 'printing.print': {readonly args: AskedJob & {readonly bytes: Uint8Array}; readonly answer: Nothing};
  readonly 'printing.reprint': {
    readonly args: {readonly of: PrintJobId; readonly id: PrintJobId; readonly reason: ReprintReason};
    readonly answer: Nothing;
  };
  readonly 'printing.settle': {
    readonly args: {readonly jobId: PrintJobId; readonly found: (typeof settlements)[number]};
    readonly answer: Nothing;
  };
  /** Begins a new queue in the place of one that cannot be read, which is kept aside; nothing of any other. */
  readonly 'printing.setAside': {readonly args: Nothing; readonly answer: Nothing};
  readonly 'printing.cancel': {readonly args: {readonly jobId: PrintJobId}; readonly answer: Nothing};
}

const nothing = object({});
const remove = object({printerId: id('printer')});
const route = object({routes: list(routeShape, {max: routesMax})});
const reprint = object({of: id('printJob'), id: id('printJob'), reason: oneOf(reprintReasons)});
const settle = object({jobId: id('printJob'), found: oneOf(settlements)});
const cancel = object({jobId: id('printJob')});
const unstage = object({hash: pattern(contentHashForm)});

export const printingChecks: {
  readonly [C in keyof PrintingCalls]: (args: unknown) => Result<PrintingCalls[C]['args']>;
} = {
  'printing.desk': (args) => check(nothing, args),
  'printing.save': checkPrinter,
  'printing.remove': (args) => check(remove, args),
  'printing.route': (args) => check(route, args),
  'printing.look': checkPrinter,
  'printing.queues': (args) => check(nothing, args),
  'printing.stage': (args) => checkWithBytes(nothing, args),
  'printing.unstage': (args) => check(unstage, args),
  'printing.print': (args) => checkWithBytes(askedJobShape, args),
  'printing.reprint': (args) => check(reprint, args),
  'printing.settle': (args) => check(settle, args),
  'printing.setAside': (args) => check(nothing, args),
  'printing.cancel': (args) => check(cancel, args),
};

/** Bytes are taken apart by hand: a shape would walk through every one of them. */
function checkWithBytes<T extends object>(shape: Shape<T>, args: unknown): Result<T & {readonly bytes: Uint8Array}> {
  if (typeof args !== 'object' || args === null || !('bytes' in args)) return misshapen('missing');
  const {bytes, ...rest} = args;
  if (!(bytes instanceof Uint8Array)) return misshapen('invalid_type');
  if (bytes.byteLength > documentBytesMax) return fail('printing.document_size', {bytesMax: documentBytesMax});
  const others = check(shape, rest);
  return others.ok ? ok({...others.value, bytes}) : others;
}

function misshapen(problem: string): {readonly ok: false; readonly fault: Fault} {
  return fail('core.bad_shape', {path: 'bytes', problem});
}
