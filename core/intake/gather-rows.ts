import type {Fault, FaultCode} from '../faults.ts';
import type {BoundFormat} from './bound-format.ts';
import {isAround} from './decoration.ts';
import type {SourceRow} from './draft.ts';
import type {CellText, Field} from './format.ts';
import {type NotationEvidence, gatherNotation} from './notation.ts';
import type {Rejection} from './reading.ts';
import type {TableRow} from './table/opened-table.ts';
import {writtenAmount} from './amount-text.ts';
import {writtenDate} from './date-text.ts';

/** The rows of one order, in file order. `broken` is the row that cannot be read, when there is one. */
export interface RowGroup {
  readonly number: string;
  readonly rows: SourceRow[];
  broken?: Rejection;
}

/** The data rows of a file by order, and how the file writes numbers and dates. */
export interface GatheredRows {
  readonly groups: ReadonlyMap<string, RowGroup>;
  readonly rejected: readonly Rejection[];
  readonly sample: readonly SourceRow[];
  readonly rows: number;
  readonly evidence: NotationEvidence;
}

export const dateFields: readonly Field[] = ['orderedAt', 'paidAt', 'shipBy', 'shippedAt', 'cancelledAt'];
export const amountFields: readonly Field[] = [
  'unitPrice',
  'lineTotal',
  'lineDiscount',
  'subtotal',
  'shipping',
  'shippingTax',
  'shippingDiscount',
  'fee',
  'feeTax',
  'discount',
  'tax',
  'total',
  'refunded',
];

const sampleRows = 20;
const noteColumnsMin = 6;
const numberMax = 80;
const rounded = /^\d(?:[.,]\d+)?E\+\d+$/i;
const lineFields: readonly Field[] = ['sku', 'title', 'quantity', 'unitPrice', 'lineTotal', 'packedLines'];

/** Takes the rows below the header one by one; a fault says that the file as a whole cannot be read. */
export function gatherRows(bound: BoundFormat): {take(row: TableRow): Fault | undefined; gathered(): GatheredRows} {
  const {format, header, column} = bound;
  const evidence = gatherNotation();
  const groups = new Map<string, RowGroup>();
  const rejected: Rejection[] = [];
  const sample: SourceRow[] = [];
  const dates = dateFields.filter((field) => column[field] >= 0);
  const amounts = amountFields.filter((field) => column[field] >= 0);
  const hasBothNumbers = column.orderNumber >= 0 && column.fallbackNumber >= 0;
  const dateTexts = dates.map((field) => bound.reader(field));
  const amountTexts = amounts.map((field) => bound.reader(field));
  const lineColumns = new Set(lineFields.map((field) => column[field]));
  const hasPieces = column.quantity >= 0 || column.unitPrice >= 0 || column.lineTotal >= 0;
  const orderOfRecord = new Map<string, string>();
  let rows = 0;
  let last: RowGroup | undefined;
  let current: readonly string[] = [];
  const cells: CellText = (field) => bound.cell(current, field);

  return {
    take(row) {
      current = row.cells;
      if (!row.fault && (isAround(current, header) || isNote() || format.isDecoration?.(cells) === true))
        return undefined;
      if (!row.fault && rows === 0 && isDescription()) return undefined;

      rows += 1;
      const source: SourceRow = row;
      if (sample.length < sampleRows) sample.push(source);
      for (const {first, second} of bound.twice) {
        if (!row.fault && (current[first] ?? '') !== (current[second] ?? '')) {
          return {code: 'intake.column_twice', values: {column: (header[first] ?? '').slice(0, 60), row: row.row}};
        }
      }

      const number = numberOf(row.fault !== undefined);
      const group = number === '' ? undefined : groupOf(number);
      const wrong = row.fault ?? faultOf(number, row.row);
      if (wrong) {
        if (group) group.broken ??= {row: row.row, fault: wrong};
        if (group) group.rows.push(source);
        else rejected.push({row: row.row, fault: wrong});
        return undefined;
      }

      group?.rows.push(source);
      last = group;
      for (const textOf of dateTexts) see(evidence.seeDate, textOf);
      for (const textOf of amountTexts) see(evidence.seeAmount, textOf);
      return undefined;
    },
    gathered: () => ({groups, rejected, sample, rows, evidence}),
  };

  // A word or two alone in a row is somebody's remark: a line of an order has a quantity or a price too.
  function isNote(): boolean {
    let only = -1;
    for (let at = 0; at < current.length; at += 1) {
      if ((current[at] ?? '') === '') continue;
      if (only >= 0) return false;
      only = at;
    }
    return header.length >= noteColumnsMin && !/\d/.test(current[only] ?? '') && (hasPieces || !lineColumns.has(only));
  }

  function numberOf(isBroken: boolean): string {
    const own = namedBySibling(
      format.orderNumber ? format.orderNumber(cells) : cells('orderNumber') || cells('fallbackNumber'),
    );
    if (own !== '' || format.continues !== true || !last) return own;
    return isBroken || lineFields.some((field) => cells(field) !== '') ? last.number : '';
  }

  // A record number stands for the order number that an earlier row gave it: the first row of an order may alone have both.
  function namedBySibling(own: string): string {
    if (!hasBothNumbers) return own;
    const record = cells('fallbackNumber');
    if (record === '') return own;
    if (cells('orderNumber') === '') return orderOfRecord.get(record) ?? own;
    orderOfRecord.set(record, own);
    return own;
  }

  function groupOf(number: string): RowGroup {
    if (last?.number === number) return last;
    const known = groups.get(number);
    if (known) return known;
    const group: RowGroup = {number, rows: []};
    groups.set(number, group);
    return group;
  }

  function faultOf(number: string, row: number): Fault | undefined {
    if (number === '') return faultAt('intake.no_order_number', row);
    if (number.length > numberMax) {
      return {code: 'intake.cell_too_long', values: {row, length: number.length, limit: numberMax}};
    }
    if (rounded.test(number)) return faultAt('intake.order_number_rounded', row);
    for (let at = header.length; at < current.length; at += 1) {
      if (current[at]?.trim()) return faultAt('intake.cells_beyond_header', row);
    }
    return undefined;
  }

  function see(take: (text: string) => void, textOf: (row: readonly string[]) => string): void {
    const text = textOf(current);
    if (text !== '') take(text);
  }

  // Some exports explain their columns in the first row below the header: words where dates and amounts would stand.
  function isDescription(): boolean {
    const filled = [...dates, ...amounts, 'quantity' as const].map((field) => ({field, text: cells(field)}));
    const told = filled.filter(({text}) => text !== '');
    if (told.length < 2 || !/\p{L}.*\s.*\p{L}/u.test(cells('orderNumber') || cells('fallbackNumber'))) return false;
    return told.every(({field, text}) => (dates.includes(field) ? !writtenDate(text) : !writtenAmount(text)));
  }
}

function faultAt(code: FaultCode, row: number): Fault {
  return {code, values: {row}};
}
