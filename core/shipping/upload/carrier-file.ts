import type {Fault} from '../../faults.ts';
import {type Result, fail, ok} from '../../lib/result.ts';
import {utf8} from '../../lib/utf8.ts';
import type {OrderId} from '../../orders/schema.ts';
import {isSafeCell, tableText} from '../road-back/table-text.ts';
import {type UploadColumn, type UploadField, type UploadTemplate, uploadOrdersMax} from './template.ts';
import {transformed} from './transform.ts';

/** A parcel as a carrier is told of it; `reference` is what the answer is matched by. */
export interface ParcelToUpload {
  readonly orderId: OrderId;
  readonly fields: Readonly<Partial<Record<UploadField, string>>> & {readonly reference: string};
}

export interface CarrierUpload {
  /** The columns' names and one row for each parcel that can be told. */
  readonly rows: readonly (readonly string[])[];
  /** Parcels that stand in no row, and why: nothing is ever cut off to fit. */
  readonly untold: readonly {readonly orderId: OrderId; readonly fault: Fault}[];
}

/**
 * The rows of a batch file. A parcel of which one value does not fit is left out and named; the others are told, as many as the
 * site takes at once.
 */
export function carrierUpload(parcels: readonly ParcelToUpload[], template: UploadTemplate): CarrierUpload {
  const seen = new Set<string>();
  const rows: (readonly string[])[] = [template.columns.map(({name}) => name)];
  const untold: {orderId: OrderId; fault: Fault}[] = [];
  const {rowsMax: most = uploadOrdersMax} = template;
  for (const parcel of parcels) {
    const {orderId, fields} = parcel;
    const row = seen.has(fields.reference)
      ? fail('shipping.upload_reference_twice', {reference: fields.reference})
      : rows.length > most
        ? fail('shipping.upload_full', {most})
        : rowOf(parcel, template);
    seen.add(fields.reference);
    if (row.ok) rows.push(row.value);
    else untold.push({orderId, fault: row.fault});
  }
  return {rows, untold};
}

/** The bytes as the carrier's site takes them. */
export function uploadBytes(rows: CarrierUpload['rows'], {encoding, separator}: UploadTemplate): Uint8Array {
  const text = tableText(rows, separator);
  return encoding === 'utf-8' ? utf8(text) : Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function rowOf({fields}: ParcelToUpload, template: UploadTemplate): Result<readonly string[]> {
  const cells: string[] = [];
  for (const column of template.columns) {
    const cell = cellOf(fields, column);
    const fault = faultOf(cell, column, template);
    if (fault) return {ok: false, fault};
    cells.push(cell);
  }
  return ok(cells);
}

function cellOf(fields: ParcelToUpload['fields'], {of, always = '', as = []}: UploadColumn): string {
  const value = (of && fields[of]?.trim()) ?? '';
  return value === '' ? always : as.reduce(transformed, value);
}

const foreignLetter = /(?!\p{Script=Latin})\p{L}/u;

/** Control characters are no safe cell, so only what lies above the alphabet is looked at. */
const notLatin = /[^ -\u00FF]/u;

/** Why a text may not stand in a cell of such a file, whatever is told in it. */
export function unwritable(cell: string, name: string, encoding: UploadTemplate['encoding']): Fault | undefined {
  if (!isSafeCell(cell)) return fail('shipping.cell_unsafe', {column: name}).fault;
  const isWritable = encoding === 'utf-8' || !notLatin.test(cell);
  return isWritable ? undefined : fail('shipping.upload_not_encodable', {column: name}).fault;
}

function faultOf(cell: string, column: UploadColumn, {encoding}: UploadTemplate): Fault | undefined {
  const {name, required = false, latin = false, most = Infinity, digitsMost = Infinity} = column;
  const length = [...cell].length;
  if (required && cell === '') return fail('shipping.upload_missing', {column: name}).fault;
  if (length > most) return fail('shipping.upload_too_long', {column: name, most, length}).fault;
  if (/^\d+$/.test(cell) && length > digitsMost) {
    return fail('shipping.upload_too_many_digits', {column: name, most: digitsMost}).fault;
  }
  if (latin && foreignLetter.test(cell)) return fail('shipping.upload_not_encodable', {column: name}).fault;
  return unwritable(cell, name, encoding);
}
