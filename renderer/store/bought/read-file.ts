import {base64url} from '#core/lib/hash.ts';
import {latin1Of} from '#core/lib/latin1.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {boughtLabelIdOf} from '#core/shipping/bought/label-id.ts';
import {labelNumberOf} from '#core/shipping/bought/label-number.ts';
import {fileBytesMax, labelBytesMax} from '#core/shipping/bought/limits.ts';
import type {CutLabel, FileRead, LabelFile, ReadingPace} from '#core/printing/bought-label-messages.ts';
import type {LabelForm} from '#core/shipping/bought/schema.ts';
import {isZpl} from '#core/shipping/bought/zpl-labels.ts';
import {knownCarriers} from '../numbers/known-carriers.ts';
import {type FoundLabel, readPdf} from './read-pdf.ts';
import {readZpl} from './read-zpl.ts';

export interface ReadingFile {
  readonly signal: AbortSignal;
  readonly pace: (pace: ReadingPace) => void;
  readonly label: (label: CutLabel) => void;
}

const headBytes = 4_096;
const megabyte = 1024 * 1024;

/** Reads a file of labels from outside. What it finds is told label by label; the faults are those of `fault.bought_`. */
export async function readLabelFile({name, blob}: LabelFile, telling: ReadingFile): Promise<Result<FileRead>> {
  if (blob.size === 0) return fail('shipping.bought_empty');
  if (blob.size > fileBytesMax) return fail('shipping.bought_too_large', {megabytes: fileBytesMax / megabyte});
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const form = formOf(bytes);
  if (!form) return fail('shipping.bought_not_labels');
  const fileId = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  const carriers = await knownCarriers();
  let labels = 0;
  let isTooLarge = false;
  const found = ({page, text, bytes: cut, picture}: FoundLabel): void => {
    labels += 1;
    isTooLarge ||= cut.length > labelBytesMax;
    const key = boughtLabelIdOf({fileId, place: labels});
    const number = labelNumberOf(carriers, text);
    telling.label({key, fileId, fileName: name, place: labels, page, form, text, number, bytes: cut, picture});
  };
  const reading = {signal: telling.signal, pace: (done: number, total: number) => telling.pace({done, total}), found};
  const read = await (form === 'pdf' ? readPdf(bytes, reading) : readZpl(bytes, reading));
  if (!read.ok) return read;
  if (isTooLarge) return fail('shipping.bought_too_large', {megabytes: labelBytesMax / megabyte});
  return ok({fileId, labels});
}

/** By what a file begins with, never by its name. */
function formOf(bytes: Uint8Array): LabelForm | undefined {
  const head = latin1Of(bytes.subarray(0, headBytes));
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  return isZpl(head) ? 'zpl' : undefined;
}
