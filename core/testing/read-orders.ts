import type {DraftLine, OrderDraft} from '../intake/draft.ts';
import type {Knowledge} from '../intake/knowledge.ts';
import {readFile} from '../intake/read-file.ts';
import type {FileReading} from '../intake/reading.ts';
import {memorySource} from '../intake/table/bytes-in-memory.ts';
import {assert, must} from '../lib/assert.ts';
import {encodedText} from './encoded-text.ts';

/** Reads a text as if it were a file; `rows` are joined by line breaks. */
export async function readRows(
  rows: readonly string[],
  {encoding = 'utf-8', choice}: {readonly encoding?: string; readonly choice?: Knowledge['choice']} = {},
): Promise<FileReading> {
  const bytes = encodedText(`${rows.join('\n')}\n`, encoding);
  return readBytes(must(bytes, 'the encoding has every character of the text'), choice);
}

export async function readBytes(bytes: Uint8Array<ArrayBuffer>, choice?: Knowledge['choice']): Promise<FileReading> {
  const reading = await readFile(memorySource('orders', bytes), {mappings: [], ...(choice ? {choice} : {})});
  assert(reading !== 'cancelled' && reading.ok, `the file can be read: ${JSON.stringify(reading)}`);
  return reading.value;
}

/** What a seller asks first of a file that was read. */
export function account({format, rows, used, rejected, orders, lines, totals}: FileReading) {
  const rejects = rejected.map(({row, fault}) => `${String(row)} ${fault.code}`);
  return {format, rows, used, rejects, orders: orders.length, lines, totals};
}

/** An order in a few words: number, state, day, total; then its lines as `2 x SKU title = minor`. */
export function inWords({
  channelOrderId,
  status,
  orderedAt,
  currency,
  money,
  lines = [],
}: OrderDraft): readonly string[] {
  const day = orderedAt === undefined ? '-' : new Date(orderedAt).toISOString().slice(0, 16);
  const total = money ? `${String(money.totalMinor)} ${currency ?? ''}` : '-';
  return [`${channelOrderId} ${status ?? '-'} ${day} ${total}`, ...lines.map((line) => lineInWords(line))];
}

function lineInWords({quantity, sku, title, totalMinor}: DraftLine): string {
  return `${String(quantity)} x ${sku} ${title} = ${String(totalMinor ?? '-')}`;
}

/** The same table with its columns in another order and some of them left out; cells must not contain the separator. */
export function withColumns(rows: readonly string[], names: readonly string[], separator = ','): readonly string[] {
  const [header = '', ...data] = rows;
  const places = names.map((name) => header.split(separator).indexOf(name));
  assert(
    places.every((at) => at >= 0),
    'the table has all of these columns',
  );
  return [
    names.join(separator),
    ...data.map((row) => places.map((at) => row.split(separator)[at] ?? '').join(separator)),
  ];
}
