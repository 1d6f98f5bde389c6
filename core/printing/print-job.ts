import {type Id, id} from '../lib/id.ts';
import {fail, ok, type Result} from '../lib/result.ts';
import {branded, integer, object, oneOf, optional, pattern, type Shaped, text} from '../lib/shape.ts';
import type {Instant} from '../time/instant.ts';
import {mediaShape} from './media.ts';
import {languages} from './printer.ts';

/** What comes out on paper. Each kind can have a printer of its own. */
export const documentKinds = [
  'label',
  'packingSlip',
  'invoice',
  'customsForm',
  'manifest',
  'pickList',
  'smallLabel',
  'testSheet',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const jobStatuses = ['asked', 'sending', 'sent', 'confirmed', 'failed', 'cancelled', 'unknown'] as const;
export type JobStatus = (typeof jobStatuses)[number];

/**
 * What can happen to a job. A printer's side: `send` (written down before the first byte), `postpone` (no byte has left),
 * `handOver` (all bytes are with the printer), `confirm` and `fail` (the printer said so), `lose` (the connection broke, or we
 * ended, after bytes had left or may have). A person's side: `cancel`, and after a `lose` one of `foundPrinted` and
 * `foundMissing`.
 */
export const jobSteps = [
  'send',
  'postpone',
  'handOver',
  'confirm',
  'fail',
  'lose',
  'cancel',
  'foundPrinted',
  'foundMissing',
] as const;
export type JobStep = (typeof jobSteps)[number];

/**
 * The life of a job. What is not in this table cannot happen: only `postpone` leads back, and from `unknown` only a person's
 * word leads on. So a job is sent once. Printing again is another job.
 */
const steps: Readonly<Record<JobStep, {readonly from: readonly JobStatus[]; readonly to: JobStatus}>> = {
  send: {from: ['asked'], to: 'sending'},
  postpone: {from: ['sending'], to: 'asked'},
  handOver: {from: ['sending'], to: 'sent'},
  confirm: {from: ['sent'], to: 'confirmed'},
  fail: {from: ['asked', 'sending', 'sent'], to: 'failed'},
  lose: {from: ['sending'], to: 'unknown'},
  cancel: {from: ['asked', 'sent'], to: 'cancelled'},
  foundPrinted: {from: ['unknown'], to: 'confirmed'},
  foundMissing: {from: ['unknown'], to: 'failed'},
};

/** The status a step leads to, or `printing.step_not_allowed` where the job does not stand at its beginning. */
export function advance(status: JobStatus, step: JobStep): Result<JobStatus> {
  const {from, to} = steps[step];
  return from.includes(status) ? ok(to) : fail('printing.step_not_allowed', {status, step});
}

/** Nothing more happens to these unless a person prints them again. A raw port never confirms, so `sent` is one of them. */
export const endedStatuses: readonly JobStatus[] = ['sent', 'confirmed', 'failed', 'cancelled'];

/** Why something is printed again; told with every copy, so that two labels of one parcel have a reason. */
export const reprintReasons = ['notPrinted', 'jammed', 'damaged', 'faint', 'misplaced', 'other'] as const;
export type ReprintReason = (typeof reprintReasons)[number];

/** SHA-256 of the bytes, 64 hexadecimal digits: also the name of the file they rest in. */
export const contentHashForm = /^[0-9a-f]{64}$/;

export const copiesMax = 100;
/** A day's labels in one document stay far below. */
export const documentBytesMax = 32 * 1024 * 1024;

const askedFields = {
  id: id('printJob'),
  printerId: id('printer'),
  kind: oneOf(documentKinds),
  language: oneOf(languages),
  media: mediaShape,
  /** Of what is made of dots. */
  dpi: optional(integer({min: 72, max: 2400})),
  copies: integer({min: 1, max: copiesMax}),
  /** As people call it in the list of jobs. */
  title: optional(text({min: 1, max: 120})),
  /** The row it is about, so that whoever looks at that row finds its jobs. */
  about: optional(text({min: 1, max: 40})),
};

/** A job as it is asked for, its bytes beside it. */
export const askedJobShape = object(askedFields);
export type AskedJob = Shaped<typeof askedJobShape>;

/** A job as it is written down: its bytes are named, not carried. */
export const printJobShape = object({
  ...askedFields,
  hash: pattern(contentHashForm),
  bytes: integer({min: 1, max: documentBytesMax}),
  askedAt: branded<Instant>(integer({min: 0})),
  reprint: optional(object({of: id('printJob'), reason: oneOf(reprintReasons)})),
});
export type PrintJob = Shaped<typeof printJobShape>;
export type PrintJobId = Id<'printJob'>;
